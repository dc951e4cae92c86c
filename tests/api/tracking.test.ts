import { afterAll, beforeAll, expect, test } from '@jest/globals';
import * as z from 'zod';
import { sql } from '../../db/sql.ts';
import type { Tracking } from '../../domain/desk.ts';
import { dateOf, HOUR_MS } from '../../domain/instant.ts';
import { type Office, openOffice } from '../support/office.ts';
import {
  ANSWER,
  answer,
  askedCase,
  decide,
  handIn,
  HANOI,
  RECORD_FOUND,
} from '../support/scenes.ts';
import { nameOf } from '../support/tellingCase.ts';
import { loggedActs } from '../support/traces.ts';
import { until } from '../support/until.ts';

/** Three business days in a real second. */
const SPEED = 260_000;

let fast: Office;
let office: Office;
beforeAll(async () => {
  fast = await openOffice({ speed: SPEED });
  office = await openOffice();
});
afterAll(() => Promise.all([fast.close(), office.close()]));

async function tracked(
  { as }: Office,
  { caseId, trackingCode }: { caseId: string; trackingCode: string },
): Promise<Tracking> {
  const desk = await as(HANOI.desk);
  const { application } = await desk.case(caseId);
  const birthDate = application?.subject.birthDate;
  return desk.must('POST', '/public/tracking', { code: trackingCode, birthDate });
}

/** When the log has an act for the first time. */
function loggedAt({ db }: Office, caseId: string, act: string): Promise<string> {
  return db.oneFirst(sql.type(z.object({ at: z.string() }))`
    SELECT to_char(min(at) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at
    FROM case_events WHERE case_id = ${caseId} AND act = ${act}
  `);
}

/** Wait until the system itself has reminded of a case once more. */
async function reminded(caseId: string): Promise<void> {
  const reminders = async () =>
    (await loggedActs(fast, caseId)).filter((act) => act === 'escalate').length;
  const before = await reminders();
  await until(async () => (await reminders()) > before, { withinMs: 40_000 });
}

test('reminders of the system do not begin anew since when somebody has the case', async () => {
  const asked = await askedCase(fast);
  const { caseId, policeRequest } = asked;
  await reminded(caseId);
  expect((await tracked(fast, asked)).since).toBe(await loggedAt(fast, caseId, 'classify'));
  await answer(fast, policeRequest);
  const heard = await tracked(fast, asked);
  await reminded(caseId);
  expect(await tracked(fast, asked)).toMatchObject({
    holderName: await nameOf(fast, HANOI.unit),
    since: heard.since,
  });
});

test('what waits for its applicant is with the applicant, since the office asked', async () => {
  const handed = await handIn(fast, { accept: false });
  const desk = await fast.as(HANOI.desk);
  await desk.act(handed.caseId, 'requestSupplement', { paper: { missing: 'Bản sao hộ chiếu' } });
  expect(await tracked(fast, handed)).toMatchObject({
    holderName: null,
    since: await loggedAt(fast, handed.caseId, 'requestSupplement'),
  });
});

/** Finished cases of the unit took half a day's to three days' office time from a step on. */
async function measured(step: string, samples: number): Promise<void> {
  const percentiles = Array.from({ length: 101 }, (_, percent) => (8 + percent * 0.16) * HOUR_MS);
  await office.db.query(sql.typeAlias('void')`
    INSERT INTO step_times (unit, kind, regime, step, samples, percentiles, measured_on)
    VALUES (${HANOI.unit}, 'APPLICATION', 'SIMPLE', ${step}, ${samples},
      ${sql.array(percentiles.map(Math.round), 'int8')}, '2023-09-18')
  `);
}

test('the likely day follows from finished cases, is not said out of too few, and ends with the result', async () => {
  await measured('ACCEPTED', 29);
  await measured('VERIFYING', 40);
  await measured('EVALUATING', 40);
  const handed = await handIn(office);
  // Fewer than thirty finished cases say nothing.
  expect((await tracked(office, handed)).likelyOn).toBeNull();
  const asked = await askedCase(office);
  // Half of them took sixteen office hours: two days from Monday on.
  expect((await tracked(office, asked)).likelyOn).toBe('2023-09-20');
  await answer(office, asked.policeRequest);
  await decide(office, asked.caseId);
  expect((await tracked(office, asked)).likelyOn).toBeNull();
});

test('who is asked for a supplement is told until when, and nobody else anything', async () => {
  const handed = await handIn(office, { accept: false });
  expect(await tracked(office, handed)).toMatchObject({ lapsesAt: null });
  const desk = await office.as(HANOI.desk);
  await desk.act(handed.caseId, 'requestSupplement', { paper: { missing: 'Bản sao hộ chiếu' } });
  // Thirty days from Monday 18 September: to the end of Wednesday 18 October, as the case counts them.
  const { lapsesAt } = await tracked(office, handed);
  expect(dateOf(Date.parse(String(lapsesAt)))).toBe('2023-10-18');
  const { clocks } = await desk.case(handed.caseId);
  expect(lapsesAt).toBe(clocks.find(({ name }) => name === 'supplement')?.dueAt);
  await desk.act(handed.caseId, 'receiveSupplement', { paper: { received: 'Đủ' } });
  expect(await tracked(office, handed)).toMatchObject({ lapsesAt: null });
});

/** What is said of where a case is, apart from what every day changes. */
async function whereIs(asked: Awaited<ReturnType<typeof askedCase>>) {
  const { stage, holderName, since, stages } = await tracked(office, asked);
  const lines = await Promise.all(
    [HANOI.desk, HANOI.supervisor].map(async (username) => {
      const { line } = await (await office.as(username)).case(asked.caseId);
      const { waitingFor, queueRole, holder, step } = line;
      return { waitingFor, queueRole, holder, step };
    }),
  );
  return { stage, holderName, since, stages, lines };
}

test('tracking, counter and supervisor are told the same while the police is asked, asks back, and while a court is', async () => {
  const asked = await askedCase(office);
  const { caseId, policeRequest } = asked;
  const withPolice = await whereIs(asked);
  expect(withPolice).toMatchObject({
    stage: 'VERIFYING',
    holderName: null,
    since: await loggedAt(office, caseId, 'classify'),
    lines: [
      { waitingFor: [], queueRole: null },
      { waitingFor: [], queueRole: null },
    ],
  });
  await answer(office, policeRequest, {
    ...ANSWER,
    outcome: 'NEEDS_IDENTIFICATION',
    needed: 'Tên mẹ',
  });
  expect(await whereIs(asked)).toEqual(withPolice);
  await (
    await office.as(HANOI.officer)
  ).act(caseId, 'identify', {
    codes: { requestId: policeRequest },
    paper: { identification: 'Mẹ: Lê Thị Mẫu' },
  });
  expect(await whereIs(asked)).toEqual(withPolice);
  await answer(office, policeRequest, RECORD_FOUND);
  const { line } = await (await office.as(HANOI.officer)).case(caseId);
  expect(line.waitingFor).toEqual([HANOI.court]);
  expect(await whereIs(asked)).toEqual(withPolice);
  await answer(office, `${caseId}/COURT-1`, RECORD_FOUND);
  expect(await whereIs(asked)).toMatchObject({
    stage: 'DECIDING',
    holderName: await nameOf(office, HANOI.unit),
  });
});
