import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { zipSync } from 'fflate';
import { type CellValue, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { aRow, faultsOf, HEADINGS, nameOf } from '../support/judgmentFiles.ts';
import { openRecordDesk } from '../support/recordDesk.ts';

const desk = openRecordDesk();

function upload(file: Uint8Array) {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return desk.officer.ask('POST', '/supply-batches?name=ban-an.xlsx', Buffer.from(file), {
    headers: { 'content-type': type },
    key: randomUUID(),
  });
}

let made = 0;

/** Rows of a sheet with the headings first; every file is another one. */
function rowsOf(...changes: Partial<Record<(typeof HEADINGS)[number], CellValue>>[]) {
  const rows = changes.map((change) => {
    made += 1;
    const row: Record<string, CellValue> = { ...aRow(5000 + made), ...change };
    return HEADINGS.map((heading) => row[heading] ?? null);
  });
  return [[...HEADINGS], ...rows];
}

const workbook = (...sheets: (Partial<WriteSheet> & Pick<WriteSheet, 'rows'>)[]) =>
  writeXlsx({ sheets: sheets.map((sheet, at) => ({ name: `Trang ${at + 1}`, ...sheet })) });

test('a workbook is read as it shows: dates as dates, numbers as they stand, into the book', async () => {
  const birth = new Date(Date.UTC(1985, 1, 11));
  const rows = rowsOf({ 'Ngày sinh': birth, 'Mã tỉnh': 1 }, {});
  const { status, body } = await upload(await workbook({ rows }));
  expect([status, body.batch.encoding]).toEqual([201, 'XLSX']);
  expect(body.batch.rows).toMatchObject({ GOOD: 2, FAULTY: 0 });
  const { id } = body.batch;
  await desk.officer.must('POST', `/supply-batches/${id}/confirmation`, { leaveOut: 0 });
  const { batch } = await desk.officer.must('GET', `/supply-batches/${id}`);
  expect(batch.fileName).toBe('ban-an.xlsx');
});

test('formulas, merged cells and hidden rows are faults of their rows; the others are good', async () => {
  const offence = HEADINGS.indexOf('Tội danh');
  const rows = rowsOf({}, {}, {}, {});
  const file = await workbook({
    rows,
    cells: new Map([[`2,${offence}`, { formula: 'A1&"x"', formulaResult: 'Trộm cắp tài sản' }]]),
    merges: [{ startRow: 3, endRow: 3, startCol: 0, endCol: 1 }],
    rowDefs: new Map([[4, { hidden: true }]]),
  });
  const { body } = await upload(file);
  expect(body.batch.rows).toMatchObject({ GOOD: 1, FAULTY: 3 });
  expect(await faultsOf(desk.officer, body.batch.id)).toEqual([
    [3, 'offence FORMULA'],
    [4, 'note MERGED_CELL'],
    [5, 'note HIDDEN_ROW'],
  ]);
});

test('empty lines are passed over and hidden sheets not read', async () => {
  const [header, ...rest] = rowsOf({}, {});
  const blank = HEADINGS.map(() => null);
  const rows = [header ?? [], blank, ...rest.flatMap((row) => [row, blank])];
  const { body } = await upload(await workbook({ rows }, { rows: rowsOf({}), hidden: true }));
  expect(body.batch.rows).toMatchObject({ GOOD: 2, FAULTY: 0 });
});

const OLD_KIND = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);
/** An archive that unpacks to a thousand times its size. */
function bomb(): Uint8Array {
  const zeros = new Uint8Array(160_000_000);
  return zipSync({ 'xl/worksheets/sheet1.xml': zeros, 'xl/worksheets/sheet2.xml': zeros });
}

test.each<[string, () => Promise<Uint8Array> | Uint8Array, string]>([
  ['of the old kind', () => OLD_KIND, 'SUPPLY_WORKBOOK_LOCKED'],
  [
    'that is another archive',
    () => zipSync({ 'a.txt': Uint8Array.of(1) }),
    'SUPPLY_FILE_UNREADABLE',
  ],
  ['that unpacks without end', bomb, 'SUPPLY_WORKBOOK_TOO_LARGE'],
  [
    'with rows on two sheets',
    () => workbook({ rows: rowsOf({}) }, { rows: rowsOf({}) }),
    'SUPPLY_WORKBOOK_SHEETS',
  ],
  ['without rows', () => workbook({ rows: [[...HEADINGS]] }), 'SUPPLY_FILE_EMPTY'],
  ['without the columns', () => workbook({ rows: [['a'], ['b']] }), 'SUPPLY_FILE_UNREADABLE'],
  [
    'of a hundred thousand rows',
    () => workbook({ rows: [[...HEADINGS], ...Array.from({ length: 100_000 }, () => ['a', 'b'])] }),
    'SUPPLY_FILE_TOO_LONG',
  ],
])('a workbook %s is refused by name', async (_what, file, code) => {
  const { status, body } = await upload(await file());
  expect([status, body.code]).toEqual([422, code]);
});

test('twenty thousand rows are read, and other people are served meanwhile', async () => {
  const people = Array.from({ length: 20_000 }, (_, n) => ({ 'Họ và tên': nameOf(n % 10_000) }));
  const reading = upload(await workbook({ rows: rowsOf(...people) }));
  const { status } = await desk.officer.ask('GET', '/supply-batches');
  expect(status).toBe(200);
  const { body } = await reading;
  expect(body.batch.rows.GOOD).toBe(20_000);
});
