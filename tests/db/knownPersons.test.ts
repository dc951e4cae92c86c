import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DatabasePool } from 'slonik';
import * as z from 'zod';
import { keysOf } from '../../db/intake/knownPersons.ts';
import { openPool } from '../../db/pool.ts';
import { findKnownPersons } from '../../db/read/knownPersons.ts';
import { sql } from '../../db/sql.ts';
import { fromCsv } from '../../demo/labelled/pair.ts';
import type { Identity } from '../../domain/identity/identity.ts';
import { cloneDatabase, type TestDatabase } from '../support/databases.ts';

const FILE = join(import.meta.dirname, '..', '..', 'data', 'identity', 'labelled.csv');
const pairs = fromCsv(readFileSync(FILE, 'utf8'));

let database: TestDatabase;
let pool: DatabasePool;
const ids = new Map<Identity, number>();
beforeAll(async () => {
  database = await cloneDatabase();
  pool = await openPool(database.url, { size: 4 });
  for (const { known } of pairs) ids.set(known, await insert(known));
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const Id = z.object({ id: z.int() });

/** A person of a record older than the system. */
function insert(identity: Identity): Promise<number> {
  const keys = keysOf(identity);
  return pool.oneFirst(sql.type(Id)`
    INSERT INTO known_persons (unit, identity, numbers, name_key, other_name_keys, birth_date,
      birth_year, father_key, mother_key)
    VALUES ('STP-01', ${JSON.stringify(identity)}::jsonb, ${sql.array(keys.numbers, 'text')},
      ${keys.name}, ${sql.array(keys.otherNames, 'text')}, ${identity.birthDate},
      ${Number(identity.birthDate.slice(0, 4))}, ${keys.father}, ${keys.mother})
    RETURNING id
  `);
}

/** Kinds of which neither number, whole name, parents nor day of birth leads to the person. */
const UNREACHABLE = [
  'NAME_AND_DATE_SLIPS_NO_PARENTS',
  'NEW_NAME_NO_PARENTS',
  'WRONG_BIRTH_YEAR_NO_PARENTS',
  'YEAR_ONLY_TYPING_ERROR_NO_PARENTS',
];

test('the index brings the person of nearly every labelled pair to the comparison', async () => {
  const one = pairs.filter(({ same }) => same);
  const missed: string[] = [];
  for (const { kind, asked, known } of one) {
    const { persons } = await findKnownPersons(pool, asked);
    const id = ids.get(known);
    if (!persons.some((person) => person.id === id)) missed.push(kind);
  }
  expect(missed.filter((kind) => !UNREACHABLE.includes(kind))).toEqual([]);
  expect(1 - missed.length / one.length).toBeGreaterThanOrEqual(0.93);
});

test('the API may add known persons and decisions, and change none', async () => {
  const api = await openPool(database.url, { role: 'lltp_api', size: 1 });
  for (const table of ['known_persons', 'look_ups', 'identity_decisions']) {
    const name = sql.identifier([table]);
    const changing = [
      sql.typeAlias('void')`DELETE FROM ${name}`,
      sql.typeAlias('void')`UPDATE ${name} SET case_id = case_id`,
    ];
    for (const statement of changing) await expect(api.query(statement)).rejects.toThrow();
  }
  await api.end();
});
