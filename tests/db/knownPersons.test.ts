import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DatabasePool } from 'slonik';
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
beforeAll(async () => {
  database = await cloneDatabase();
  pool = await openPool(database.url, { size: 4 });
  await insert(pairs.map(({ known }) => known));
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

/** Persons of records older than the system, under ids counted from `after` in this order. */
async function insert(identities: readonly Identity[], after = 0): Promise<void> {
  const rows = identities.map((identity) => ({ identity, ...keysOf(identity) }));
  await pool.query(sql.typeAlias('void')`
    INSERT INTO known_persons (id, unit, identity, numbers, name_key, other_name_keys, birth_date,
      birth_year, father_key, mother_key)
    OVERRIDING SYSTEM VALUE
    SELECT ${after}::int + n, 'STP-01', x -> 'identity', ARRAY(SELECT jsonb_array_elements_text(x -> 'numbers')),
      x ->> 'name', ARRAY(SELECT jsonb_array_elements_text(x -> 'otherNames')),
      x #>> '{identity,birthDate}', left(x #>> '{identity,birthDate}', 4)::int, x ->> 'father',
      x ->> 'mother'
    FROM jsonb_array_elements(${JSON.stringify(rows)}::jsonb) WITH ORDINALITY AS told (x, n)
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
  const missed: string[] = [];
  const asked = pairs.flatMap((pair, at) =>
    pair.same && at % 3 === 0 ? [{ ...pair, id: at + 1 }] : [],
  );
  for (const { kind, id, ...pair } of asked) {
    const { persons } = await findKnownPersons(pool, pair.asked);
    if (!persons.some((person) => person.id === id)) missed.push(kind);
  }
  expect(missed.filter((kind) => !UNREACHABLE.includes(kind))).toEqual([]);
  expect(1 - missed.length / asked.length).toBeGreaterThanOrEqual(0.93);
});

test('of more namesakes than can be compared, those born on the day or in the year asked for are', async () => {
  const [pair] = pairs;
  if (pair === undefined) throw new Error('no labelled pairs');
  const bare = { otherNames: [], personalId: null, documents: [], motherName: null };
  const namesake = { ...pair.known, ...bare, fullName: 'Nguyễn Văn Anh', fatherName: null };
  const others = Array.from({ length: 700 }, (_, at) => {
    const year = at % 2 === 0 ? 1989 : 1991;
    return { ...namesake, birthDate: `${year}-${String(1 + (at % 12)).padStart(2, '0')}-07` };
  });
  const near = ['1990-05-05', '1990-12-30', '1990'].map((birthDate) => ({
    ...namesake,
    birthDate,
  }));
  const before = pairs.length;
  await insert([...others, ...near], before);
  const asked = { ...namesake, birthDate: '1990-05-05' };
  const { persons, truncated } = await findKnownPersons(pool, asked);
  const ids = persons.map(({ id }) => id);
  expect(truncated).toBe(true);
  expect(ids).toEqual(expect.arrayContaining([701, 702, 703].map((n) => before + n)));
});
