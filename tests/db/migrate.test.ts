import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { migrate } from '../../db/migrate.ts';
import { emptyDatabase, type TestDatabase } from '../support/databases.ts';

const ROOT = join(import.meta.dirname, '..', '..');

let database: TestDatabase;
beforeAll(async () => {
  database = await emptyDatabase();
});
afterAll(() => database.drop());

test('two processes that migrate at once apply every file once, and a third run none', async () => {
  const files = (await readdir(join(ROOT, 'db', 'migrations')))
    .filter((name) => name.endsWith('.sql'))
    .toSorted();
  const [one, other] = await Promise.all([migrate(database.url), migrate(database.url)]);
  expect([...one, ...other].toSorted()).toEqual(files);
  expect(await migrate(database.url)).toEqual([]);
});

test.each([
  ['DATABASE_URL', 'DATABASE_URL is not set: say which database to migrate, as its owner.'],
  ['LLTP_API_PASSWORD', 'LLTP_API_PASSWORD is not set: say with which password the API logs in.'],
  [
    'LLTP_WORKER_PASSWORD',
    'LLTP_WORKER_PASSWORD is not set: say with which password the worker logs in.',
  ],
])('at the prompt without %s: one sentence and 1', (missing, sentence) => {
  const env = {
    PATH: process.env['PATH'],
    DATABASE_URL: database.url,
    LLTP_API_PASSWORD: 'a',
    LLTP_WORKER_PASSWORD: 'b',
    [missing]: '',
  };
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'db', 'migrate.ts')], {
    env,
    encoding: 'utf8',
  });
  expect([status, stdout, stderr.trim()]).toEqual([1, '', sentence]);
});
