import type * as z from 'zod';
import { attachScans } from '../../db/desk/supplies.ts';
import { findTaker, takeSupply } from '../../db/intake/supplies.ts';
import type { Account } from '../../domain/account.ts';
import { dateOf } from '../../domain/instant.ts';
import type { SupplyBody } from '../../domain/supply/supply.ts';
import { type ApiDeps, nowIso, nowMs } from '../deps.ts';
import { Refused } from '../refused.ts';
import { type Checking, supplyProblems } from './checks.ts';

/** What information is checked against, for entries of a unit, such as an account's. */
export async function checkingFor(
  deps: ApiDeps,
  { unit: code }: Pick<Account, 'unit'>,
): Promise<Checking> {
  const today = dateOf(nowMs(deps));
  const unit = await deps.places.unit(code);
  if (unit === null) throw new Refused('UNKNOWN_UNIT');
  return {
    today,
    unitKind: unit.kind,
    sources: await deps.laws.supplySources(),
    provinces: await deps.places.provinceCodesOn(today),
  };
}

/**
 * Enter what was typed from a paper or a message into the unit's reception book, with its scans; the same
 * key again is the same entry. Refuses the same paper about the same person a second time.
 */
export async function receiveSupply(
  deps: ApiDeps,
  account: Account,
  { supply, channel, scans }: z.infer<typeof SupplyBody>,
  key: string,
): Promise<{ id: string }> {
  const problems = supplyProblems(supply, await checkingFor(deps, account));
  if (problems.length > 0) {
    const fields = problems.map(({ path, code }) => ({ path: `supply.${path}`, code }));
    throw new Refused('INVALID_INPUT', fields);
  }
  const receivedAt = nowIso(deps);
  const year = Number(dateOf(nowMs(deps)).slice(0, 4));
  const { id: receivedBy, unit } = account;
  return deps.pool.transaction(async (tx) => {
    const entering = { unit, year, channel, receivedBy, receivedAt };
    const taker = await findTaker(tx, key);
    if (taker !== null && taker !== receivedBy) throw new Refused('IDEMPOTENCY_KEY_REUSED');
    const { id, taken } = await takeSupply(tx, key, supply, entering);
    if (!taken) {
      throw new Refused('SUPPLY_ALREADY_RECEIVED', [
        { path: 'supply.number', code: 'ALREADY_RECEIVED' },
      ]);
    }
    const attached = await attachScans(tx, { id, scans, by: receivedBy });
    if (attached !== new Set(scans).size) throw new Refused('SCAN_NOT_FOUND');
    return { id };
  });
}
