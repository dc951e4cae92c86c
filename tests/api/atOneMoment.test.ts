import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import * as z from 'zod';
import { answerItem } from '../../db/desk/campaigns.ts';
import { sql } from '../../db/sql.ts';
import { openOffice, type Office } from '../support/office.ts';
import { SHIPPED_LIST } from '../support/offences.ts';
import type { Answer, Person } from '../support/person.ts';
import { RUNS } from '../support/reconciliations.ts';
import { CAMPAIGN, enterOld, findingsOf } from '../support/quality.ts';
import { aRecord, HANOI } from '../support/scenes.ts';
import { until } from '../support/until.ts';
import { arrange } from '../support/upgrade.ts';

let office: Office;
let officer: Person;
beforeAll(async () => {
  office = await openOffice();
  officer = await office.as(HANOI.records);
});
afterAll(() => office.close());

/** Statuses of answers, and the code of those that were refused. */
const outcomes = (answers: readonly Answer[]): string[] =>
  answers.map(({ status, body }) => String(status < 300 ? status : body.code)).toSorted();

test('of two releases that are published at one moment one comes in force', async () => {
  const importer = await office.as('kiemtra.tt');
  const approver = await office.as('duyet.tt');
  const lists = [];
  for (const name of ['mot.csv', 'hai.csv']) {
    const headers = { 'content-type': 'text/csv' };
    const path = `/catalogue/releases?title=x&name=${name}`;
    lists.push((await importer.ask('POST', path, SHIPPED_LIST, { headers })).body);
  }
  const all = await Promise.all(
    lists.map(({ release, token }) =>
      approver.ask('POST', `/catalogue/releases/${release.id}/publication`, { token }),
    ),
  );
  expect(outcomes(all)).toEqual(['200', 'LIST_OUTDATED']);
});

test('of two letters for one sending at one moment one is made', async () => {
  const { caseId } = await officer.must('POST', '/transfers', { record: aRecord('Trần Văn Đua') });
  await officer.act(caseId, 'send');
  const cover = () =>
    officer.ask('POST', '/exchange/dispatches', { caseIds: [caseId] }, { key: randomUUID() });
  expect(outcomes(await Promise.all([cover(), cover()]))).toEqual(['201', 'NOT_DISPATCHABLE']);
});

test('one request for a letter that comes four times at one moment is one letter', async () => {
  const { caseId } = await officer.must('POST', '/transfers', { record: aRecord('Trần Văn Bốn') });
  await officer.act(caseId, 'send');
  const key = randomUUID();
  const cover = () => officer.ask('POST', '/exchange/dispatches', { caseIds: [caseId] }, { key });
  const answers = await Promise.all([cover(), cover(), cover(), cover()]);
  expect(outcomes(answers)).toEqual(['201', '201', '201', '201']);
  expect(new Set(answers.map(({ body }) => body.number)).size).toBe(1);
});

test('of two runs of the same books that are begun at one moment one is', async () => {
  const begin = () => officer.ask('POST', RUNS, { unit: HANOI.unit });
  expect(outcomes(await Promise.all([begin(), begin()]))).toEqual(['201', 'RECONCILIATION_OPEN']);
});

test('an answer that is under way when a campaign ends stands in its report', async () => {
  const number = await enterOld(office, 'Ngô Văn Kịp');
  const [finding] = (await findingsOf(office, number)).filter(
    ({ rule }) => rule === 'NO_COMPLETION',
  );
  const { campaign } = await officer.must('POST', '/campaigns', CAMPAIGN);
  const path = `/campaigns/${campaign.id}`;
  await officer.must('POST', `${path}/start`);
  const { id: by } = await office.db.one(sql.type(z.object({ id: z.string() }))`
    SELECT id FROM accounts WHERE username = ${HANOI.policeLiaison}
  `);
  const answer = {
    campaign: campaign.id as string,
    finding: finding?.id ?? 0,
    unit: HANOI.police,
    answer: null,
    by,
    at: '2023-09-19T02:00:00Z',
  };
  // Asked outside the transaction: what is asked within one is of its connection.
  const answered = Promise.withResolvers<void>();
  const ending = answered.promise.then(() => officer.ask('POST', `${path}/end`));
  await office.db.transaction(async (tx) => {
    expect(await answerItem(tx, answer)).toBe(true);
    answered.resolve();
    await until(async () => (await waiting()) > 0);
  });
  expect(await ending).toMatchObject({
    status: 200,
    body: { progress: [{ source: 'POLICE', all: 1, asked: 0, nothing: 1 }] },
  });
  expect(await answerItem(office.db, answer)).toBe(false);
});

/** How many statements about campaigns wait for another transaction. */
async function waiting(): Promise<number> {
  const { rows } = await arrange(office.databaseUrl, (client) =>
    client.query(`SELECT FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%campaigns%'`),
  );
  return rows.length;
}
