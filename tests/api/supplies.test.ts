import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import * as z from 'zod';
import { sql } from '../../db/sql.ts';
import { aJudgment, aPaper } from '../support/supplies.ts';
import { openRecordDesk } from '../support/recordDesk.ts';
import { HANOI } from '../support/scenes.ts';

const desk = openRecordDesk();

const enter = (supply: object, key: string = randomUUID()) =>
  desk.officer.ask('POST', '/supplies', { supply, channel: 'PAPER' }, { key });

test('what arrives gets the next number of the book, and its supplier’s term is told', async () => {
  const { status, body } = await enter(aJudgment('Lê Văn Sổ'));
  expect([status, body.line.state, body.line.year]).toEqual([201, 'RECEIVED', 2023]);
  // Effective on a Friday: ten days later is a Monday.
  expect(body.line).toMatchObject({ dueOn: '2022-06-20', late: false });
  expect(body.term.verified).toBe(false);
  const late = await enter(aJudgment('Lê Văn Trễ', { arrivedOn: '2022-06-21' }));
  expect(late.body.line).toMatchObject({ late: true, bookNumber: body.line.bookNumber + 1 });
});

test('the same key is the same entry, the same paper about the same person is not taken twice', async () => {
  const key = randomUUID();
  const first = await enter(aJudgment('Lê Văn Hai'), key);
  const again = await enter(aJudgment('Lê Văn Hai'), key);
  expect(again.body.line.id).toBe(first.body.line.id);
  const twice = await enter(aJudgment('LÊ VĂN HAI', { number: '7/2022/hsst' }));
  expect([twice.status, twice.body.code]).toEqual([409, 'SUPPLY_ALREADY_RECEIVED']);
  const other = await enter(aJudgment('Lê Văn Đồng Phạm'));
  expect(other.body.line.bookNumber).toBe(first.body.line.bookNumber + 1);
});

test('entries at one moment leave no gap and no double in the book', async () => {
  const names = ['An', 'Bình', 'Chi', 'Dung', 'Giang', 'Hà'];
  const all = await Promise.all(names.map((name) => enter(aJudgment(`Ngô Thị ${name}`))));
  const refused = await enter(aJudgment('Ngô Thị An'));
  expect(refused.status).toBe(409);
  const numbers = all.map(({ body }) => body.line.bookNumber).toSorted((a, b) => a - b);
  expect(numbers.map((number) => number - numbers[0])).toEqual([0, 1, 2, 3, 4, 5]);
  const next = await enter(aJudgment('Ngô Thị Sau'));
  expect(next.body.line.bookNumber).toBe(numbers[5] + 1);
});

test.each([
  ['not in force yet', { effectiveDate: '2099-01-01' }, 'effectiveDate', 'NOT_YET_EFFECTIVE'],
  ['without its section III', { judgment: null }, 'judgment', 'REQUIRED'],
  ['without its day of effect', { effectiveDate: null }, 'effectiveDate', 'REQUIRED'],
  [
    'in force before it was given',
    { effectiveDate: '2022-05-09' },
    'effectiveDate',
    'EFFECTIVE_BEFORE_JUDGMENT',
  ],
  [
    'that came before it was given',
    { arrivedOn: '2022-05-09' },
    'arrivedOn',
    'ARRIVED_BEFORE_ISSUE',
  ],
  ['that comes tomorrow', { arrivedOn: '2099-05-09' }, 'arrivedOn', 'IN_FUTURE'],
  [
    'of another kind of supplier',
    { supplier: { kind: 'COMMUNE', name: 'UBND phường', unit: null } },
    'kind',
    'NOT_OF_THIS_SUPPLIER',
  ],
  [
    'that goes to the Centre',
    { supplier: { kind: 'PROCURACY', name: 'VKSNDTC', unit: null }, kind: 'FOREIGN_JUDGMENT' },
    'kind',
    'GOES_TO_CENTRE',
  ],
  [
    'of a province that is none',
    { person: { ...aJudgment('Lê Văn Lạ').person, provinceCode: '99' } },
    'person.provinceCode',
    'UNKNOWN_PROVINCE',
  ],
])('a judgment %s is refused, the field named', async (_, changes, path, code) => {
  const { status, body } = await enter({ ...aJudgment('Lê Văn Lạ'), ...changes });
  expect([status, body.code]).toEqual([400, 'INVALID_INPUT']);
  expect(body.fields).toContainEqual(expect.objectContaining({ path: `supply.${path}`, code }));
});

test('an effective judgment makes one record, whoever asks and however often', async () => {
  const { body } = await enter(aJudgment('Trịnh Văn Lập'));
  const path = `/supplies/${body.line.id}/record`;
  const [one, two] = await Promise.all([
    desk.officer.ask('POST', path, {}),
    desk.officer.ask('POST', path, {}),
  ]);
  const made = [one, two].find(({ status }) => status === 201)?.body;
  const others = [one, two]
    .filter(({ status }) => status !== 201)
    .map((answer) => answer.body.code);
  expect(others.every((code) => ['SUPPLY_SETTLED', 'RECORD_MAY_BE_THERE'].includes(code))).toBe(
    true,
  );
  const entry = await desk.officer.must('GET', `/supplies/${body.line.id}`);
  const { caseId, recordNumber } = made;
  expect(entry.line).toMatchObject({ state: 'USED', caseId, recordNumber });
  const { count } = await desk.office.db.one(sql.type(z.object({ count: z.int() }))`
    SELECT count(*)::int AS count FROM subjects WHERE full_name = 'Trịnh Văn Lập'
  `);
  expect(count).toBe(1);
  const { record } = await desk.officer.case(made.caseId);
  expect(record?.judgment.court).toBe('Tòa án nhân dân quận Ba Đình');
});

test('a second judgment of a known person makes a record only when somebody says it is another', async () => {
  const first = await enter(aJudgment('Trịnh Thị Quen'));
  const { recordNumber, caseId } = await desk.officer.must(
    'POST',
    `/supplies/${first.body.line.id}/record`,
    {},
  );
  const again = aJudgment('Trịnh Thị Quen', { number: '8/2022/HSST' });
  const second = await enter(again);
  expect(second.body.known).toEqual([{ unit: HANOI.unit, record: { recordNumber, caseId } }]);
  // Of another department's record the book of a third says that there is one.
  const elsewhere = await desk.office.as('hoso.hcm');
  const { known } = await elsewhere.must('POST', '/supplies', { supply: again, channel: 'PAPER' });
  expect(known).toEqual([{ unit: HANOI.unit, record: null }]);
  const path = `/supplies/${second.body.line.id}`;
  const refused = await desk.officer.ask('POST', `${path}/record`, {});
  expect([refused.status, refused.body.code]).toEqual([409, 'RECORD_MAY_BE_THERE']);
  const used = await desk.officer.must('POST', `${path}/settlement`, {
    state: 'USED',
    recordNumber,
  });
  expect(used.line).toMatchObject({ state: 'USED', recordNumber });
});

test('what is no judgment supplements a record of the unit, or is kept or refused with a reason', async () => {
  const { body } = await enter(aPaper('Trịnh Văn Nộp'));
  const path = `/supplies/${body.line.id}`;
  const record = await desk.officer.ask('POST', `${path}/record`, {});
  expect(record.body.code).toBe('SUPPLY_MAKES_NO_RECORD');
  const unknown = await desk.officer.ask('POST', `${path}/settlement`, {
    state: 'USED',
    recordNumber: '01HN2023/99999',
  });
  expect([unknown.status, unknown.body.code]).toEqual([422, 'UNKNOWN_RECORD']);
  const refusal = { state: 'REFUSED', reason: 'Không có chữ ký' };
  const refused = await desk.officer.must('POST', `${path}/settlement`, refusal);
  expect(refused).toMatchObject({ reason: 'Không có chữ ký', line: { state: 'REFUSED' } });
  const again = await desk.officer.ask('POST', `${path}/settlement`, {
    state: 'KEPT',
    reason: 'x',
  });
  expect([again.status, again.body.code]).toEqual([409, 'SUPPLY_SETTLED']);
});

test('a scan stands behind the entry that names it, and is read in its own unit only', async () => {
  const headers = { 'content-type': 'application/pdf' };
  const scan = await desk.officer.must(
    'POST',
    '/supplies/scans?name=ban-an.pdf',
    Buffer.from('%PDF-1.7'),
    {
      headers,
    },
  );
  const body = { supply: aJudgment('Lê Thị Ảnh'), channel: 'PAPER', scans: [scan.id] };
  const entry = await desk.officer.must('POST', '/supplies', body);
  expect(entry.scans).toEqual([expect.objectContaining({ id: scan.id, name: 'ban-an.pdf' })]);
  const elsewhere = await desk.office.as('tiepnhan.tt');
  expect((await elsewhere.ask('GET', `/supplies/scans/${scan.id}`)).status).toBe(404);
  expect((await elsewhere.ask('GET', `/supplies/${entry.line.id}`)).status).toBe(404);
});

test('the book is searched, filtered, sorted, and exported as it was asked', async () => {
  const { supplies, total } = await desk.officer.must(
    'GET',
    '/supplies?q=ngo%20thi&sort=person&descending=false',
  );
  expect(total).toBe(7);
  expect(supplies[0].personName).toBe('Ngô Thị An');
  const used = await desk.officer.must('GET', '/supplies?state=USED');
  expect(used.supplies.every(({ state }: { state: string }) => state === 'USED')).toBe(true);
  const { text } = await desk.officer.ask('GET', '/supplies.csv?q=ngo%20thi');
  expect(text.trim().split('\n')).toHaveLength(8);
});

test('suppliers are told apart by how punctually they supply', async () => {
  const { suppliers, countedFrom } = await desk.officer.must('GET', '/suppliers');
  expect(countedFrom.verified).toBe(false);
  const court = suppliers.find(
    ({ supplierKind }: { supplierKind: string }) => supplierKind === 'FIRST_INSTANCE_COURT',
  );
  expect(court).toMatchObject({ late: 1, uncounted: 0, medianDays: 5 });
  expect(court.onTime + court.late).toBe(court.received);
});
