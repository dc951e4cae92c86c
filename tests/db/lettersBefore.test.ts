import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type pg from 'pg';
import { migrate } from '../../db/migrate.ts';
import { openPool } from '../../db/pool.ts';
import { listWaiting } from '../../db/read/dispatches.ts';
import { emptyDatabase, type TestDatabase } from '../support/databases.ts';
import { aRecord } from '../support/scenes.ts';
import { arrange, migrateBefore, OFFICER, writeTransfer, writeUnits } from '../support/upgrade.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await emptyDatabase();
});
afterEach(() => database.drop());

async function waiting(unit: string): Promise<string[]> {
  const pool = await openPool(database.url, { size: 1 });
  try {
    return (await listWaiting(pool, unit)).map(({ caseId, sending }) => `${caseId} ${sending}`);
  } finally {
    await pool.end();
  }
}

const TRANSFER = { unit: 'STP-01', step: 'OFFICIALLY_UPDATED', paper: aRecord() };
const DAY = (day: number): string => `2023-09-${String(day).padStart(2, '0')}T10:00:00+07:00`;

test('what was sent before its unit had cover letters waits for none; what is sent again does', async () => {
  await migrateBefore(database.url, '0038');
  await arrange(database.url, async (client) => {
    await writeUnits(client);
    const old = { ...TRANSFER, recordNumber: '01HN2023/00001', sent: [DAY(5)] };
    await writeTransfer(client, { ...old, caseId: 'HN-T-2023-000001' });
    await writeTransfer(client, { ...old, caseId: 'HN-T-2023-000002', step: 'RETURNED' });
    // Sent once before and once after the first letter, under which the third went.
    await writeTransfer(client, { ...old, caseId: 'HN-T-2023-000003', sent: [DAY(6)] });
    await writeTransfer(client, { ...old, caseId: 'HN-T-2023-000004', sent: [DAY(5), DAY(7)] });
    await writeLetter(client, 'HN-T-2023-000003');
    await writeTransfer(client, {
      ...old,
      caseId: 'NA-T-2023-000001',
      unit: 'STP-40',
      step: 'SENT',
    });
  });
  await migrate(database.url);
  expect(await waiting('STP-01')).toEqual(['HN-T-2023-000004 2']);
  expect(await waiting('STP-40')).toEqual([]);
  await arrange(database.url, async (client) => {
    await client.query(`UPDATE cases SET step = 'SENT', state = state || '{"sendings": 2}'
      WHERE case_id = 'HN-T-2023-000002'`);
  });
  expect(await waiting('STP-01')).toContain('HN-T-2023-000002 2');
});

async function writeLetter(client: pg.Client, caseId: string): Promise<void> {
  await client.query(
    `INSERT INTO rule_sets (id, valid_from, body) VALUES ('X', '2010-01-01', '{}')`,
  );
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO dispatches (id, unit, year, serial, number, rule_set_id, made_by, made_at)
     VALUES (gen_random_uuid(), 'STP-01', 2023, 1, '1/CV-STP', 'X', $1, $2) RETURNING id`,
    [OFFICER, DAY(6)],
  );
  await client.query(
    `INSERT INTO dispatch_items (dispatch_id, place, case_id, sending, line) VALUES ($1, 1, $2, 1, '{}')`,
    [rows[0]?.id, caseId],
  );
}
