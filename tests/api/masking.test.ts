import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type * as z from 'zod';
import { sql } from '../../db/sql.ts';
import type { CaseEvents } from '../../domain/case.ts';
import type { Desk } from '../../domain/desk.ts';
import { openOffice, type Office } from '../support/office.ts';
import {
  ANSWER,
  answer,
  aRecord,
  askedCase,
  HANOI,
  handIn,
  issuedCase,
  RECORD_FOUND,
} from '../support/scenes.ts';
import type { Person } from '../support/person.ts';
import { until } from '../support/until.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

function logOf(reader: Person, caseId: string): Promise<z.infer<typeof CaseEvents>> {
  return reader.must('GET', `/cases/${caseId}/events`) as Promise<z.infer<typeof CaseEvents>>;
}

test('the counter does not learn that the court was asked, nor what was written of convictions', async () => {
  const { caseId, policeRequest } = await askedCase(office);
  const officer = await office.as(HANOI.officer);
  await answer(office, policeRequest, RECORD_FOUND);
  await officer.act(caseId, 'reclassify', {
    codes: { grounds: ['EXPUNGEMENT_TO_VERIFY'] },
    paper: { reason: 'Bản án năm 2015' },
  });
  const full = await officer.case(caseId);
  expect(full.grounds).toContain('EXPUNGEMENT_TO_VERIFY');
  expect(full.verifications.map(({ kind }) => kind)).toContain('COURT');
  await answer(office, `${caseId}/COURT-1`, RECORD_FOUND);
  const desk = await office.as(HANOI.desk);
  const seen = await Promise.all([
    desk.case(caseId),
    logOf(desk, caseId),
    desk.must('GET', `/cases/${caseId}/time`),
  ]);
  expect(JSON.stringify(seen)).not.toMatch(/COURT|TAND|EXPUNGEMENT|RECORD_FOUND|2015/u);
  expect(seen[0].verifications).toMatchObject([{ kind: 'POLICE', outcome: null }]);
});

test('the counter does not learn that a unit asked back, by the case, its time or its log', async () => {
  const { caseId, policeRequest } = await askedCase(office);
  const needed = { ...ANSWER, outcome: 'NEEDS_IDENTIFICATION', needed: 'Tên mẹ' };
  await answer(office, policeRequest, needed);
  const officer = await office.as(HANOI.officer);
  const desk = await office.as(HANOI.desk);
  const clock = `clarification:${policeRequest}`;
  const explanation = (name: string) =>
    `/cases/${caseId}/deadlines/${encodeURIComponent(name)}/explanation`;
  const pages = [
    `/cases/${caseId}`,
    `/cases/${caseId}/events`,
    `/cases/${caseId}/time`,
    explanation(`verification:${policeRequest}`),
  ];
  const seenBy = async (reader: Person): Promise<string> =>
    JSON.stringify(await Promise.all(pages.map((page) => reader.must('GET', page))));
  const tells = /clarification|IDENTIFICATION|identify|PAUSED|"pausedAt":"/u;
  const unsaid = async () => {
    expect(await seenBy(officer)).toMatch(tells);
    expect((await desk.case(caseId)).line).toMatchObject({
      waitingFor: [],
      queueRole: null,
    });
    const { cases } = await desk.must('GET', '/worklist?queue=waiting&limit=200');
    expect(cases.map((line: { caseId: string }) => line.caseId)).toContain(caseId);
    expect(await seenBy(desk)).not.toMatch(tells);
    const { status, body } = await desk.ask('GET', explanation(clock));
    expect([status, body.code]).toEqual([404, 'CLOCK_UNKNOWN']);
  };
  await unsaid();
  const paper = { identification: 'Mẹ: Lê Thị Mẫu' };
  await officer.act(caseId, 'identify', { codes: { requestId: policeRequest }, paper });
  await unsaid();
  expect((await desk.case(caseId)).verifications).toMatchObject([{ kind: 'POLICE', round: 1 }]);
});

test('what the applicant must bring is no secret from the counter', async () => {
  const { caseId } = await handIn(office);
  const officer = await office.as(HANOI.officer);
  await officer.act(caseId, 'requestSupplement', { paper: { missing: 'Bản sao khai sinh' } });
  const { events } = await logOf(await office.as(HANOI.desk), caseId);
  expect(events.at(-1)).toMatchObject({ paper: { missing: 'Bản sao khai sinh' } });
});

test('of a record the supervisor sees who did what, and nothing of its content', async () => {
  const records = await office.as(HANOI.records);
  const { caseId } = await records.must('POST', '/transfers', { record: aRecord() });
  await records.act(caseId, 'correct', { paper: aRecord('Trần Văn Sửa') });
  expect((await logOf(records, caseId)).events.at(-1)?.paper).not.toBeNull();
  const { events, chainIntact } = await logOf(await office.as(HANOI.supervisor), caseId);
  expect(chainIntact).toBe(true);
  expect(events.map(({ act, paper, codes }) => [act, paper, codes])).toEqual([
    ['enterRecord', null, {}],
    ['correct', null, {}],
  ]);
});

test('desk and case page count the same working time for a question of years ago', async () => {
  const { caseId, policeRequest } = await askedCase(office);
  await office.db.query(sql.typeAlias('void')`
    UPDATE verifications SET due_at = '2021-06-01T10:00:00Z' WHERE request_id = ${policeRequest}
  `);
  const desk: z.infer<typeof Desk> = await (
    await office.as(HANOI.policeLiaison)
  ).must('GET', '/desk?limit=200');
  const asked = desk.requests.find(({ verification }) => verification.caseId === caseId);
  const [line] = (await (await office.as(HANOI.officer)).case(caseId)).verifications;
  expect(asked?.verification.workingMsLeft).toBeLessThan(-500 * 8 * 3_600_000);
  expect(asked?.verification.workingMsLeft).toBeGreaterThan(-650 * 8 * 3_600_000);
  expect(
    Math.abs((asked?.verification.workingMsLeft ?? 0) - (line?.workingMsLeft ?? 0)),
  ).toBeLessThan(60_000);
  expect(line?.rejectedCode).toBeNull();
});

test('a code with which an agency refused a question stands on its line', async () => {
  const { caseId, policeRequest } = await askedCase(office);
  await until(() => office.agencies.asked.some(({ requestId }) => requestId === policeRequest));
  await office.db.query(sql.typeAlias('void')`
    UPDATE outgoing_messages SET rejected_code = 'INVALID_INPUT' WHERE request_id = ${policeRequest}
  `);
  const { verifications } = await (await office.as(HANOI.officer)).case(caseId);
  expect(verifications).toMatchObject([{ rejectedCode: 'INVALID_INPUT' }]);
});

test('a recalled certificate is not handed out any more', async () => {
  const { caseId } = await issuedCase(office);
  const director = await office.as(HANOI.director);
  const ask = () => director.ask('GET', `/cases/${caseId}/certificate.pdf`);
  await until(async () => (await ask()).status === 200);
  await director.act(caseId, 'recall', { paper: { reason: 'Sai ngày sinh' } });
  const { status, body } = await ask();
  expect([status, body.code]).toEqual([404, 'CERTIFICATE_MISSING']);
});
