import { hash } from '@node-rs/argon2';
import type { DatabasePool } from 'slonik';
import { fetchAgencyKeys } from '../agencies/client.ts';
import { writeAccounts, writeUnitKeys, writeUnits } from '../db/write/setup.ts';
import { DEMO_PASSWORD } from '../domain/demonstration.ts';
import { type DemoAccount, demoAccounts } from './accounts.ts';
import { type DemoUnit, demoUnits } from './provinces.ts';

export interface Foundation {
  units: DemoUnit[];
  accounts: DemoAccount[];
}

/**
 * Units, accounts and the agencies' public keys: what must be there before anybody can work. Repeats
 * change nothing. `pool` is the migrator's, without a database role.
 */
export async function layFoundation(
  pool: DatabasePool,
  {
    date,
    provinces,
    agenciesUrl,
  }: {
    date: string;
    provinces: readonly string[] | 'all';
    agenciesUrl: string | null;
  },
): Promise<Foundation> {
  const units = demoUnits(date, provinces);
  const accounts = demoAccounts(units);
  const parents = units.filter(({ parent }) => parent === null);
  const children = units.filter(({ parent }) => parent !== null);
  await writeUnits(pool, parents);
  await writeUnits(pool, children);
  // One hash for all: they share the password, and argon2 is slow on purpose.
  const passwordHash = await hash(DEMO_PASSWORD);
  await writeAccounts(
    pool,
    accounts.map((account) => ({ ...account, title: account.title.vi, passwordHash })),
  );
  if (agenciesUrl !== null) await registerKeys(pool, agenciesUrl);
  return { units, accounts };
}

async function registerKeys(pool: DatabasePool, agenciesUrl: string): Promise<void> {
  const keys = await fetchAgencyKeys(agenciesUrl);
  await writeUnitKeys(
    pool,
    Object.fromEntries(keys.map(({ kid, kty, crv, x }) => [kid, { kty, crv, x }])),
  );
}
