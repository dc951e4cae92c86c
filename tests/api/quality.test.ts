import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { keepQualityOfDay } from '../../workers/qualityKeeper.ts';
import { enterRecord } from '../support/knownPeople.ts';
import { openOffice, type Office } from '../support/office.ts';
import type { Person } from '../support/person.ts';
import { change, enterOld, findingsOf, rulesOf } from '../support/quality.ts';
import { HANOI } from '../support/scenes.ts';
import { aPaper } from '../support/supplies.ts';
import { twoBooks } from '../support/twoBooks.ts';
import { until } from '../support/until.ts';

const GOES_ON = new AbortController().signal;

let office: Office;
let officer: Person;
beforeAll(async () => {
  office = await openOffice();
  officer = await office.as(HANOI.records);
});
afterAll(() => office.close());

test('what is found in a new record is mended by the approved change, seen by the rule itself', async () => {
  const number = await enterOld(office, 'Vũ Văn Cũ', {
    person: { permanentResidence: 'Không rõ' },
  });
  const open = await findingsOf(office, number);
  expect(rulesOf(open)).toEqual(['NO_COMPLETION', 'NO_RESIDENCE', 'UNNORMALISED_OFFENCE']);
  const entry = {
    kind: 'COMPLETION',
    number: '12/GCN',
    date: '2016-03-20',
    issuer: 'Trại giam Mẫu',
    content: 'Đã chấp hành xong',
  };
  await change(office, number, { kind: 'EXECUTION', details: { ref: 1, entry } });
  expect(rulesOf(await findingsOf(office, number))).toEqual([
    'NO_RESIDENCE',
    'UNNORMALISED_OFFENCE',
  ]);
  const [mended] = await findingsOf(office, number, { state: 'MENDED' });
  const { events } = await officer.must('GET', `/findings/${mended?.id}`);
  expect(events.map(({ kind }: { kind: string }) => kind)).toEqual(['OPENED', 'MENDED']);
});

test('set aside with a reason it no longer counts; taken up again it does; the history is kept', async () => {
  const number = await enterOld(office, 'Vũ Văn Gác');
  const finding = (await findingsOf(office, number)).find(({ rule }) => rule === 'NO_COMPLETION');
  const path = `/findings/${finding?.id}/settlement`;
  const bare = await officer.ask('POST', path, { state: 'SET_ASIDE', reason: ' ' });
  expect([bare.status, bare.body.fields[0].path]).toEqual([400, 'reason']);
  await officer.must('POST', path, { state: 'SET_ASIDE', reason: 'Trại giam đã giải thể' });
  const twice = await officer.ask('POST', path, { state: 'SET_ASIDE', reason: 'Lần nữa' });
  expect([twice.status, twice.body.code]).toEqual([409, 'FINDING_SETTLED']);
  await change(office, number, {
    kind: 'DEATH',
    details: { on: '2020-01-01', document: '5/TLKT' },
  });
  const aside = await findingsOf(office, number, { state: 'SET_ASIDE' });
  expect(aside).toMatchObject([{ rule: 'NO_COMPLETION', reason: 'Trại giam đã giải thể' }]);
  const page = await officer.must('POST', path, { state: 'OPEN', reason: 'Đã tìm thấy hồ sơ' });
  expect(page.events.map(({ kind }: { kind: string }) => kind)).toEqual([
    'OPENED',
    'SET_ASIDE',
    'TAKEN_UP',
  ]);
});

test('two records of one person are a pair on both sides until they are one', async () => {
  const { takeOver } = await twoBooks(office);
  const { caseId, recordNumber: first } = await enterRecord(office);
  const other = await enterRecord(office, { fullName: 'Lý Thị Hoà' });
  const second = other.recordNumber;
  const pair = async (number: string) =>
    (await findingsOf(office, number)).filter(({ rule }) => rule === 'LIKELY_DUPLICATE');
  expect(await pair(second)).toMatchObject([{ place: first }]);
  expect(await pair(first)).toMatchObject([{ place: second }]);
  for (const transfer of [caseId, other.caseId]) await takeOver(transfer);
  await change(office, first, { kind: 'MERGE', details: { from: second } });
  expect(await findingsOf(office, second)).toEqual([]);
  expect(await pair(first)).toEqual([]);
});

test('a completion certificate kept without a record is missed until somebody sets it aside', async () => {
  const supply = aPaper('Vũ Văn Giấy', { kind: 'COMPLETION_CERTIFICATE' });
  const paper = { ...supply, supplier: { kind: 'COMMUNE', name: 'UBND phường Mẫu', unit: null } };
  const entry = await officer.must('POST', '/supplies', { supply: paper, channel: 'PAPER' });
  const { id } = entry.line;
  await officer.must('POST', `/supplies/${id}/settlement`, { state: 'KEPT', reason: 'Chưa có án' });
  const found = await until(async () => (await findingsOf(office, id))[0]);
  expect(found).toMatchObject({ rule: 'COMPLETION_WITHOUT_JUDGMENT', about: 'SUPPLY' });
});

test('another department neither sees nor settles; the Centre sees; who may not read records sees figures only', async () => {
  const number = await enterOld(office, 'Vũ Văn Riêng');
  const [finding] = await findingsOf(office, number);
  const other = await office.as('hoso.hcm');
  expect(await findingsOf(office, number, { username: 'hoso.hcm' })).toEqual([]);
  const foreign = await other.ask('GET', `/findings/${finding?.id}`);
  expect([foreign.status, foreign.body.code]).toEqual([404, 'FINDING_UNKNOWN']);
  expect((await findingsOf(office, number, { username: 'kiemtra.tt' })).length).toBeGreaterThan(0);
  const supervisor = await office.as(HANOI.supervisor);
  expect((await supervisor.ask('GET', '/findings')).status).toBe(403);
  expect((await supervisor.must('GET', '/quality')).now[0].unit).toBe(HANOI.unit);
});

test.each([
  ['state', '/findings?state=GONE'],
  ['rule', '/findings?rule=NONE'],
  ['days', '/quality?days=9999'],
])('a wrong %s is refused by its name', async (field, path) => {
  const { status, body } = await officer.ask('GET', path);
  expect([status, body.fields[0].path]).toEqual([400, field]);
});

test('the share of clean records is kept by day, agrees with what stands, and is exported', async () => {
  await findingsOf(office, 'none');
  await keepQualityOfDay(office.db, Date.parse('2023-09-18T18:00:00Z'), GOES_ON);
  const { now, days, rules } = await officer.must('GET', '/quality?days=30');
  expect(days.at(-1)).toEqual({ day: '2023-09-19', ...now[0] });
  expect(now[0].clean).toBeLessThan(now[0].records);
  expect(rules.every(({ citation }: { citation: string }) => citation !== '')).toBe(true);
  const csv = await officer.ask('GET', '/quality.csv?days=30');
  expect(csv.text.split('\n')[0]).toContain('day,unit,records,clean');
  const queue = await officer.ask('GET', '/findings.csv');
  expect(queue.text).toContain('NO_COMPLETION');
});

test('a judgment becomes old by the day alone', async () => {
  const young = { fullName: 'Đinh Thị Trẻ', personalId: null };
  const { recordNumber } = await enterRecord(office, young);
  expect(rulesOf(await findingsOf(office, recordNumber))).not.toContain('NO_COMPLETION');
  // The office's own keeper, whose clock stands in 2023, may come first: then it is night once more.
  await until(async () => {
    await keepQualityOfDay(office.db, Date.parse('2029-01-01T00:00:00Z'), GOES_ON);
    return rulesOf(await findingsOf(office, recordNumber)).includes('NO_COMPLETION');
  });
});
