import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from '../../db/sql.ts';
import { addDays, dateOf } from '../../domain/instant.ts';
import { readPdf } from '../print/readPdf.ts';
import { draftOf, lateCase, lettersOf, SPEED, trySign, urgentCase } from '../support/apologies.ts';
import { openOffice, type Office } from '../support/office.ts';
import { answer, decide, HANOI } from '../support/scenes.ts';
import { loggedActs } from '../support/traces.ts';
import { until } from '../support/until.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice({ speed: SPEED });
});
afterAll(() => office.close());

test('a breach drafts one letter, its signing numbers it and promises a date that the tracker shows', async () => {
  const { caseId, question, letter } = await lateCase(office);
  expect(letter).toMatchObject({ clock: 'total', rung: 'OVERDUE', again: false, number: null });
  const before = await office.as(HANOI.officer).then((officer) => officer.case(caseId));
  expect(letter.missedAt).toBe(before.line.legalDueAt);
  const result = await trySign(office, letter, letter.proposedOn);
  expect(result).toMatchObject({
    ok: true,
    caseId,
    number: expect.stringMatching(/^\d+\/PXL-STP$/),
  });
  const desk = await office.as(HANOI.desk);
  const tracked = await desk.must('POST', '/public/tracking', question);
  expect(tracked.apologies).toMatchObject([
    { letterId: letter.id, number: result.number, missedAt: letter.missedAt },
  ]);
  expect(dateOf(Date.parse(tracked.apologies[0].promisedDueAt))).toBe(letter.proposedOn);
  // The legal date stands.
  expect(tracked.legalDueAt).toBe(before.line.legalDueAt);
  expect((await lettersOf(office, caseId)).map(({ status }) => status)).toEqual(['SIGNED']);
  expect((await loggedActs(office, caseId)).filter((act) => act === 'apologise')).toHaveLength(1);
  const path = `/public/letters/${letter.id}/paper.pdf`;
  const response = await office.app.inject({
    method: 'POST',
    url: `/api/v1${path}`,
    payload: question,
  });
  expect(response.headers['content-type']).toBe('application/pdf');
  const words = readPdf(response.rawPayload).text.replace(/\s+/gu, ' ');
  expect(words).toContain('PHIẾU XIN LỖI');
  expect(words).toContain(result.number);
  expect(words).toContain('TL. GIÁM ĐỐC');
  const stranger = await desk.ask('POST', path, { ...question, birthDate: '1900-01-01' });
  expect([stranger.status, stranger.body.code]).toEqual([404, 'TRACKING_NOT_FOUND']);
});

test('a breach during a downtime drafts one letter when the office is back', async () => {
  const { caseId } = await urgentCase(office);
  await office.withoutWorkers(async () => {
    const desk = await office.as(HANOI.desk);
    await until(async () => {
      const { cases } = await desk.must('GET', '/worklist?queue=late&limit=200');
      return cases.some((line: { caseId: string }) => line.caseId === caseId);
    });
    expect(await lettersOf(office, caseId)).toEqual([]);
  });
  await draftOf(office, caseId);
  const first = (await lettersOf(office, caseId)).filter(({ rung }) => rung === 'OVERDUE');
  expect(first).toHaveLength(1);
});

test('letters leave by the channel of the application', async () => {
  const [counter, post, portal] = await Promise.all([
    lateCase(office, { channel: 'COUNTER' }),
    lateCase(office, { channel: 'POST' }),
    lateCase(office, { channel: 'NATIONAL_PORTAL' }),
  ]);
  const head = await office.as(HANOI.head);
  const drafts = [counter, post, portal].map(({ letter }) => letter);
  const letters = drafts.map(({ id, proposedOn }) => ({ id, promisedOn: proposedOn }));
  const { results } = await head.must('POST', '/letters/signatures', { letters });
  const serials = results.map(({ number }: { number: string }) => Number.parseInt(number, 10));
  expect(serials).toEqual([serials[0], serials[0] + 1, serials[0] + 2]);
  expect(await lettersOf(office, counter.caseId)).toMatchObject([
    { status: 'SIGNED', way: 'PRINT' },
  ]);
  expect(await lettersOf(office, portal.caseId)).toMatchObject([
    { status: 'SIGNED', way: 'CHANNEL' },
  ]);
  const sent = await until(async () => {
    const [letter] = await lettersOf(office, post.caseId);
    return letter?.status === 'SENT' ? letter : null;
  });
  expect(sent.way).toBe('POST');
  expect(office.agencies.posted).toContainEqual(
    expect.objectContaining({ caseId: post.caseId, contents: 'LETTER' }),
  );
  const desk = await office.as(HANOI.desk);
  const handed = await desk.must('POST', `/letters/${counter.letter.id}/hand-out`, {});
  expect(handed).toMatchObject({ status: 'SENT' });
  const again = await desk.ask('POST', `/letters/${post.letter.id}/hand-out`, {});
  expect([again.status, again.body.code]).toEqual([409, 'LETTER_NOT_TO_PRINT']);
});

test('a letter for a portal is sent when the province’s system has fetched and acknowledged it', async () => {
  const { caseId, letter } = await lateCase(office, { channel: 'NATIONAL_PORTAL' });
  const [system, elsewhere] = [await office.as('mcdt.hn'), await office.as('mcdt.na')];
  const path = `/notices/${letter.id}`;
  const early = await system.ask('POST', `${path}/acknowledgement`);
  expect([early.status, early.body.code]).toEqual([404, 'LETTER_NOT_FOUND']);
  const { number } = await trySign(office, letter, letter.proposedOn);
  const waiting = async (by: typeof system) => {
    const { notices } = await by.must('GET', '/notices');
    return notices.filter(({ letterId }: { letterId: string }) => letterId === letter.id);
  };
  expect(await waiting(system)).toMatchObject([
    { caseId, number, channel: 'NATIONAL_PORTAL', missedAt: letter.missedAt, acknowledgedAt: null },
  ]);
  expect(await waiting(elsewhere)).toEqual([]);
  expect((await elsewhere.ask('GET', `${path}/paper.pdf`)).body.code).toBe('NOT_YOUR_UNIT');
  expect((await elsewhere.ask('POST', `${path}/acknowledgement`)).body.code).toBe('NOT_YOUR_UNIT');
  const paper = await system.ask('GET', `${path}/paper.pdf`);
  expect([paper.status, paper.headers['content-type']]).toEqual([200, 'application/pdf']);
  const notedOf = await office.db.anyFirst(sql.unsafe`
    SELECT subjects FROM read_audit WHERE account = ${system.account.id}::uuid AND what = 'letter'
  `);
  expect(notedOf).toEqual([[caseId]]);
  const now = async () => (await lettersOf(office, caseId)).find(({ id }) => id === letter.id);
  expect(await now()).toMatchObject({ status: 'SIGNED', way: 'CHANNEL', sentAt: null });
  const { acknowledgedAt } = await system.must('POST', `${path}/acknowledgement`);
  expect((await system.must('POST', `${path}/acknowledgement`)).acknowledgedAt).toBe(
    acknowledgedAt,
  );
  expect(await now()).toMatchObject({ status: 'SENT', sentAt: acknowledgedAt });
  expect(await waiting(system)).toEqual([]);
});

test('one signature of two at once counts, and a repeat of the request signs nothing twice', async () => {
  const { caseId, letter } = await lateCase(office);
  const [head, director] = [await office.as(HANOI.head), await office.as(HANOI.director)];
  const body = { letters: [{ id: letter.id, promisedOn: letter.proposedOn }] };
  const key = crypto.randomUUID();
  const [one, two] = await Promise.all([
    head.must('POST', '/letters/signatures', body, { key }),
    director.must('POST', '/letters/signatures', body),
  ]);
  const codes = [one, two].map(({ results }) => results[0].code);
  expect(codes).toContain(null);
  expect(codes.filter((code) => code === null)).toHaveLength(1);
  expect(await head.must('POST', '/letters/signatures', body, { key })).toEqual(one);
  expect((await loggedActs(office, caseId)).filter((act) => act === 'apologise')).toHaveLength(1);
});

test('a draft is cancelled with a reason, or by the result itself', async () => {
  const { caseId, letter } = await lateCase(office);
  const head = await office.as(HANOI.head);
  const path = `/letters/${letter.id}/cancellation`;
  const empty = await head.ask('POST', path, { reason: ' ' });
  expect(empty.body.fields).toMatchObject([{ path: 'reason', code: 'TOO_SHORT' }]);
  const cancelled = await head.must('POST', path, { reason: 'Đã trả kết quả qua điện thoại' });
  expect(cancelled).toMatchObject({ status: 'CANCELLED', cancelledWhy: 'BY_HAND' });
  expect((await trySign(office, letter, letter.proposedOn)).code).toBe('LETTER_NOT_OPEN');
  expect((await loggedActs(office, caseId)).at(-1)).toBe('cancelApology');

  const withdrawn = await lateCase(office);
  const desk = await office.as(HANOI.desk);
  await desk.act(withdrawn.caseId, 'withdraw', { paper: { reason: 'Không còn nhu cầu' } });
  expect(await lettersOf(office, withdrawn.caseId)).toMatchObject([
    { status: 'CANCELLED', cancelledWhy: 'CASE_CLOSED' },
  ]);
});

test.each([
  ['in the past', '2023-09-01', 'PROMISE_NOT_AHEAD'],
  ['on a holiday', null, 'PROMISE_ON_DAY_OFF'],
  ['too far ahead', '2026-01-05', 'PROMISE_TOO_FAR'],
])('a date %s is not promised', async (_, date, code) => {
  const { letter } = await lateCase(office);
  const today = dateOf(Date.parse(letter.draftedAt));
  const result = await trySign(office, letter, date ?? nextSunday(today));
  expect(result).toMatchObject({ ok: false, code, number: null });
  expect((await lettersOf(office, letter.caseId))[0]?.status).toBe('DRAFT');
});

function nextSunday(date: string): string {
  const weekday = new Date(date).getUTCDay();
  return addDays(date, weekday === 0 ? 7 : 7 - weekday);
}

test('letters are the business of their unit and of who signs', async () => {
  const { caseId, letter } = await lateCase(office);
  const elsewhere = await trySign(office, letter, letter.proposedOn, 'truongphong.na');
  expect(elsewhere).toMatchObject({ ok: false, code: 'NOT_YOUR_UNIT' });
  const desk = await office.as(HANOI.desk);
  const body = { letters: [{ id: letter.id, promisedOn: letter.proposedOn }] };
  const { status } = await desk.ask('POST', '/letters/signatures', body);
  expect(status).toBe(403);
  const other = await (await office.as('truongphong.na')).must('GET', `/letters?q=${caseId}`);
  expect(other.letters).toEqual([]);
  const acts = await (await office.as(HANOI.head)).case(caseId);
  expect(acts.acts.map(({ act }) => act)).not.toContain('apologise');
  const { text } = await (await office.as(HANOI.supervisor)).ask('GET', `/letters.csv?q=${caseId}`);
  expect(text).toContain(caseId);
  const paperFor = async (username: string) =>
    (await office.as(username)).ask('GET', `/letters/${letter.id}/paper.pdf`);
  const national = await paperFor('giamsat.tt');
  expect([national.status, national.headers['content-type']]).toEqual([200, 'application/pdf']);
  expect((await paperFor('truongphong.na')).body.code).toBe('NOT_YOUR_UNIT');
});

test('a certificate that comes out late makes its draft needless', async () => {
  const { caseId, letter } = await lateCase(office, { delivery: 'COUNTER' });
  const officer = await office.as(HANOI.officer);
  await officer.act(caseId, 'classify', { codes: { regime: 'URGENT', grounds: [] } });
  await answer(office, `${caseId}/POLICE-1`);
  await decide(office, caseId);
  const letters = await lettersOf(office, caseId);
  expect(letters.at(-1)).toMatchObject({ status: 'CANCELLED', cancelledWhy: 'RESULT_READY' });
  expect((await trySign(office, letter, letter.proposedOn)).code).toBe('LETTER_NOT_OPEN');
});
