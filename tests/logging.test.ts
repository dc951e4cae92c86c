import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fastify, { type FastifyBaseLogger } from 'fastify';
import type { DatabasePool } from 'slonik';
import * as z from 'zod';
import { installProblems } from '../api/problem.ts';
import { openPool } from '../db/pool.ts';
import { sql } from '../db/sql.ts';
import { createLog } from '../logging.ts';
import { cloneDatabase, type TestDatabase } from './support/databases.ts';

const CANARY = 'Nguyễn Thị Hoàng Yến';

let database: TestDatabase;
let db: DatabasePool;
beforeAll(async () => {
  database = await cloneDatabase();
  db = await openPool(database.url);
});
afterAll(async () => {
  await db.end();
  await database.drop();
});

const FAILING: readonly [string, () => Promise<unknown>][] = [
  [
    'breaks a constraint',
    () => db.query(sql.typeAlias('void')`INSERT INTO units (code) VALUES (${CANARY})`),
  ],
  ['cannot read a value', () => db.query(sql.typeAlias('void')`SELECT (${CANARY}::text)::uuid`)],
  [
    'gives a row of another shape',
    () => db.one(sql.type(z.object({ name: z.int() }))`SELECT ${CANARY}::text AS name`),
  ],
];

test.each(FAILING)('a query that %s is logged without what it was about', async (_what, fail) => {
  const lines: string[] = [];
  const log: FastifyBaseLogger = createLog('test', 'info', {
    write: (line) => void lines.push(line),
  });
  const app = fastify({ loggerInstance: log });
  installProblems(app);
  app.get('/', fail);
  expect((await app.inject('/')).statusCode).toBe(500);
  await app.close();
  const [line = ''] = lines.filter((each) => each.includes('"fault"'));
  expect(JSON.parse(line)).toMatchObject({
    err: { type: expect.any(String), message: expect.any(String), stack: expect.any(String) },
  });
  expect(lines.join('\n')).not.toContain('Hoàng Yến');
});

test('names of the schema stay in what is logged of an error', () => {
  const lines: string[] = [];
  const log = createLog('test', 'info', { write: (line) => void lines.push(line) });
  const broken = 'new row for relation "units" violates check constraint "units_check"';
  log.error({ err: new Error(broken) }, 'fault');
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ err: { message: broken } });
});
