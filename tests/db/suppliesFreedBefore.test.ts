import { afterEach, beforeEach, expect, test } from '@jest/globals';
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

test('what made or was used for records given up before is free after the upgrade, and transfers have name and paper', async () => {
  await migrateBefore(database.url, '0049');
  await arrange(database.url, async (client) => {
    await writeUnits(client);
    for (const [n, step] of ['ABANDONED', 'SENT', 'ABANDONED'].entries()) {
      const [caseId, recordNumber] = [`HN-T-2023-00000${n}`, `01HN2023/0000${n}`];
      const transfer = { caseId, recordNumber, unit: 'STP-01', step, sent: [AT], paper: aRecord() };
      await writeTransfer(client, transfer);
      await client.query(
        `INSERT INTO records (book, number, unit, case_id, head, digest, full_name, folded_name, birth_date,
           unnormalised, updated_at, abandoned_at)
         VALUES ('PROVINCE', $1, 'STP-01', $2, 1, 'd', 'x', 'x', '1980', 0, $3, $4)`,
        [recordNumber, caseId, AT, step === 'ABANDONED' ? AT : null],
      );
      await client.query(
        `INSERT INTO supplies (id, unit, year, book_number, supplier_kind, supplier_name, supplier_key, kind, number,
           number_key, issued_on, arrived_on, person_name, folded_name, birth_date, channel, body, received_by,
           received_at, state, case_id, record_number, settled_by, settled_at)
         VALUES (gen_random_uuid(), 'STP-01', 2023, $1, 'PRISON', 'x', 'x', 'COMPLETION_CERTIFICATE', $5, $5, '2023-09-01', '2023-09-01',
           'x', 'x', '1980', 'PAPER', '{}', $3, $2, 'USED', $4, $5, $3, $2)`,
        [n + 1, AT, OFFICER, caseId, recordNumber],
      );
    }
    // The last one was made of its entry, which does not know of it.
    await client.query(`UPDATE submissions SET external_code = 'SUPPLY/' || s.id FROM supplies s
      WHERE submissions.case_id = s.case_id AND s.book_number = 3`);
    await client.query(`UPDATE supplies SET state = 'RECEIVED', case_id = NULL, record_number = NULL,
      settled_by = NULL, settled_at = NULL WHERE book_number = 3`);
    await client.query(`UPDATE cases SET state = state || '{"paper":{"postedAt":1,"arrivedAt":null}}'
      WHERE step = 'SENT'`);
  });
  await migrate(database.url);
  const { rows } = await arrange(database.url, (client) =>
    client.query(`SELECT s.state, s.hint, s.round, s.record_number AS record,
        (SELECT count(*)::int FROM cases WHERE name_sort = 'le van cu') AS named,
        (SELECT string_agg(paper_state, ',') FROM cases) AS papers
      FROM supplies s ORDER BY book_number`),
  );
  const transfers = { named: 3, papers: 'POSTED' };
  expect(rows).toEqual([
    { state: 'RECEIVED', hint: 'RECORD_ABANDONED', round: 2, record: null, ...transfers },
    { state: 'USED', hint: null, round: 1, record: '01HN2023/00001', ...transfers },
    { state: 'RECEIVED', hint: 'RECORD_ABANDONED', round: 2, record: null, ...transfers },
  ]);
});
