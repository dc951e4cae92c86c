import type { CommonQueryMethods, DatabasePool, FragmentSqlToken } from 'slonik';
import * as z from 'zod';
import { sql } from '../../db/sql.ts';
import { KINH } from '../../demo/ethnicities.ts';
import { makeName } from '../../demo/names.ts';
import { seededRandom } from '../../demo/random.ts';
import { nameKey } from '../../domain/identity/names.ts';

/** Names by their weight in data/, so that common ones are as common here. */
const NAMES = 100_000;
const AT_ONCE = 100_000;

/**
 * Fill the index with known persons older than the system, as an import does: born 1940 to 2005, one
 * in 25 with the year only, six in ten with a personal ID, three in ten with an old card, parents
 * mostly known.
 */
export function fillKnownPersons(pool: DatabasePool, wanted: number): Promise<void> {
  return pool.connect(async (db) => {
    // Millions of rows take longer than any statement of the system may.
    await db.query(sql.typeAlias('void')`SET statement_timeout = 0`);
    await makeNames(db);
    const indexes = await dropIndexes(db);
    for (let from = 0; from < wanted; from += AT_ONCE) {
      await insert(db, Math.min(AT_ONCE, wanted - from));
    }
    for (const index of indexes) await db.query(sql.typeAlias('void')`${index}`);
    await db.query(sql.typeAlias('void')`DROP TABLE bulk_names`);
    await db.query(sql.typeAlias('void')`VACUUM ANALYZE known_persons`);
    await db.query(sql.typeAlias('void')`RESET statement_timeout`);
  });
}

async function makeNames(db: CommonQueryMethods): Promise<void> {
  const random = seededRandom('known persons');
  const made = Array.from({ length: NAMES }, (_, at) => {
    const gender = at % 2 === 0 ? 'M' : 'F';
    return makeName(random, { ethnicity: KINH, gender }).full;
  });
  await db.query(sql.typeAlias('void')`
    CREATE UNLOGGED TABLE bulk_names AS
    SELECT n::int - 1 AS n, name, key
    FROM unnest(${sql.array(made, 'text')}, ${sql.array(made.map(nameKey), 'text')})
      WITH ORDINALITY AS x (name, key, n)
  `);
  await db.query(sql.typeAlias('void')`ALTER TABLE bulk_names ADD PRIMARY KEY (n)`);
}

const Index = z.object({ name: z.string(), definition: z.string() });

/** Building an index at once is much cheaper than row by row; gives how to make each again. */
async function dropIndexes(db: CommonQueryMethods): Promise<FragmentSqlToken[]> {
  const indexes = await db.any(sql.type(Index)`
    SELECT indexname AS name, indexdef AS definition FROM pg_indexes
    WHERE tablename = 'known_persons' AND indexdef LIKE 'CREATE INDEX%'
  `);
  for (const { name } of indexes) {
    await db.query(sql.typeAlias('void')`DROP INDEX ${sql.identifier([name])}`);
  }
  return indexes.map(({ definition }) => ({ ...sql.fragment``, sql: definition }));
}

/** Men have the even names, women the odd ones. */
async function insert(db: CommonQueryMethods, count: number): Promise<void> {
  await db.query(sql.typeAlias('void')`
    WITH drawn AS MATERIALIZED (
      SELECT floor(random() * 2)::int AS sex, floor(random() * ${NAMES / 2})::int AS own,
        floor(random() * ${NAMES / 2})::int * 2 AS father, floor(random() * ${NAMES / 2})::int * 2 + 1 AS mother,
        date '1940-01-01' + floor(random() * 24000)::int AS born, floor(random() * 63)::int AS place,
        random() AS year_only, random() AS has_id, random() AS has_card, random() AS has_parents,
        lpad(floor(random() * 1000000)::int::text, 6, '0') AS serial,
        lpad(floor(random() * 1000000000)::bigint::text, 9, '0') AS card
      FROM generate_series(1, ${count})),
    told AS (
      SELECT d.*, o.name, o.key, f.name AS father_name, f.key AS father_key, m.name AS mother_name,
        m.key AS mother_key,
        CASE WHEN year_only < 0.04 THEN left(born::text, 4) ELSE born::text END AS birth_date,
        CASE WHEN has_id < 0.6 THEN lpad(place::text, 3, '0') ||
          (extract(year FROM born)::int / 100 - 19) * 2 + sex || to_char(born, 'YY') || serial END AS personal_id,
        CASE WHEN has_card < 0.3 THEN card END AS old_card
      FROM drawn d JOIN bulk_names o ON o.n = d.own * 2 + d.sex
      LEFT JOIN bulk_names f ON f.n = d.father AND d.has_parents < 0.9
      LEFT JOIN bulk_names m ON m.n = d.mother AND d.has_parents < 0.95)
    INSERT INTO known_persons (record_number, unit, identity, numbers, name_key, other_name_keys,
      birth_date, birth_year, father_key, mother_key)
    SELECT NULL, (SELECT code FROM units WHERE kind = 'STP' ORDER BY code LIMIT 1),
      jsonb_build_object('fullName', name, 'otherNames', '[]'::jsonb,
        'gender', CASE sex WHEN 0 THEN 'MALE' ELSE 'FEMALE' END, 'birthDate', birth_date,
        'personalId', personal_id, 'documents', CASE WHEN old_card IS NULL THEN '[]'::jsonb
          ELSE jsonb_build_array(jsonb_build_object('type', 'CMND', 'number', old_card)) END,
        'fatherName', father_name, 'motherName', mother_name,
        'birthPlace', 'tỉnh số ' || place, 'residences', jsonb_build_array('Thôn 1, tỉnh số ' || place)),
      array_remove(ARRAY[personal_id, 'CMND ' || old_card], NULL), key, '{}', birth_date,
      left(birth_date, 4)::int, father_key, mother_key
    FROM told
  `);
}
