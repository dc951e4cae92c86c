import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type pg from 'pg';
import { migrate } from '../../db/migrate.ts';
import { emptyDatabase, type TestDatabase } from '../support/databases.ts';
import { arrange, migrateBefore, writeUnits } from '../support/upgrade.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await emptyDatabase();
});
afterEach(() => database.drop());

/** An application that waits for answers, each with what it was answered so far. */
async function writeVerifying(
  client: pg.Client,
  caseId: string,
  outcomes: readonly (string | null)[],
  role: string | null = null,
): Promise<void> {
  const at = '2023-09-04T09:00:00+07:00';
  await client.query(
    `INSERT INTO cases (case_id, kind, unit, step, rev, queue_role, queue_unit, opened_at, state)
     VALUES ($1, 'APPLICATION', 'STP-01', 'VERIFYING', 3, $2, 'STP-01', $3, '{}')`,
    [caseId, role, at],
  );
  for (const [index, outcome] of outcomes.entries()) {
    await client.query(
      `INSERT INTO verifications (request_id, case_id, kind, unit, asked_at, due_at, round, outcome)
       VALUES ($1, $2, 'POLICE', 'STP-40', $3, $3, 1, $4)`,
      [`${caseId}/POLICE-${index}`, caseId, at, outcome],
    );
  }
}

test('cases of which every open question was asked back stand in the officer’s queue after the upgrade', async () => {
  await migrateBefore(database.url, '0041');
  await arrange(database.url, async (client) => {
    await writeUnits(client);
    await writeVerifying(client, 'A', ['NO_RECORD', 'NEEDS_IDENTIFICATION']);
    await writeVerifying(client, 'B', [null, 'NEEDS_IDENTIFICATION']);
    await writeVerifying(client, 'C', ['CANNOT_ANSWER_YET', 'NEEDS_IDENTIFICATION']);
    await writeVerifying(client, 'D', ['NO_RECORD', 'WAIVED']);
    await writeVerifying(client, 'E', ['NEEDS_IDENTIFICATION'], 'DIRECTOR');
  });
  await migrate(database.url);
  const roles = await arrange(database.url, async (client) => {
    const { rows } = await client.query<{ role: string | null }>(
      'SELECT queue_role AS role FROM cases ORDER BY case_id',
    );
    return rows.map(({ role }) => role);
  });
  expect(roles).toEqual(['LLTP_OFFICER', null, null, null, 'DIRECTOR']);
});
