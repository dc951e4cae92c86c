import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { migrate } from '../../db/migrate.ts';
import { emptyDatabase, type TestDatabase } from '../support/databases.ts';
import { arrange, HEAD, migrateBefore, OFFICER, writeUnits } from '../support/upgrade.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await emptyDatabase();
});
afterEach(() => database.drop());

test('notes of readings of before are kept, those of one load in one row', async () => {
  await migrateBefore(database.url, '0048');
  await arrange(database.url, async (client) => {
    await writeUnits(client);
    const note = `INSERT INTO read_audit (account, case_id, what, at) VALUES ($1, $2, $3, $4)`;
    const [nine, ten] = ['2023-09-18T09:00:00+07:00', '2023-09-18T10:00:00+07:00'];
    for (const values of [
      [OFFICER, 'HN-P-2023-000002', 'desk', nine],
      [OFFICER, 'HN-P-2023-000001', 'desk', nine],
      [HEAD, 'HN-P-2023-000001', 'case', nine],
      [OFFICER, 'HN-P-2023-000001', 'desk', ten],
      [HEAD, 'HN-P-2023-000001', 'case', ten],
      [HEAD, 'HN-P-2023-000001', 'case', ten],
    ])
      await client.query(note, values);
  });
  await migrate(database.url);
  await arrange(database.url, async (client) => {
    const { rows } = await client.query(
      `SELECT account, what, to_char(at AT TIME ZONE 'UTC', 'HH24:MI') AS at, last_at = at AS once, times, unit, subjects FROM read_audit ORDER BY id`,
    );
    const both = ['HN-P-2023-000001', 'HN-P-2023-000002'];
    const kept = { once: true, times: 1, unit: null };
    expect(rows).toEqual([
      { account: OFFICER, what: 'desk', at: '02:00', ...kept, subjects: both },
      { account: HEAD, what: 'case', at: '02:00', ...kept, subjects: both.slice(0, 1) },
      { account: OFFICER, what: 'desk', at: '03:00', ...kept, subjects: both.slice(0, 1) },
      { account: HEAD, what: 'case', at: '03:00', ...kept, times: 2, subjects: both.slice(0, 1) },
    ]);
  });
});
