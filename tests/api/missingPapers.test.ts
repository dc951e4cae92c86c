import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openOffice, type Office } from '../support/office.ts';
import { anApplication, HANOI, handIn } from '../support/scenes.ts';
import { rowCounts } from '../support/traces.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const AGENT = {
  fullName: 'Lê Thị Mẫu',
  personalId: null,
  relation: 'AUTHORISED' as const,
  powerOfAttorneyNumber: '12/UQ',
};
const PAID_LESS = { feeCategory: 'EXEMPT' as const, feeReason: 'Con liệt sĩ' };

test.each([
  ['no papers at all', { papers: [] }],
  ['no copy of an identity paper', { papers: ['APPLICATION_FORM' as const] }],
  ['an agent without power of attorney', { agent: AGENT }],
  ['no proof of the exemption, also online', { ...PAID_LESS, channel: 'VNEID' as const }],
])('a dossier with %s cannot be accepted while received', async (_what, changes) => {
  const desk = await office.as(HANOI.desk);
  const before = await rowCounts(office);
  const answer = await desk.ask('POST', '/applications', anApplication(changes));
  expect([answer.status, answer.body.code]).toEqual([409, 'PAPERS_MISSING']);
  expect(answer.body.fields).toMatchObject([{ path: 'papers', code: 'PAPERS_MISSING' }]);
  expect(await rowCounts(office)).toEqual(before);
});

test('what is declared online needs neither form nor copy on paper', async () => {
  const { caseId } = await handIn(office, { channel: 'MOJ_PORTAL', papers: [] });
  expect((await (await office.as(HANOI.desk)).case(caseId)).line.step).toBe('ACCEPTED');
});

test('a dossier received incomplete is accepted only after its supplement, and says what it waits for', async () => {
  const desk = await office.as(HANOI.desk);
  const { caseId } = await handIn(office, { accept: false, papers: ['APPLICATION_FORM'] });
  const accept = (rev: number) =>
    desk.tryAct(caseId, rev, 'accept', { codes: { feeSettled: true } });
  const early = await accept(1);
  expect([early.status, early.body.code]).toEqual([409, 'PAPERS_MISSING']);
  const offered = (await desk.case(caseId)).acts.find(({ act }) => act === 'accept');
  expect(offered?.refusal).toBe('PAPERS_MISSING');

  await desk.act(caseId, 'requestSupplement', { paper: { missing: 'Bản sao căn cước' } });
  const waiting = await desk.case(caseId);
  expect(waiting.supplements).toMatchObject([
    { missing: 'Bản sao căn cước', receivedAt: null, received: null },
  ]);
  expect(waiting.clocks.map(({ name }) => name)).toContain('supplement');

  await desk.act(caseId, 'receiveSupplement', { paper: { received: 'Bản sao căn cước, rõ số' } });
  const { supplements, line } = await desk.case(caseId);
  expect(supplements).toMatchObject([{ received: 'Bản sao căn cước, rõ số' }]);
  expect((await accept(line.rev)).body.step).toBe('ACCEPTED');
});
