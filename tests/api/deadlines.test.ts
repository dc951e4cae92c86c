import { afterAll, beforeAll, expect, test } from '@jest/globals';
import * as z from 'zod';
import { sql } from '../../db/sql.ts';
import { DeadlineExplanation } from '../../domain/deadline.ts';
import { type Office, openOffice } from '../support/office.ts';
import { askedCase, handIn, HANOI } from '../support/scenes.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

async function explanationOf(caseId: string, clock: string, username: string = HANOI.officer) {
  const person = await office.as(username);
  const path = `/cases/${caseId}/deadlines/${encodeURIComponent(clock)}/explanation`;
  return person.ask('GET', path);
}

const EXTEND = (request: string) => ({
  codes: { clock: `verification:${request}`, basis: 'CARD_INDEX' },
  paper: { reason: 'Phải tra cứu tàng thư' },
});

test('a deadline explains itself to the day, and the days add up to the budget', async () => {
  const { caseId, policeRequest } = await askedCase(office);
  const { status, body } = await explanationOf(caseId, 'total');
  expect(status).toBe(200);
  const { clock, days, steps, rungs } = DeadlineExplanation.parse(body);
  expect(clock).toMatchObject({ amount: 10, unit: 'calendarDay', consumed: 0, overdue: false });
  expect(days[0]).toMatchObject({ date: '2023-09-18', kind: 'START' });
  expect(days.at(-1)).toMatchObject({ date: '2023-09-28', kind: 'DUE' });
  expect(days.reduce((sum, { counted }) => sum + counted, 0)).toBe(10);
  expect(steps).toMatchObject([{ kind: 'STARTED' }]);
  expect(rungs.map(({ rung }) => rung)).toEqual(['AT_RISK', 'DUE_SOON', 'OVERDUE', 'LONG_OVERDUE']);
  const police = await explanationOf(caseId, `verification:${policeRequest}`);
  expect(police.body).toMatchObject({ clock: { amount: 5, unit: 'workingDay', verified: false } });
});

test('a clock the case has not is refused by name', async () => {
  const { caseId } = await handIn(office);
  const { status, body } = await explanationOf(caseId, 'court');
  expect([status, body.code]).toEqual([404, 'CLOCK_UNKNOWN']);
});

test('the printable page is a PDF for whoever may read the case', async () => {
  const { caseId } = await handIn(office);
  const officer = await office.as(HANOI.officer);
  const { status, headers, text } = await officer.ask(
    'GET',
    `/cases/${caseId}/deadlines/total/explanation.pdf`,
  );
  expect(status).toBe(200);
  expect(headers['content-type']).toBe('application/pdf');
  expect(text.slice(0, 5)).toBe('%PDF-');
});

test('the police asks for longer itself: its clock, the question and the passport move once', async () => {
  const { caseId, policeRequest } = await askedCase(office);
  const liaison = await office.as(HANOI.policeLiaison);
  const form = { requestId: policeRequest, basis: 'CARD_INDEX', reason: 'Phải tra cứu tàng thư' };
  const extended = await liaison.ask('POST', '/verifications/extensions', form);
  expect([extended.status, extended.body.rev]).toEqual([200, 3]);
  const officer = await office.as(HANOI.officer);
  const { verifications } = await officer.must('GET', `/cases/${caseId}`);
  expect(verifications[0].dueAt).toBe('2023-09-29T16:59:59.999Z');
  const { body } = await explanationOf(caseId, `verification:${policeRequest}`);
  expect(body).toMatchObject({
    clock: { amount: 9, dueAt: '2023-09-29T16:59:59.999Z' },
    steps: [{ kind: 'STARTED' }, { kind: 'EXTENDED', reason: 'CARD_INDEX' }],
  });
  const again = await liaison.ask('POST', '/verifications/extensions', form);
  expect(again.body.code).toBe('ALREADY_EXTENDED');
  const byOfficer = await officer.tryAct(caseId, 3, 'extendClock', EXTEND(policeRequest));
  expect(byOfficer.body.code).toBe('ALREADY_EXTENDED');
  const court = await office.as(HANOI.courtLiaison);
  const foreign = await court.ask('POST', '/verifications/extensions', form);
  expect(foreign.body.code).toBe('NOT_THE_ASKED_AGENCY');
});

const Kept = z.object({ why: z.string(), dueAt: z.string() });

test('pauses and promises are kept in tables beside the case', async () => {
  const { caseId } = await handIn(office);
  const officer = await office.as(HANOI.officer);
  await officer.act(caseId, 'requestSupplement', { paper: { missing: 'Bản sao hộ chiếu' } });
  const desk = await office.as(HANOI.desk);
  await desk.act(caseId, 'receiveSupplement', { paper: { received: 'Bản sao hộ chiếu' } });
  await officer.act(caseId, 'classify', {
    codes: { regime: 'COMPLEX', grounds: ['SEVERAL_RESIDENCES'] },
  });
  const pause = await office.db.one(sql.type(
    z.object({ reason: z.string(), citation: z.string(), ended: z.boolean(), paper: z.boolean() }),
  )`
    SELECT p.reason, p.citation, p.to_at IS NOT NULL AS ended, w.id IS NOT NULL AS paper
    FROM clock_pauses p LEFT JOIN papers w ON w.case_id = p.case_id AND w.id = p.paper_id
    WHERE p.case_id = ${caseId} AND p.clock = 'total'
  `);
  expect(pause).toMatchObject({ reason: 'SUPPLEMENT', ended: true, paper: true });
  expect(pause.citation).not.toBe('');
  const promised = await office.db.any(sql.type(Kept)`
    SELECT why, to_char(due_at AT TIME ZONE 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD') AS "dueAt"
    FROM promised_dates WHERE case_id = ${caseId} ORDER BY at
  `);
  expect(promised).toEqual([
    { why: 'ACCEPTED', dueAt: '2023-09-28' },
    { why: 'CLASSIFIED', dueAt: '2023-10-03' },
  ]);
  const clock = await office.db.one(sql.type(
    z.object({ budget: z.number(), unit: z.string(), cited: z.boolean() }),
  )`
    SELECT budget::float8 AS budget, unit, citation <> '' AS cited
    FROM case_clocks WHERE case_id = ${caseId} AND name = 'total'
  `);
  expect(clock).toEqual({ budget: 15, unit: 'calendarDay', cited: true });
});

test('the term of an expunged person runs beside the legal one and is hidden from the counter', async () => {
  const { caseId } = await handIn(office);
  const officer = await office.as(HANOI.officer);
  await officer.act(caseId, 'classify', {
    codes: { regime: 'COMPLEX', grounds: ['EXPUNGEMENT_TO_VERIFY'] },
  });
  const own = await explanationOf(caseId, 'expunged');
  expect(own.body).toMatchObject({
    clock: { amount: 5, effect: 'legal', dueAt: '2023-09-25T16:59:59.999Z' },
  });
  const { line } = await officer.must('GET', `/cases/${caseId}`);
  // The row keeps the date of the case's own term; the shorter one stands beside it with its own warning.
  expect(line.legalDueAt).toBe('2023-10-03T16:59:59.999Z');
  expect(line.atRiskAt > own.body.clock.dueAt).toBe(true);
  const { dueAt, atRiskAt } = own.body.clock;
  expect(line.shorterTerm).toEqual({ dueAt, atRiskAt });
  const hidden = await explanationOf(caseId, 'expunged', HANOI.desk);
  expect([hidden.status, hidden.body.code]).toEqual([404, 'CLOCK_UNKNOWN']);
  const desk = await office.as(HANOI.desk);
  const { clocks } = await desk.must('GET', `/cases/${caseId}`);
  expect(clocks.map(({ name }: { name: string }) => name)).not.toContain('expunged');
});

test('the citizen’s tracker explains the legal date day by day', async () => {
  const { caseId, trackingCode } = await handIn(office);
  const officer = await office.as(HANOI.officer);
  const { application } = await officer.must('GET', `/cases/${caseId}`);
  const tracked = await office.app.inject({
    method: 'POST',
    url: '/api/v1/public/tracking',
    payload: { code: trackingCode, birthDate: application.subject.birthDate },
  });
  const { legal } = tracked.json();
  expect(legal).toMatchObject({ amount: 10, unit: 'calendarDay', verified: true });
  expect(legal.days).toHaveLength(11);
});
