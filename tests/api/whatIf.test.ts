import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import * as z from 'zod';
import { sql } from '../../db/sql.ts';
import { QUESTIONS } from '../../domain/law/figuresSeen.ts';
import type { LawRun } from '../../domain/law/run.ts';
import { finished, SWAP } from '../support/drafts.ts';
import { openOffice, type Office } from '../support/office.ts';
import { answer, askedCase, handIn, HANOI, issuedCase, RECORD_FOUND } from '../support/scenes.ts';

/** Tables of cases and of what hangs on them: a trial may only look at these. */
const CASE_TABLES = [
  'cases',
  'case_events',
  'case_clocks',
  'verifications',
  'escalations',
  'outgoing_messages',
  'certificates',
  'claims',
  'calendars',
  'rule_sets',
];

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

/** One digest of everything that stands in the tables of cases. */
async function digest(): Promise<string> {
  const hash = createHash('sha256');
  for (const table of CASE_TABLES) {
    const rows = await office.db.anyFirst(sql.type(z.object({ row: z.string() }))`
      SELECT t::text AS row FROM ${sql.identifier([table])} t ORDER BY 1
    `);
    hash.update(table).update(rows.join('\n'));
  }
  return hash.digest('hex');
}

async function tried(change: object, as: string = HANOI.supervisor): Promise<LawRun> {
  const person = await office.as(as);
  const form = { title: 'Thử', change, from: '2023-09-01', to: '2023-09-30' };
  const { id } = await person.must('POST', '/what-if', form);
  return finished(office, id, as);
}

/** Let a clock of a case have ended, or been due, at another instant: history that took longer. */
async function ageClock(caseId: string, clock: string, stoppedAt: string): Promise<void> {
  await office.db.query(sql.typeAlias('void')`
    UPDATE case_clocks SET stopped_at = ${stoppedAt} WHERE case_id = ${caseId} AND name LIKE ${clock}
  `);
}

test('breaches before and after equal those counted by hand, and nothing is written to any case', async () => {
  // Police asked on Monday 18 September: due Monday 25, or Tuesday 26 with Friday 22 off.
  const inTimeAfter = await askedCase(office);
  await answer(office, inTimeAfter.policeRequest);
  await ageClock(inTimeAfter.caseId, 'verification:%', '2023-09-26T03:00:00Z');
  const lateBoth = await askedCase(office);
  await answer(office, lateBoth.policeRequest);
  await ageClock(lateBoth.caseId, 'verification:%', '2023-09-27T03:00:00Z');
  await issuedCase(office);
  await handIn(office);

  const before = await digest();
  const run = await tried(SWAP);
  expect(await digest()).toBe(before);
  expect(run).toMatchObject({ state: 'DONE', unit: HANOI.unit, done: 7, total: 7 });
  // Four totals of ten calendar days, untouched; three questions to the police, all moved.
  expect(run.figures).toMatchObject({
    cases: 4,
    clocks: 7,
    moved: 3,
    lateBefore: 2,
    lateAfter: 1,
    toLate: 0,
    toInTime: 1,
    unreached: 0,
    byProvince: [{ key: '01', clocks: 7, moved: 3, lateBefore: 2, lateAfter: 1 }],
    byUnit: [
      { key: HANOI.police, clocks: 3, moved: 3, lateBefore: 2, lateAfter: 1 },
      { key: HANOI.unit, clocks: 4, moved: 0, lateBefore: 0, lateAfter: 0 },
    ],
    byClock: [
      { key: QUESTIONS, clocks: 3, moved: 3, lateBefore: 2, lateAfter: 1 },
      { key: 'total', clocks: 4, moved: 0, lateBefore: 0, lateAfter: 0 },
    ],
    weeks: [{ monday: '2023-09-25', before: 7, after: 7 }],
  });
  const supervisor = await office.as(HANOI.supervisor);
  const { moves } = await supervisor.must('GET', `/law-runs/${run.id}/moves`);
  expect(moves).toMatchObject([
    { caseId: inTimeAfter.caseId, side: 'TO_IN_TIME', why: ['2023-09-22'] },
  ]);
});

test('a shorter term is tried the same way, and comes as files for the decision', async () => {
  const term = { of: 'TERM', ruleSetId: 'B', term: 'police', amount: 4, unit: 'workingDay' };
  const run = await tried({ ...term, citation: 'Dự thảo sửa đổi' });
  expect(run.figures).toMatchObject({ moved: 3, lateBefore: 2, lateAfter: 2 });
  const supervisor = await office.as(HANOI.supervisor);
  const json = await supervisor.ask('GET', `/law-runs/${run.id}/result.json`);
  expect(JSON.parse(json.text)).toMatchObject({ id: run.id, change: term, figures: { clocks: 7 } });
  const csv = await supervisor.ask('GET', `/law-runs/${run.id}/result.csv`);
  expect(csv.headers['content-disposition']).toContain(`what_if-${run.id}.csv`);
  expect(csv.text).toContain(`Đơn vị,${HANOI.police},lateAfter,2`);
});

test('another unit sees neither the cases nor the trial', async () => {
  const run = await tried(SWAP);
  const elsewhere = await office.as('giamsat.na');
  const form = { title: 'Thử', change: SWAP, from: '2023-09-01', to: '2023-09-30' };
  const { id } = await elsewhere.must('POST', '/what-if', form);
  expect((await finished(office, id, 'giamsat.na')).figures).toMatchObject({ clocks: 0 });
  const { body } = await elsewhere.ask('GET', `/law-runs/${run.id}`);
  expect(body.code).toBe('NOT_YOUR_UNIT');
  const national = await tried(SWAP, 'giamsat.tt');
  expect(national).toMatchObject({ unit: null, figures: { clocks: 7 } });
});

test('a period that ends before it begins is refused by its field', async () => {
  const supervisor = await office.as(HANOI.supervisor);
  const form = { title: 'Thử', change: SWAP, from: '2023-09-30', to: '2023-09-01' };
  const { body } = await supervisor.ask('POST', '/what-if', form);
  expect([body.code, body.fields[0].path]).toEqual(['INVALID_INPUT', 'to']);
});

test('figures name no court to a reader who may not know of convictions', async () => {
  const { caseId, policeRequest } = await askedCase(office);
  await answer(office, policeRequest, RECORD_FOUND);
  await answer(office, `${caseId}/COURT-1`);
  const run = await tried(SWAP);
  const paths = ['', '/result.csv', '/result.json'].map((page) => `/law-runs/${run.id}${page}`);
  const told = async (username: string, path: string) => {
    const { status, text } = await (await office.as(username)).ask('GET', path);
    return [path, status, [HANOI.court, 'COURT'].filter((word) => text.includes(word))];
  };
  for (const path of [...paths, '/what-if']) {
    expect(await told(HANOI.director, path)).toEqual([path, 200, [HANOI.court, 'COURT']]);
    expect(await told(HANOI.supervisor, path)).toEqual([path, 200, []]);
  }
});
