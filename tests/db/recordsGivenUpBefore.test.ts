import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type pg from 'pg';
import { migrate } from '../../db/migrate.ts';
import { emptyDatabase, type TestDatabase } from '../support/databases.ts';
import { aRecord } from '../support/scenes.ts';
import { arrange, migrateBefore, OFFICER, writeTransfer, writeUnits } from '../support/upgrade.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await emptyDatabase();
});
afterEach(() => database.drop());

const AT = '2023-09-04T10:00:00+07:00';
const CLOSED = new Date('2023-09-06T10:00:00+07:00');
const GIVEN_UP = '01HN2023/00001';
const STANDING = '01HN2023/00002';

async function writeRecord(client: pg.Client, recordNumber: string, step: string): Promise<void> {
  const caseId = `HN-T-2023-0${recordNumber.slice(-5)}`;
  const record = { unit: 'STP-01', recordNumber, step, sent: [AT], paper: aRecord() };
  await writeTransfer(client, { ...record, caseId });
  await client.query(
    `SELECT open_record(jsonb_build_object('book', 'PROVINCE', 'number', $2::text, 'unit', 'STP-01', 'caseId', p.case_id,
      'body', record_file(p.body), 'cause', 'OPENED', 'sourceId', p.id, 'foldedName', 'x', 'at', $3::text, 'by', $4::text))
    FROM papers p WHERE case_id = $1`,
    [caseId, recordNumber, AT, OFFICER],
  );
  await client.query(
    `INSERT INTO record_proposals (id, number, base, kind, details, reason, proposed_by, proposed_at)
     VALUES (gen_random_uuid(), $1, 1, 'DEATH', '{}', 'x', $2, $3)`,
    [recordNumber, OFFICER, AT],
  );
}

test('records given up before say so after the upgrade, and what was open about them has lapsed', async () => {
  await migrateBefore(database.url, '0046');
  await arrange(database.url, async (client) => {
    await writeUnits(client);
    await writeRecord(client, GIVEN_UP, 'ABANDONED');
    await writeRecord(client, STANDING, 'SENT');
    await client.query(`UPDATE cases SET closed_at = $1 WHERE step = 'ABANDONED'`, [CLOSED]);
    await client.query(`UPDATE records SET checked = head`);
  });
  await migrate(database.url);
  const { rows } = await arrange(database.url, (client) =>
    client.query(`SELECT r.number, r.abandoned_at AS at, r.checked <> r.head AS due, p.state, p.decided_at AS decided
      FROM records r JOIN record_proposals p USING (number) ORDER BY 1`),
  );
  expect(rows).toEqual([
    { number: GIVEN_UP, at: CLOSED, due: true, state: 'LAPSED', decided: CLOSED },
    { number: STANDING, at: null, due: false, state: 'OPEN', decided: null },
  ]);
});
