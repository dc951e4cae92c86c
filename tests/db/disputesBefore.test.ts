import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type pg from 'pg';
import { migrate } from '../../db/migrate.ts';
import { emptyDatabase, type TestDatabase } from '../support/databases.ts';
import { aRecord } from '../support/scenes.ts';
import { arrange, migrateBefore, writeTransfer, writeUnits } from '../support/upgrade.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await emptyDatabase();
});
afterEach(() => database.drop());

const CASE_ID = 'HN-T-2023-000001';
const AT = '2023-09-20T09:00:00+07:00';
const columns = `case_id, unit, clock, reason, raised_as, raised_at, status`;
const values = `'${CASE_ID}', 'STP-01', 'total', 'Sai ngày', 'APPLICANT', '${AT}', 'OPEN'`;

async function complainOf(client: pg.Client, missedAt: string): Promise<boolean> {
  const { rowCount } = await client.query(
    `INSERT INTO disputes (${columns}, kind, missed_at) VALUES (${values}, 'LATE', $1)
     ON CONFLICT DO NOTHING`,
    [missedAt],
  );
  return rowCount === 1;
}

test('a dispute of before is one of the date; lateness is complained of beside it, once per date', async () => {
  await migrateBefore(database.url, '0045');
  await arrange(database.url, async (client) => {
    await writeUnits(client);
    const old = { unit: 'STP-01', step: 'SENT', recordNumber: '01HN2023/00001', sent: [AT] };
    await writeTransfer(client, { ...old, caseId: CASE_ID, paper: aRecord() });
    await client.query(`INSERT INTO disputes (${columns}) VALUES (${values})`);
  });
  await migrate(database.url);
  await arrange(database.url, async (client) => {
    const { rows } = await client.query(`SELECT kind, missed_at FROM disputes`);
    expect(rows).toEqual([{ kind: 'DATE', missed_at: null }]);
    expect(await complainOf(client, '2023-09-19T17:00:00Z')).toBe(true);
    expect(await complainOf(client, '2023-09-19T17:00:00Z')).toBe(false);
    expect(await complainOf(client, '2023-09-26T17:00:00Z')).toBe(true);
    const again = `INSERT INTO disputes (${columns}) VALUES (${values}) ON CONFLICT DO NOTHING`;
    expect((await client.query(again)).rowCount).toBe(0);
  });
});
