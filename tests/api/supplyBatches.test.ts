import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import * as z from 'zod';
import { sql } from '../../db/sql.ts';
import { aRow, faultsOf, HEADINGS, judgmentFile, nameOf } from '../support/judgmentFiles.ts';
import { encodedAs } from '../support/offences.ts';
import { until } from '../support/until.ts';
import { openRecordDesk } from '../support/recordDesk.ts';

const desk = openRecordDesk();

function upload(file: Buffer | string, query = '', key: string = randomUUID()) {
  const headers = { 'content-type': 'text/csv' };
  return desk.officer.ask('POST', `/supply-batches?name=ban-an.csv${query}`, file, {
    headers,
    key,
  });
}

async function finished(id: string) {
  const found = async () => (await desk.officer.must('GET', `/supply-batches/${id}`)).batch;
  await until(async () => ['DONE', 'STOPPED'].includes((await found()).state));
  return found();
}

const FAULTY = judgmentFile([
  aRow(1),
  aRow(2, { 'Ngày có hiệu lực': '01/01/2099' }),
  aRow(3, { 'Mã tỉnh': '99' }),
  aRow(4, { 'Hình phạt chính': '' }),
  aRow(5, { 'Tội danh': '=HYPERLINK(1)' }),
  aRow(6, { 'Giới tính': 'đàn ông' }),
  aRow(7, { 'Ngày bản án': 'hôm qua' }),
  aRow(1, { 'Họ và tên': 'NGUYỄN VĂN TỆP' }),
  aRow(8),
]);

test('every faulty row has its codes; only the good ones enter the book, when somebody says so', async () => {
  const { status, body } = await upload(FAULTY);
  expect([status, body.batch.state]).toEqual([201, 'PREVIEWED']);
  expect(body.batch.rows).toEqual({ GOOD: 2, FAULTY: 7, ENTERED: 0, REPEATED: 0 });
  const { id } = body.batch;
  expect(await faultsOf(desk.officer, id)).toEqual([
    [3, 'effectiveDate NOT_YET_EFFECTIVE'],
    [4, 'provinceCode UNKNOWN_PROVINCE'],
    [5, 'principalPenalty REQUIRED'],
    [6, 'offence FORMULA'],
    [7, 'gender NOT_A_CHOICE'],
    [8, 'date WRONG_FORMAT'],
    [9, 'number ALREADY_RECEIVED'],
  ]);
  const blind = await desk.officer.ask('POST', `/supply-batches/${id}/confirmation`, {
    leaveOut: 0,
  });
  expect([blind.status, blind.body.code]).toEqual([409, 'PREVIEW_OUTDATED']);
  await desk.officer.must('POST', `/supply-batches/${id}/confirmation`, { leaveOut: 7 });
  const batch = await finished(id);
  expect(batch.rows).toEqual({ GOOD: 0, FAULTY: 7, ENTERED: 2, REPEATED: 0 });
  const { supplies } = await desk.officer.must('GET', `/supplies?batch=${id}`);
  expect(supplies).toHaveLength(2);
  expect(supplies[0]).toMatchObject({
    channel: 'FILE',
    supplierName: 'Tòa án nhân dân quận Ba Đình',
  });
});

test('a row without one of its sections says which columns of it are missing; the others are good', async () => {
  const headings = [...HEADINGS, 'Loại thông tin', 'Nội dung'] as const;
  const bare = { 'Loại thông tin': '', 'Nội dung': '' };
  const section = (...columns: readonly (typeof HEADINGS)[number][]) =>
    Object.fromEntries(columns.map((column) => [column, '']));
  const reduction = { 'Loại thông tin': 'Quyết định giảm', 'Ngày có hiệu lực': '' };
  const { body } = await upload(
    judgmentFile(
      [
        { ...aRow(50), ...bare },
        { ...aRow(51), ...bare, ...section('Họ và tên', 'Giới tính', 'Ngày sinh', 'Mã tỉnh') },
        { ...aRow(52), ...bare, ...section('Số bản án', 'Ngày bản án', 'Tòa án') },
        {
          ...aRow(53),
          ...bare,
          ...section('Tội danh', 'Điều khoản áp dụng', 'Hình phạt chính'),
        },
        { ...aRow(54), ...bare, ...section('Ngày có hiệu lực') },
        { ...aRow(55), ...reduction, 'Nội dung': '' },
        { ...aRow(56), ...reduction, 'Nội dung': 'Giảm 3 tháng' },
      ],
      headings,
    ),
  );
  expect(body.batch.rows).toMatchObject({ GOOD: 2, FAULTY: 5 });
  const { rows } = await desk.officer.must(
    'GET',
    `/supply-batches/${body.batch.id}/rows?state=FAULTY`,
  );
  const told = rows.map(
    ({ line, problems }: { line: number; problems: { column: string; code: string }[] }) => [
      line,
      ...problems.map(({ column, code }) => `${column} ${code}`).toSorted(),
    ],
  );
  expect(told).toEqual([
    [3, 'birthDate REQUIRED', 'fullName REQUIRED', 'gender REQUIRED', 'provinceCode REQUIRED'],
    [4, 'date REQUIRED', 'issuedBy REQUIRED', 'number REQUIRED', 'supplier REQUIRED'],
    [5, 'offence REQUIRED', 'principalPenalty REQUIRED', 'provision REQUIRED'],
    [6, 'effectiveDate REQUIRED'],
    [7, 'content REQUIRED'],
  ]);
});

test('the same file again is the same batch, what stands in the book already is not entered twice', async () => {
  const { body: first } = await upload(FAULTY);
  const { body: again } = await upload(FAULTY);
  expect(again.batch.id).toBe(first.batch.id);
  const { body } = await upload(judgmentFile([aRow(8), aRow(9)]));
  await desk.officer.must('POST', `/supply-batches/${body.batch.id}/confirmation`, { leaveOut: 0 });
  const batch = await finished(body.batch.id);
  expect(batch.rows).toMatchObject({ ENTERED: 1, REPEATED: 1 });
  const { rows } = await desk.officer.must(
    'GET',
    `/supply-batches/${batch.id}/rows?state=REPEATED`,
  );
  const entry = await desk.officer.must('GET', `/supplies/${rows[0].supplyId}`);
  expect(entry.line.number).toBe('8/2022/HSST');
});

test('columns may stand in any order', async () => {
  const { body } = await upload(judgmentFile([aRow(20)], [...HEADINGS].reverse()));
  expect(body.batch.rows).toMatchObject({ GOOD: 1, FAULTY: 0 });
});

test.each(['TCVN3', 'VNI', 'Windows-1258'] as const)(
  'a file in %s is recognised, and shown as it came and as it was read',
  async (encoding) => {
    const text = judgmentFile([30, 31, 32].map((n) => aRow(n, { 'Họ và tên': nameOf(n) })));
    const { body } = await upload(encodedAs(encoding, text));
    expect(body.batch).toMatchObject({ encoding, rows: { GOOD: 3, FAULTY: 0 } });
    expect(body.samples[0].read).toContain('Họ và tên');
    expect(body.samples[0].raw).not.toContain('Họ và tên');
    await desk.officer.must('POST', `/supply-batches/${body.batch.id}/discard`);
  },
);

test.each([
  [
    'the beginning of a workbook',
    Buffer.from('PK\u0003\u0004\u0000\u0000'),
    'SUPPLY_FILE_UNREADABLE',
  ],
  ['a text without the columns', 'a,b\n1,2', 'SUPPLY_FILE_UNREADABLE'],
  [
    'a file cut off within a cell',
    `${judgmentFile([aRow(40)]).slice(0, -4)}`,
    'SUPPLY_FILE_UNREADABLE',
  ],
  [
    'bytes in no known encoding',
    Buffer.concat([Buffer.from(`${HEADINGS.join(',')}\n`), Buffer.from([0x90, 0x91, 0x92])]),
    'LIST_ENCODING_UNKNOWN',
  ],
  ['a file without rows', judgmentFile([]), 'SUPPLY_FILE_EMPTY'],
  ['an empty file', '', 'SUPPLY_FILE_EMPTY'],
  [
    'a hundred thousand rows',
    `${HEADINGS.join(',')}\n${'a,b,c\n'.repeat(100_000)}`,
    'SUPPLY_FILE_TOO_LONG',
  ],
])('%s is refused by name', async (_, file, code) => {
  const { status, body } = await upload(file);
  expect([status, body.code]).toEqual([422, code]);
});

test('a file cut off between cells loses its last row only', async () => {
  const lines = judgmentFile([aRow(41), aRow(42)]).split('\n');
  const cut = [...lines.slice(0, -1), lines.at(-1)?.split(',').slice(0, 6).join(',')].join('\n');
  const { body } = await upload(cut);
  expect(body.batch.rows).toMatchObject({ GOOD: 1, FAULTY: 1 });
  const { rows } = await desk.officer.must(
    'GET',
    `/supply-batches/${body.batch.id}/rows?state=FAULTY`,
  );
  expect(rows[0].problems[0].code).toBe('ROW_TRUNCATED');
});

test('a batch whose process is gone goes on with the rows that have no entry yet', async () => {
  const rows = Array.from({ length: 250 }, (_, n) => aRow(1000 + n, { 'Họ và tên': nameOf(n) }));
  const { body } = await upload(judgmentFile(rows));
  const { id } = body.batch;
  // As a process leaves it that was killed after its first rows.
  await desk.office.db.query(sql.typeAlias('void')`
    UPDATE supply_batches SET state = 'RUNNING', confirmed_by = uploaded_by, confirmed_at = now(),
      stop_asked = true WHERE id = ${id}
  `);
  const looked = await desk.office.db.oneFirst(sql.type(z.object({ looked: z.int() }))`
    SELECT take_supply_rows(${id}, jsonb_build_object('unit', 'STP-01', 'year', 2023, 'channel', 'FILE',
      'receivedBy', uploaded_by, 'receivedAt', now()), 70) AS looked FROM supply_batches WHERE id = ${id}
  `);
  expect(looked).toBe(70);
  await desk.office.db.query(
    sql.typeAlias('void')`UPDATE supply_batches SET state = 'STOPPED' WHERE id = ${id}`,
  );
  await desk.officer.must('POST', `/supply-batches/${id}/resume`);
  const batch = await finished(id);
  expect(batch).toMatchObject({ state: 'DONE', rows: { ENTERED: 250, REPEATED: 0, GOOD: 0 } });
  const { total } = await desk.officer.must('GET', `/supplies?batch=${id}`);
  expect(total).toBe(250);
});

test('an offence that the catalogue lacks is no fault of its row: its record stands in red', async () => {
  const offence = 'Tội danh không có trong danh mục';
  const { body } = await upload(
    judgmentFile([aRow(3000, { 'Họ và tên': nameOf(300), 'Tội danh': offence })]),
  );
  expect(body.batch.rows).toMatchObject({ GOOD: 1, FAULTY: 0 });
  const { id } = body.batch;
  await desk.officer.must('POST', `/supply-batches/${id}/confirmation`, { leaveOut: 0 });
  await finished(id);
  await desk.officer.must('POST', `/supply-batches/${id}/records`);
  expect((await finished(id)).judgments).toMatchObject({ open: 0, made: 1 });
  const { groups } = await desk.officer.must('GET', '/record-normalisations/words');
  const said = groups.find((group: { offence: string }) => group.offence === offence);
  expect(said).toMatchObject({ judgments: 1, named: null });
});

test('effective judgments of a batch become records in bulk; who may be known is left to a person', async () => {
  const names = ['Phan Văn Loạt', 'Phan Thị Loạt', 'Phan Văn Loạt'];
  const rows = names.map((name, n) => aRow(2000 + n, { 'Họ và tên': name }));
  const { body } = await upload(judgmentFile(rows));
  const { id } = body.batch;
  const early = await desk.officer.ask('POST', `/supply-batches/${id}/records`);
  expect([early.status, early.body.code]).toEqual([409, 'BATCH_NOT_OPEN']);
  await desk.officer.must('POST', `/supply-batches/${id}/confirmation`, { leaveOut: 0 });
  expect((await finished(id)).judgments).toEqual({ open: 3, made: 0, left: 0 });
  await desk.officer.must('POST', `/supply-batches/${id}/records`);
  const { judgments } = await finished(id);
  expect(judgments.open).toBe(0);
  expect(judgments.made + judgments.left).toBe(3);
  expect(judgments.made).toBeGreaterThanOrEqual(2);
  const { supplies } = await desk.officer.must('GET', `/supplies?batch=${id}&state=USED`);
  expect(
    new Set(supplies.map(({ recordNumber }: { recordNumber: string }) => recordNumber)).size,
  ).toBe(judgments.made);
});
