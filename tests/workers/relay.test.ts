import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DatabasePool } from 'slonik';
import * as z from 'zod';
import { storeAgencyMessage } from '../../db/intake/agencyMessages.ts';
import { openPool } from '../../db/pool.ts';
import { sql } from '../../db/sql.ts';
import { connectEngine, type Engine } from '../../engine/connect.ts';
import { createLog } from '../../logging.ts';
import { runRelay } from '../../workers/relay.ts';
import { cloneDatabase, type TestDatabase } from '../support/databases.ts';
import { TEST_PAYLOAD_KEY } from '../support/office.ts';
import { until } from '../support/until.ts';

/** No name of a workflow: what the engine answers is not the refusal of a case. */
const IMPOSSIBLE = '';
const CASES = ['HN-P-2023-999991', IMPOSSIBLE, 'HN-P-2023-999993'];

let database: TestDatabase;
let db: DatabasePool;
let engine: Engine;
beforeAll(async () => {
  database = await cloneDatabase();
  db = await openPool(database.url, { size: 2 });
  const address = process.env['TEST_TEMPORAL_ADDRESS'] ?? '';
  engine = connectEngine({ address, namespace: 'default', payloadKey: TEST_PAYLOAD_KEY });
});
afterAll(async () => {
  await engine.close();
  await db.end();
  await database.drop();
});

async function receive(caseId: string, receivedAt: string): Promise<string> {
  const said = {
    act: 'answerVerification',
    codes: {},
    body: { role: 'POLICE_LIAISON' },
    jws: null,
  };
  const by = { fromUnit: 'PV06-01', receivedBy: 'congan.hn', receivedAt };
  return (await storeAgencyMessage(db, { ...said, ...by, messageId: receivedAt, caseId })).id;
}

test('a message that cannot be delivered holds up no other, and the oldest goes first', async () => {
  const told: string[] = [];
  const ids: string[] = [];
  for (const [index, caseId] of CASES.entries()) {
    ids.push(await receive(caseId, `2023-09-18T0${3 - index}:00:00Z`));
  }
  const write = (line: string): void => void told.push(line);
  const log = createLog('relay', 'warn', { write });
  const stopping = new AbortController();
  const running = runRelay({ pool: db, client: engine.client, log }, stopping.signal);
  const waiting = () =>
    db.anyFirst(sql.type(z.object({ id: z.string() }))`
      SELECT case_id AS id FROM agency_messages WHERE state = 'STORED'`);
  await until(async () => (await waiting()).length === 1);
  stopping.abort();
  await running;
  expect(await waiting()).toEqual([IMPOSSIBLE]);
  const order = told.map(
    (line) => z.object({ message: z.string() }).parse(JSON.parse(line)).message,
  );
  expect(order.slice(0, 3)).toEqual(ids.toReversed());
});
