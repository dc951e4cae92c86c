import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { TRIAL_DAY, trialRecord } from '../support/exchange.ts';
import { openOffice, type Office } from '../support/office.ts';
import type { Person } from '../support/person.ts';
import { HANOI } from '../support/scenes.ts';

let office: Office;
let province: Person;
let receiver: Person;
/** Numbers of three transfers of Hanoi in the order of their entry; the second is sent. */
let entered: string[];
beforeAll(async () => {
  office = await openOffice({ from: TRIAL_DAY });
  province = await office.as(HANOI.records);
  receiver = await office.as('tiepnhan.tt');
  entered = [];
  for (const name of ['Bùi Văn Hai', 'Đỗ Thị Ba', 'An Văn Một']) {
    entered.push(await enter(province, name));
  }
  await province.act(entered[1] ?? '', 'send');
  const elsewhere = await office.as('hoso.na');
  await elsewhere.act(await enter(elsewhere, 'Lý Văn Bốn'), 'send');
});
afterAll(() => office.close());

let serial = 0;
/** A record of the time in which papers went by post beside the electronic copy. */
async function enter(officer: Person, fullName: string): Promise<string> {
  serial += 1;
  const { person, ...record } = trialRecord(serial);
  const body = { record: { ...record, person: { ...person, fullName } } };
  return (await officer.must('POST', '/transfers', body)).caseId;
}

async function namesIn(person: Person, query: string): Promise<[string[], number]> {
  const { transfers, total } = await person.must('GET', `/transfers?${query}`);
  return [transfers.map(({ subjectName }: { subjectName: string }) => subjectName), total];
}

test('a department sorts its transfers, and reads them page by page', async () => {
  expect(await namesIn(province, 'sort=name')).toEqual([
    ['An Văn Một', 'Bùi Văn Hai', 'Đỗ Thị Ba'],
    3,
  ]);
  expect(await namesIn(province, 'sort=name&descending=true&limit=2')).toEqual([
    ['Đỗ Thị Ba', 'Bùi Văn Hai'],
    3,
  ]);
  expect(await namesIn(province, 'sort=name&limit=2&page=2')).toEqual([['Đỗ Thị Ba'], 3]);
  const { transfers } = await province.must('GET', '/transfers?sort=case');
  expect(transfers.map(({ caseId }: { caseId: string }) => caseId)).toEqual(entered);
});

test('a queue, a search and the state of the paper narrow the list', async () => {
  expect(await namesIn(province, 'state=ENTERED&sort=name')).toEqual([
    ['An Văn Một', 'Bùi Văn Hai'],
    2,
  ]);
  expect(await namesIn(province, 'state=closed')).toEqual([[], 0]);
  expect(await namesIn(province, 'q=do%20thi')).toEqual([['Đỗ Thị Ba'], 1]);
  expect(await namesIn(province, `q=${entered[0]}`)).toEqual([['Bùi Văn Hai'], 1]);
  expect(await namesIn(province, 'paperState=NOT_POSTED')).toEqual([['Đỗ Thị Ba'], 1]);
  const { status, body } = await province.ask('GET', '/transfers?state=LOST');
  expect([status, body.fields[0].path]).toEqual([400, 'state']);
});

test('the Centre sees what was sent to it, of all departments or of one', async () => {
  expect(await namesIn(receiver, 'sort=name')).toEqual([['Đỗ Thị Ba', 'Lý Văn Bốn'], 2]);
  expect(await namesIn(receiver, `unit=${HANOI.unit}`)).toEqual([['Đỗ Thị Ba'], 1]);
  expect(await namesIn(province, 'q=ly%20van')).toEqual([[], 0]);
});

test('what a list shows is taken away as a file, whole and in its order', async () => {
  const { text } = await province.ask('GET', '/transfers.csv?sort=name&limit=1');
  const rows = parse(text, { columns: true, bom: true }) as Record<string, string>[];
  expect(rows.map((row) => row['Người bị kết án'])).toEqual([
    'An Văn Một',
    'Bùi Văn Hai',
    'Đỗ Thị Ba',
  ]);
  expect(rows[2]).toMatchObject({
    'Số giao dịch': entered[1],
    'Đơn vị gửi': 'Sở Tư pháp thành phố Hà Nội',
    Bước: 'Đã gửi',
    'Bản giấy': 'chưa ghi nhận gửi',
  });
});

test('a list of convicted persons is for those who work on records', async () => {
  for (const username of [HANOI.desk, HANOI.seal, HANOI.supervisor]) {
    const person = await office.as(username);
    for (const path of ['/transfers', '/transfers.csv']) {
      const { status, body } = await person.ask('GET', path);
      expect([username, path, status, body?.code]).toEqual([username, path, 403, 'NOT_PERMITTED']);
    }
  }
});
