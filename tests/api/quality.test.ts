import { expect, test } from '@jest/globals';
import { createLog } from '../../logging.ts';
import { keepQualityOfDay } from '../../workers/qualityKeeper.ts';
import { enterRecord } from '../support/knownPeople.ts';
import { change, enterOld, findingsOf, rulesOf } from '../support/quality.ts';
import { HANOI } from '../support/scenes.ts';
import { aPaper } from '../support/supplies.ts';
import { twoBooks } from '../support/twoBooks.ts';
import { until } from '../support/until.ts';
import { openRecordDesk } from '../support/recordDesk.ts';

const GOES_ON = new AbortController().signal;

const desk = openRecordDesk();
const keeping = () => ({ pool: desk.office.db, log: createLog('night', 'silent') });

test('what is found in a new record is mended by the approved change, seen by the rule itself', async () => {
  const number = await enterOld(desk.office, 'Vũ Văn Cũ', {
    person: { permanentResidence: 'Không rõ' },
  });
  const open = await findingsOf(desk.office, number);
  expect(rulesOf(open)).toEqual(['NO_COMPLETION', 'NO_RESIDENCE', 'UNNORMALISED_OFFENCE']);
  const entry = {
    kind: 'COMPLETION',
    number: '12/GCN',
    date: '2016-03-20',
    issuer: 'Trại giam Mẫu',
    content: 'Đã chấp hành xong',
  };
  await change(desk.office, number, { kind: 'EXECUTION', details: { ref: 1, entry } });
  expect(rulesOf(await findingsOf(desk.office, number))).toEqual([
    'NO_RESIDENCE',
    'UNNORMALISED_OFFENCE',
  ]);
  const [mended] = await findingsOf(desk.office, number, { state: 'MENDED' });
  const { events } = await desk.officer.must('GET', `/findings/${mended?.id}`);
  expect(events.map(({ kind }: { kind: string }) => kind)).toEqual(['OPENED', 'MENDED']);
});

test('set aside with a reason it no longer counts; taken up again it does; the history is kept', async () => {
  const number = await enterOld(desk.office, 'Vũ Văn Gác');
  const finding = (await findingsOf(desk.office, number)).find(
    ({ rule }) => rule === 'NO_COMPLETION',
  );
  const path = `/findings/${finding?.id}/settlement`;
  const bare = await desk.officer.ask('POST', path, { state: 'SET_ASIDE', reason: ' ' });
  expect([bare.status, bare.body.fields[0].path]).toEqual([400, 'reason']);
  await desk.officer.must('POST', path, { state: 'SET_ASIDE', reason: 'Trại giam đã giải thể' });
  const twice = await desk.officer.ask('POST', path, { state: 'SET_ASIDE', reason: 'Lần nữa' });
  expect([twice.status, twice.body.code]).toEqual([409, 'FINDING_SETTLED']);
  await change(desk.office, number, {
    kind: 'DEATH',
    details: { on: '2020-01-01', document: '5/TLKT' },
  });
  const aside = await findingsOf(desk.office, number, { state: 'SET_ASIDE' });
  expect(aside).toMatchObject([{ rule: 'NO_COMPLETION', reason: 'Trại giam đã giải thể' }]);
  const page = await desk.officer.must('POST', path, {
    state: 'OPEN',
    reason: 'Đã tìm thấy hồ sơ',
  });
  expect(page.events.map(({ kind }: { kind: string }) => kind)).toEqual([
    'OPENED',
    'SET_ASIDE',
    'TAKEN_UP',
  ]);
});

test('two records of one person are a pair on both sides until they are one', async () => {
  const { takeOver } = await twoBooks(desk.office);
  const { caseId, recordNumber: first } = await enterRecord(desk.office);
  const other = await enterRecord(desk.office, { fullName: 'Lý Thị Hoà' });
  const second = other.recordNumber;
  const pair = async (number: string) =>
    (await findingsOf(desk.office, number)).filter(({ rule }) => rule === 'LIKELY_DUPLICATE');
  expect(await pair(second)).toMatchObject([{ place: first }]);
  expect(await pair(first)).toMatchObject([{ place: second }]);
  for (const transfer of [caseId, other.caseId]) await takeOver(transfer);
  await change(desk.office, first, { kind: 'MERGE', details: { from: second } });
  expect(await findingsOf(desk.office, second)).toEqual([]);
  expect(await pair(first)).toEqual([]);
});

test('a completion certificate kept without a record is missed until somebody sets it aside', async () => {
  const supply = aPaper('Vũ Văn Giấy', { kind: 'COMPLETION_CERTIFICATE' });
  const paper = { ...supply, supplier: { kind: 'COMMUNE', name: 'UBND phường Mẫu', unit: null } };
  const entry = await desk.officer.must('POST', '/supplies', { supply: paper, channel: 'PAPER' });
  const { id } = entry.line;
  await desk.officer.must('POST', `/supplies/${id}/settlement`, {
    state: 'KEPT',
    reason: 'Chưa có án',
  });
  const found = await until(async () => (await findingsOf(desk.office, id))[0]);
  expect(found).toMatchObject({ rule: 'COMPLETION_WITHOUT_JUDGMENT', about: 'SUPPLY' });
});

test('another department neither sees nor settles; the Centre sees; who may not read records sees figures only', async () => {
  const number = await enterOld(desk.office, 'Vũ Văn Riêng');
  const [finding] = await findingsOf(desk.office, number);
  const other = await desk.office.as('hoso.hcm');
  expect(await findingsOf(desk.office, number, { username: 'hoso.hcm' })).toEqual([]);
  const foreign = await other.ask('GET', `/findings/${finding?.id}`);
  expect([foreign.status, foreign.body.code]).toEqual([404, 'FINDING_UNKNOWN']);
  expect(
    (await findingsOf(desk.office, number, { username: 'kiemtra.tt' })).length,
  ).toBeGreaterThan(0);
  const supervisor = await desk.office.as(HANOI.supervisor);
  expect((await supervisor.ask('GET', '/findings')).status).toBe(403);
  expect((await supervisor.must('GET', '/quality')).now[0].unit).toBe(HANOI.unit);
});

test.each([
  ['state', '/findings?state=GONE'],
  ['rule', '/findings?rule=NONE'],
  ['days', '/quality?days=9999'],
])('a wrong %s is refused by its name', async (field, path) => {
  const { status, body } = await desk.officer.ask('GET', path);
  expect([status, body.fields[0].path]).toEqual([400, field]);
});

test('the share of clean records is kept by day, agrees with what stands, and is exported', async () => {
  await findingsOf(desk.office, 'none');
  await keepQualityOfDay(keeping(), Date.parse('2023-09-18T18:00:00Z'), GOES_ON);
  const { now, days, rules, version } = await desk.officer.must('GET', '/quality?days=30');
  expect(days.at(-1)).toEqual({ day: '2023-09-19', rulesVersion: version, ...now[0] });
  expect(now[0].clean).toBeLessThan(now[0].records);
  expect(rules.every(({ citation }: { citation: string }) => citation !== '')).toBe(true);
  const csv = await desk.officer.ask('GET', '/quality.csv?days=30');
  expect(csv.text.split('\n')[0]).toContain('Ngày,Đơn vị,Bản lý lịch,Sạch');
  const queue = await desk.officer.ask('GET', '/findings.csv');
  expect(queue.text).toContain('Bản án cũ chưa có thông tin chấp hành xong');
});

test('a judgment becomes old by the day alone', async () => {
  const young = { fullName: 'Đinh Thị Trẻ', personalId: null };
  const { recordNumber } = await enterRecord(desk.office, young);
  expect(rulesOf(await findingsOf(desk.office, recordNumber))).not.toContain('NO_COMPLETION');
  // The office's own keeper, whose clock stands in 2023, may come first: then it is night once more.
  await until(async () => {
    await keepQualityOfDay(keeping(), Date.parse('2029-01-01T00:00:00Z'), GOES_ON);
    return rulesOf(await findingsOf(desk.office, recordNumber)).includes('NO_COMPLETION');
  });
});
