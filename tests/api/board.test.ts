import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { BoardCounts } from '../../domain/board.ts';
import { aRecord, askedCase, handIn, HANOI } from '../support/scenes.ts';
import { openOffice, type Office } from '../support/office.ts';

const SECTIONS = [
  'counts',
  'flows',
  'days',
  'escalations',
  'soonest',
  'rescue',
  'calibration',
] as const;
const CENTRE_SUPERVISOR = 'giamsat.tt';
const ELSEWHERE = 'STP-40';

let office: Office;
let application: string;
let transfer: string;
beforeAll(async () => {
  office = await openOffice();
  application = (await askedCase(office)).caseId;
  await handIn(office, undefined);
  const records = await office.as(HANOI.records);
  transfer = (await records.must('POST', '/transfers', { record: aRecord() })).caseId;
});
afterAll(() => office.close());

test.each(SECTIONS)('a supervisor of a province sees %s of the own unit only', async (section) => {
  const supervisor = await office.as(HANOI.supervisor);
  expect((await supervisor.ask('GET', `/board/${section}`)).status).toBe(200);
  expect((await supervisor.ask('GET', `/board/${section}?unit=${HANOI.unit}`)).status).toBe(200);
  const { status, body } = await supervisor.ask('GET', `/board/${section}?unit=${ELSEWHERE}`);
  expect([status, body.code]).toEqual([403, 'NOT_YOUR_UNIT']);
});

test.each(SECTIONS)('an officer who watches over nobody is refused %s', async (section) => {
  const { status, body } = await (await office.as(HANOI.officer)).ask('GET', `/board/${section}`);
  expect([status, body.code]).toEqual([403, 'NOT_PERMITTED']);
});

test('the Centre’s supervisor sees all units, or the one asked for; another unit counts nothing', async () => {
  const centre = await office.as(CENTRE_SUPERVISOR);
  const country: BoardCounts = await centre.must('GET', '/board/counts');
  expect(country.units.map(({ unit }) => unit)).toEqual(
    expect.arrayContaining([HANOI.unit, ELSEWHERE]),
  );
  expect(country.total.open).toBe(3);
  const hanoi: BoardCounts = await centre.must('GET', `/board/counts?unit=${HANOI.unit}`);
  expect([hanoi.total.open, hanoi.units.length]).toEqual([3, 1]);
  const elsewhere: BoardCounts = await (await office.as('giamsat.na')).must('GET', '/board/counts');
  expect(elsewhere.total.open).toBe(0);
  expect(elsewhere.units.map(({ unit }) => unit)).toEqual([ELSEWHERE]);
});

test('a kind of case narrows every count, and the list behind it', async () => {
  const supervisor = await office.as(HANOI.supervisor);
  const counts: BoardCounts = await supervisor.must('GET', '/board/counts?kind=TRANSFER');
  expect([counts.total.open, counts.receivedToday]).toEqual([1, 1]);
  expect(counts.steps.map(({ step }) => step)).toEqual(['ENTERED']);
  const { cases } = await supervisor.must(
    'GET',
    `/worklist?queue=received&kind=TRANSFER&from=${counts.today}&to=${counts.today}`,
  );
  expect(cases.map((line: { caseId: string }) => line.caseId)).toEqual([transfer]);
});

test('the soonest due are cases in time, with who holds them', async () => {
  const { cases } = await (await office.as(HANOI.supervisor)).must('GET', '/board/soonest');
  const ids = cases.map((line: { caseId: string }) => line.caseId);
  expect(ids).toEqual(expect.arrayContaining([application, transfer]));
});

test('without finished cases nothing is foretold, and that is said', async () => {
  const rescue = await (await office.as(HANOI.supervisor)).must('GET', '/board/rescue');
  expect(rescue).toMatchObject({
    saveable: [],
    lost: [],
    lookedAt: 3,
    unknown: 3,
    measuredOn: null,
  });
  const { bands } = await (await office.as(HANOI.supervisor)).must('GET', '/board/calibration');
  expect(bands.map(({ called }: { called: number }) => called)).toEqual([0, 0, 0, 0, 0]);
});

test.each([
  ['/board/days?days=45', 'days'],
  ['/board/counts?kind=LETTER', 'kind'],
  ['/worklist?queue=due&to=tomorrow', 'to'],
])('%s is refused with the field named', async (path, field) => {
  const { status, body } = await (await office.as(HANOI.supervisor)).ask('GET', path);
  expect(status).toBe(400);
  expect(JSON.stringify(body.fields)).toContain(field);
});
