import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { enterRecord } from '../support/knownPeople.ts';
import { openOffice, type Office } from '../support/office.ts';
import type { Person } from '../support/person.ts';
import { aRecord, HANOI } from '../support/scenes.ts';
import { aPaper } from '../support/supplies.ts';
import { until } from '../support/until.ts';
import { keepQualityOfDay } from '../../workers/qualityKeeper.ts';

let office: Office;
let officer: Person;
beforeAll(async () => {
  office = await openOffice();
  officer = await office.as(HANOI.records);
});
afterAll(() => office.close());

interface Finding {
  id: number;
  rule: string;
  place: string;
  state: string;
}

/** What stands of a record, once the rules have looked at it as it is now. */
async function findings(subject: string, state = 'OPEN', who = officer): Promise<Finding[]> {
  await until(async () => (await officer.must('GET', '/quality')).unchecked === 0);
  const found = await who.must('GET', `/findings?subject=${subject}&state=${state}`);
  return found.findings;
}

const rulesOf = (list: readonly Finding[]): string[] => list.map(({ rule }) => rule).toSorted();

/** Propose and approve a change of a record. */
async function change(number: string, body: object): Promise<void> {
  const { line } = await officer.must('GET', `/records/${number}`);
  const proposal = { reason: 'Theo văn bản', version: line.version, ...body };
  await officer.must('POST', `/records/${number}/proposals`, proposal);
  const head = await office.as(HANOI.head);
  const { proposals } = await head.must('GET', `/records/${number}`);
  const { id, token } = proposals.find(({ state }: { state: string }) => state === 'OPEN');
  await head.must('POST', `/record-proposals/${id}/decision`, { approve: true, token });
}

async function enterOld(fullName: string, person: object = {}) {
  const { judgment, ...rest } = aRecord(fullName);
  const old = { ...judgment, date: '2015-03-20', effectiveDate: '2015-04-20' };
  const record = { ...rest, judgment: old, person: { ...rest.person, ...person } };
  const { recordNumber } = await officer.must('POST', '/transfers', { record });
  return recordNumber as string;
}

test('what is found in a new record is mended by the approved change, seen by the rule itself', async () => {
  const number = await enterOld('Vũ Văn Cũ', { permanentResidence: 'Không rõ' });
  const open = await findings(number);
  expect(rulesOf(open)).toEqual(['NO_COMPLETION', 'NO_RESIDENCE', 'UNNORMALISED_OFFENCE']);
  const entry = {
    kind: 'COMPLETION',
    number: '12/GCN',
    date: '2016-03-20',
    issuer: 'Trại giam Mẫu',
    content: 'Đã chấp hành xong',
  };
  await change(number, { kind: 'EXECUTION', details: { ref: 1, entry } });
  expect(rulesOf(await findings(number))).toEqual(['NO_RESIDENCE', 'UNNORMALISED_OFFENCE']);
  const [mended] = await findings(number, 'MENDED');
  const { events } = await officer.must('GET', `/findings/${mended?.id}`);
  expect(events.map(({ kind }: { kind: string }) => kind)).toEqual(['OPENED', 'MENDED']);
});

test('set aside with a reason it no longer counts; taken up again it does; the history is kept', async () => {
  const number = await enterOld('Vũ Văn Gác');
  const finding = (await findings(number)).find(({ rule }) => rule === 'NO_COMPLETION');
  const path = `/findings/${finding?.id}/settlement`;
  const bare = await officer.ask('POST', path, { state: 'SET_ASIDE', reason: ' ' });
  expect([bare.status, bare.body.fields[0].path]).toEqual([400, 'reason']);
  await officer.must('POST', path, { state: 'SET_ASIDE', reason: 'Trại giam đã giải thể' });
  const twice = await officer.ask('POST', path, { state: 'SET_ASIDE', reason: 'Lần nữa' });
  expect([twice.status, twice.body.code]).toEqual([409, 'FINDING_SETTLED']);
  await change(number, { kind: 'DEATH', details: { on: '2020-01-01', document: '5/TLKT' } });
  const aside = await findings(number, 'SET_ASIDE');
  expect(aside).toMatchObject([{ rule: 'NO_COMPLETION', reason: 'Trại giam đã giải thể' }]);
  const page = await officer.must('POST', path, { state: 'OPEN', reason: 'Đã tìm thấy hồ sơ' });
  expect(page.events.map(({ kind }: { kind: string }) => kind)).toEqual([
    'OPENED',
    'SET_ASIDE',
    'TAKEN_UP',
  ]);
});

test('two records of one person are a pair on both sides until they are one', async () => {
  const first = (await enterRecord(office)).recordNumber;
  const second = (await enterRecord(office, { fullName: 'Lý Thị Hoà' })).recordNumber;
  const pair = async (number: string) =>
    (await findings(number)).filter(({ rule }) => rule === 'LIKELY_DUPLICATE');
  expect(await pair(second)).toMatchObject([{ place: first }]);
  expect(await pair(first)).toMatchObject([{ place: second }]);
  await change(first, { kind: 'MERGE', details: { from: second } });
  expect(await findings(second)).toEqual([]);
  expect(await pair(first)).toEqual([]);
});

test('a completion certificate kept without a record is missed until somebody sets it aside', async () => {
  const supply = aPaper('Vũ Văn Giấy', { kind: 'COMPLETION_CERTIFICATE' });
  const paper = { ...supply, supplier: { kind: 'PRISON', name: 'Trại giam Mẫu', unit: null } };
  const entry = await officer.ask('POST', '/supplies', { supply: paper, channel: 'PAPER' });
  const { id } = entry.body.line ?? {};
  if (entry.status !== 201) throw new Error(entry.text);
  await officer.must('POST', `/supplies/${id}/settlement`, { state: 'KEPT', reason: 'Chưa có án' });
  const [found] = await until(async () => {
    const list = await findings(id);
    return list.length > 0 && list;
  });
  expect(found).toMatchObject({ rule: 'COMPLETION_WITHOUT_JUDGMENT', about: 'SUPPLY' });
});

test('another department neither sees nor settles; the Centre sees; who may not read records sees figures only', async () => {
  const number = await enterOld('Vũ Văn Riêng');
  const [finding] = await findings(number);
  const other = await office.as('hoso.hcm');
  expect(await findings(number, 'OPEN', other)).toEqual([]);
  const foreign = await other.ask('GET', `/findings/${finding?.id}`);
  expect([foreign.status, foreign.body.code]).toEqual([404, 'FINDING_UNKNOWN']);
  const centre = await office.as('kiemtra.tt');
  expect((await findings(number, 'OPEN', centre)).length).toBeGreaterThan(0);
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
  await findings('none');
  await keepQualityOfDay(office.db, Date.parse('2023-09-18T18:00:00Z'));
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
  const { recordNumber } = await enterRecord(office, { fullName: 'Đinh Thị Trẻ', personalId: null });
  expect(rulesOf(await findings(recordNumber))).not.toContain('NO_COMPLETION');
  await keepQualityOfDay(office.db, Date.parse('2029-01-01T00:00:00Z'));
  expect(rulesOf(await findings(recordNumber))).toContain('NO_COMPLETION');
});
