import { expect, test } from '@jest/globals';
import { readSupplyLine, SUPPLY_HEAD, type SupplyColumn } from '../../../domain/supply/readFile.ts';
import { recordOf } from '../../../domain/supply/supply.ts';
import { tableLines } from '../../../domain/tableLines.ts';
import { aRow, HEADINGS } from '../../support/judgmentFiles.ts';

const TODAY = '2023-09-18';

function read(changes: Record<string, string> = {}) {
  const row: Record<string, string> = { ...aRow(1), ...changes };
  const headings = [...new Set([...HEADINGS, ...Object.keys(changes)])];
  const cells = headings.map((heading) => row[heading] ?? '');
  const [line] = tableLines<SupplyColumn>(SUPPLY_HEAD, [headings, cells], []) ?? [];
  if (line === undefined) throw new Error('columns are missing');
  return readSupplyLine(line, TODAY);
}

function supplyOf(changes: Record<string, string> = {}) {
  const line = read(changes);
  if ('faults' in line) throw new Error(JSON.stringify(line.faults));
  return line.supply;
}

test('a row says what a spreadsheet left of it: dates turned round, zeros lost', () => {
  const supply = supplyOf({ 'Số định danh': '1085001234', 'Ngày nhận': '15.6.2022' });
  expect(supply).toMatchObject({
    kind: 'JUDGMENT',
    date: '2022-05-10',
    arrivedOn: '2022-06-15',
    supplier: { kind: 'FIRST_INSTANCE_COURT', name: 'Tòa án nhân dân quận Ba Đình' },
    person: { provinceCode: '01', personalId: '001085001234', gender: 'MALE' },
  });
});

test('what the row does not say is today, a judgment, of the court that gave it', () => {
  expect(supplyOf().arrivedOn).toBe(TODAY);
  expect(recordOf(supplyOf())?.judgment.court).toBe('Tòa án nhân dân quận Ba Đình');
});

test('kinds are named in words, with or without marks', () => {
  const said = {
    'Loại thông tin': 'ket qua thi hanh an dan su',
    'Loại nguồn': 'Thi hành án dân sự',
    'Nội dung': 'Đã nộp án phí',
  };
  const supply = supplyOf(said);
  expect([supply.kind, supply.supplier.kind]).toEqual([
    'CIVIL_ENFORCEMENT_RESULT',
    'CIVIL_ENFORCEMENT',
  ]);
  expect(recordOf(supply)).toBeNull();
});

test.each([
  [{ 'Hình phạt chính': '' }, 'principalPenalty', 'REQUIRED'],
  [{ 'Ngày có hiệu lực': '' }, 'effectiveDate', 'REQUIRED'],
  [{ 'Ngày có hiệu lực': '09/05/2022' }, 'effectiveDate', 'EFFECTIVE_BEFORE_JUDGMENT'],
  [{ 'Họ và tên': 'Nguyễn 2' }, 'fullName', 'NOT_A_NAME'],
  [{ 'Loại thông tin': 'thư' }, 'kind', 'NOT_A_CHOICE'],
  [{ 'Tội danh': '@SUM(A1)' }, 'offence', 'FORMULA'],
])('%j is refused in its column', (changes, column, code) => {
  const line = read(changes);
  expect('faults' in line && line.faults).toContainEqual({ column, code });
});
