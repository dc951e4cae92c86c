import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DatabasePool } from 'slonik';
import { PlaceBook } from '../../api/placeBook.ts';
import { openPool } from '../../db/pool.ts';
import { sql } from '../../db/sql.ts';
import { cloneDatabase, type TestDatabase } from '../support/databases.ts';

let database: TestDatabase;
let db: DatabasePool;
let places: PlaceBook;
beforeAll(async () => {
  database = await cloneDatabase();
  db = await openPool(database.url, { size: 2 });
  places = new PlaceBook(db);
});
afterAll(async () => {
  await db.end();
  await database.drop();
});

test('a unit that was not there is found once it is', async () => {
  expect(await places.unit('XYZ')).toBeNull();
  await db.query(sql.typeAlias('void')`
    INSERT INTO units (code, kind, name, province_code) VALUES ('XYZ', 'POLICE', 'Đơn vị', '01')
  `);
  expect(await places.unit('XYZ')).toMatchObject({ code: 'XYZ', provinceCode: '01' });
});

test('around a province are its units, the national ones and whoever took over, and no others', async () => {
  const around = await places.unitsAround(['01']);
  expect(new Set(around.map(({ provinceCode }) => provinceCode))).toEqual(new Set(['01', null]));
  expect(around.map(({ code }) => code)).toEqual(around.map(({ code }) => code).toSorted());
  const merged = await places.unitsAround(['02']);
  const there = merged.filter(({ provinceCode }) => provinceCode === '02');
  const successors = there.flatMap(({ successor }) => successor ?? []);
  expect(merged.map(({ code }) => code)).toEqual(expect.arrayContaining(successors));
});

test.each([
  ['01', '2000-01-01', '2023-09-18', true],
  ['00', '2000-01-01', '2023-09-18', false],
  // Hà Giang went into Tuyên Quang in July 2025: lived in before, not moved to since.
  ['02', '2024-01-01', '2025-08-01', true],
  ['02', '2025-07-05', '2025-08-01', false],
])('province %s since %s on %s is known: %s', async (code, since, today, known) => {
  expect(await places.knowsProvince(code, since, today)).toBe(known);
});
