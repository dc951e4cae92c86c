import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from '../../db/sql.ts';
import { businessTime } from '../../domain/clock/businessClock.ts';
import type { CaseDetail } from '../../domain/case.ts';
import { openOffice, type Office } from '../support/office.ts';
import { anApplication, HANOI, handIn } from '../support/scenes.ts';
import { until } from '../support/until.ts';

/** Tuesday 30 June 2026, ten seconds before midnight: the law changes while the office is open. */
const LAST_DAY = Date.parse('2026-06-30T23:59:50+07:00');
const MIDNIGHT = Date.parse('2026-07-01T00:00:00+07:00');
const ELSEWHERE = { unit: 'STP-40', desk: 'motcua.na' };
/** Nghệ An is closed on Friday 3 July 2026. */
const OVERLAY = {
  version: 'na-1',
  unit: ELSEWHERE.unit,
  closures: [
    { date: '2026-07-03', nameVi: 'Nghỉ', nameEn: 'Closed', confirmed: true, source: 'test' },
  ],
  hours: null,
};

let office: Office;
let before: { caseId: string };
let waiting: { caseId: string };
beforeAll(async () => {
  office = await openOffice({ from: LAST_DAY });
  await office.db.query(sql.typeAlias('void')`
    INSERT INTO calendar_overlays (version, unit, body)
    VALUES (${OVERLAY.version}, ${OVERLAY.unit}, ${JSON.stringify(OVERLAY)}::jsonb)
  `);
  await office.as(HANOI.desk);
  // Opening took its time; the ten seconds begin now, when no case has pinned the clock yet.
  office.clock.realEpochMs = Date.now();
  before = await handIn(office);
  waiting = await handIn(office, { accept: false });
});
afterAll(() => office.close());

async function read(caseId: string): Promise<CaseDetail> {
  return (await office.as(HANOI.officer)).case(caseId);
}

function totalOf({ clocks }: CaseDetail) {
  const total = clocks.find(({ name }) => name === 'total');
  return { term: total?.term, dueAt: total?.dueAt };
}

/** Both cases go by the clock that they began with, so it has to get there; the new law is in force then. */
function untilTheChange(): Promise<boolean> {
  return until(() => businessTime(office.clock, Date.now()) >= MIDNIGHT);
}

test('before 1 July 2026 a dossier is received under the old law, after it under the new', async () => {
  expect(await read(before.caseId)).toMatchObject({ ruleSetId: 'C', line: { step: 'ACCEPTED' } });
  expect(await read(waiting.caseId)).toMatchObject({ ruleSetId: 'C', line: { step: 'SUBMITTED' } });
  await untilTheChange();
  const after = await handIn(office);
  expect(await read(after.caseId)).toMatchObject({ ruleSetId: 'D' });
  expect(totalOf(await read(after.caseId))).toEqual({
    term: 'totalSimple',
    dueAt: '2026-07-08T16:59:59.999Z',
  });
});

test('a case accepted before is classified and measured after the change under its own law', async () => {
  await untilTheChange();
  const officer = await office.as(HANOI.officer);
  const codes = { regime: 'COMPLEX', grounds: ['TIME_ABROAD'] };
  await officer.act(before.caseId, 'classify', { codes });
  const detail = await read(before.caseId);
  expect(detail).toMatchObject({ ruleSetId: 'C' });
  // Fifteen days from 30 June 2026.
  expect(totalOf(detail)).toEqual({ term: 'totalComplex', dueAt: '2026-07-15T16:59:59.999Z' });
  const { clocks } = await officer.must('GET', `/cases/${before.caseId}/time`);
  expect(clocks[0].days.filter(({ counted }: { counted: number }) => counted > 0)).toHaveLength(15);
});

test('a dossier that waited over the change is accepted under the new law', async () => {
  await untilTheChange();
  const desk = await office.as(HANOI.desk);
  await desk.act(waiting.caseId, 'accept', { codes: { feeSettled: true } });
  const detail = await read(waiting.caseId);
  expect(detail).toMatchObject({ ruleSetId: 'D', line: { step: 'ACCEPTED' } });
  expect(totalOf(detail).dueAt).toBe('2026-07-08T16:59:59.999Z');
});

test('a dossier postmarked before the change is finished under the old law', async () => {
  await untilTheChange();
  const posted = await handIn(office, {
    channel: 'POST',
    postmarkedOn: '2026-06-29',
    accept: false,
  });
  const desk = await office.as(HANOI.desk);
  await desk.act(posted.caseId, 'accept', { codes: { feeSettled: true } });
  const detail = await read(posted.caseId);
  expect(detail).toMatchObject({ ruleSetId: 'C' });
  expect(totalOf(detail).dueAt).toBe('2026-07-13T16:59:59.999Z');
  const lateMark = await handIn(office, { channel: 'POST', postmarkedOn: '2026-07-01' });
  expect(await read(lateMark.caseId)).toMatchObject({ ruleSetId: 'D' });
});

test.each([
  ['of tomorrow', { channel: 'POST', postmarkedOn: '2026-07-31' }, 'IN_FUTURE'],
  [
    'of a dossier that came another way',
    { channel: 'COUNTER', postmarkedOn: '2026-06-29' },
    'POSTMARK_BY_POST_ONLY',
  ],
  ['that is no date', { channel: 'POST', postmarkedOn: '2026-06-31' }, 'WRONG_FORMAT'],
])('a postmark %s is refused at its field', async (_, change, code) => {
  const desk = await office.as(HANOI.desk);
  const submission = { ...anApplication(), ...change };
  const { status, body } = await desk.ask('POST', '/applications', submission);
  expect(status).toBe(400);
  expect(body).toMatchObject({ code: 'INVALID_INPUT', fields: [{ path: 'postmarkedOn', code }] });
});

test('a postmark from before all law leaves a dossier to the rules that left none behind', async () => {
  // From A to B nothing is left to earlier rules.
  const old = await handIn(office, { channel: 'POST', postmarkedOn: '2010-06-30' });
  expect((await read(old.caseId)).ruleSetId).toBe('B');
});

test('the rule sets are listed with what is in force and what nobody verified', async () => {
  await untilTheChange();
  const admin = await office.as('quantri');
  const { ruleSets } = await admin.must('GET', '/rule-sets');
  expect(
    ruleSets.map(({ id, inForce }: { id: string; inForce: boolean }) => [id, inForce]),
  ).toEqual([
    ['A', false],
    ['B', false],
    ['C', false],
    ['D', true],
  ]);
  for (const { values, unverified } of ruleSets) {
    expect(unverified).toBeGreaterThan(0);
    expect(unverified).toBeLessThan(values);
  }
  const D = await admin.must('GET', '/rule-sets/D');
  expect(D).toMatchObject({
    terms: { totalSimple: { amount: 5, unit: 'workingDay', verified: false } },
    transition: { citation: 'Nghị định 216/2026/NĐ-CP, Điều 28', verified: true },
  });
  expect((await admin.ask('GET', '/rule-sets/Z')).body.code).toBe('NOT_FOUND');
});

test('a calendar is listed with its horizon, and read with its days or a unit’s own', async () => {
  const supervisor = await office.as(HANOI.supervisor);
  const { calendars, overlays } = await supervisor.must('GET', '/calendars');
  expect(calendars).toMatchObject([
    {
      from: '2014-12-27',
      to: '2028-12-31',
      confirmedTo: '2026-11-23',
      short: false,
      days: 207,
      forecastDays: 21,
    },
  ]);
  const [{ version }] = calendars;
  const overlay = overlays.find(({ unit }: { unit: string }) => unit === 'STP-79');
  const national = await supervisor.must('GET', `/calendars/${version}`);
  expect(national.days).toHaveLength(207);
  expect(national.officeHours.weekly).toBeUndefined();
  const own = await supervisor.must('GET', `/calendars/${version}?overlay=${overlay.version}`);
  expect(own.officeHours.weekly).toEqual({ Sat: [{ opens: '07:30', closes: '11:30' }] });
  for (const path of ['/calendars/none', `/calendars/${version}?overlay=none`]) {
    expect((await supervisor.ask('GET', path)).body.code).toBe('NOT_FOUND');
  }
});

test('alarms are shown, those that stand first', async () => {
  await office.db.query(sql.typeAlias('void')`
    INSERT INTO alarms (kind, subject, detail, raised_at, cleared_at) VALUES
      ('CALENDAR_HORIZON', 'old', '{"monthsLeft": 9}', '2026-06-01T00:00:00Z', '2026-06-02T00:00:00Z'),
      ('CALENDAR_HORIZON', 'new', '{"monthsLeft": 8}', '2026-05-01T00:00:00Z', NULL)
  `);
  const { alarms } = await (await office.as('quantri')).must('GET', '/alarms');
  expect(alarms.map(({ subject }: { subject: string }) => subject)).toEqual(['new', 'old']);
});

test('the days of a unit’s own calendar count for its cases, and are explained', async () => {
  await untilTheChange();
  const desk = await office.as(ELSEWHERE.desk);
  const submission = anApplication({ unit: ELSEWHERE.unit });
  const { caseId } = await desk.must('POST', '/applications', submission);
  const detail = await desk.case(caseId);
  expect(totalOf(detail).dueAt).toBe('2026-07-09T16:59:59.999Z');
  const { clocks } = await desk.must('GET', `/cases/${caseId}/time`);
  expect(clocks[0].days).toContainEqual(
    expect.objectContaining({ date: '2026-07-03', counted: 0, name: { vi: 'Nghỉ', en: 'Closed' } }),
  );
});
