import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { migrate } from '../../db/migrate.ts';
import { emptyDatabase, type TestDatabase } from '../support/databases.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await emptyDatabase();
});
afterAll(() => database.drop());

test('two processes that migrate at once apply every file once, and a third run none', async () => {
  const folder = join(import.meta.dirname, '..', '..', 'db', 'migrations');
  const files = (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted();
  const [one, other] = await Promise.all([migrate(database.url), migrate(database.url)]);
  expect([...one, ...other].toSorted()).toEqual(files);
  expect(await migrate(database.url)).toEqual([]);
});
