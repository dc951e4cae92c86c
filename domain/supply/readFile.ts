import type * as z from 'zod';
import { foldName } from '../foldName.ts';
import type { DateText } from '../instant.ts';
import { dateOfWritten, isFormula, type TableHead, type TableLine } from '../tableLines.ts';
import { INFORMATION_NAMES, SUPPLIER_NAMES } from '../wording/supplyNames.ts';
import { type InformationKind, isJudgment, type SupplierKind } from './kinds.ts';
import { SuppliedInformation } from './information.ts';

/** Columns of a file of judgments with the headings they may have; the template has the first of each. */
export const SUPPLY_COLUMNS = {
  fullName: ['Họ và tên', 'Họ tên', 'full_name'],
  otherNames: ['Tên gọi khác', 'other_names'],
  gender: ['Giới tính', 'gender'],
  birthDate: ['Ngày sinh', 'birth_date'],
  birthPlace: ['Nơi sinh', 'birth_place'],
  personalId: ['Số định danh', 'Số định danh cá nhân', 'CCCD', 'personal_id'],
  permanentResidence: ['Nơi thường trú', 'permanent_residence'],
  provinceCode: ['Mã tỉnh', 'province_code'],
  fatherName: ['Họ tên cha', 'father_name'],
  motherName: ['Họ tên mẹ', 'mother_name'],
  number: ['Số bản án', 'Số văn bản', 'number'],
  date: ['Ngày bản án', 'Ngày tuyên', 'Ngày văn bản', 'date'],
  effectiveDate: ['Ngày có hiệu lực', 'effective_date'],
  issuedBy: ['Tòa án', 'Cơ quan ban hành', 'court', 'issued_by'],
  offence: ['Tội danh', 'offence'],
  provision: ['Điều khoản áp dụng', 'Điều khoản', 'provision'],
  principalPenalty: ['Hình phạt chính', 'principal_penalty'],
  additionalPenalty: ['Hình phạt bổ sung', 'additional_penalty'],
  civilObligations: ['Nghĩa vụ dân sự', 'civil_obligations'],
  courtFees: ['Án phí', 'court_fees'],
  arrivedOn: ['Ngày nhận', 'arrived_on'],
  kind: ['Loại thông tin', 'kind'],
  supplierKind: ['Loại nguồn', 'supplier_kind'],
  supplier: ['Đơn vị cung cấp', 'supplier'],
  content: ['Nội dung', 'content'],
  note: ['Ghi chú', 'note'],
} as const satisfies Record<string, readonly string[]>;
export type SupplyColumn = keyof typeof SUPPLY_COLUMNS;

export const SUPPLY_HEAD: TableHead<SupplyColumn> = {
  columns: SUPPLY_COLUMNS,
  needed: [
    'fullName',
    'gender',
    'birthDate',
    'permanentResidence',
    'provinceCode',
    'number',
    'date',
    'issuedBy',
  ],
};

export interface SupplyFault {
  column: SupplyColumn;
  code: string;
}

/** Which column a field of the information stands in. */
export function columnOf(path: readonly PropertyKey[]): SupplyColumn {
  const [first, second] = path;
  if (first === 'supplier') return second === 'kind' ? 'supplierKind' : 'supplier';
  if (first === 'judgment' && second === undefined) return 'offence';
  const name = first === 'person' || first === 'judgment' ? second : first;
  const column = Object.keys(SUPPLY_COLUMNS).find((one) => one === name);
  return (column ?? 'fullName') as SupplyColumn;
}

/**
 * A line as information, or every column of it that is not sound. What the file does not say is a
 * judgment of a first-instance court, supplied by whoever gave it, that arrived on `today`.
 */
export function readSupplyLine(
  { cells, short }: TableLine<SupplyColumn>,
  today: DateText,
): { supply: SuppliedInformation } | { faults: SupplyFault[] } {
  const columns = Object.keys(cells) as SupplyColumn[];
  const formulas = columns.filter((column) => isFormula(cells[column] ?? ''));
  if (formulas.length > 0)
    return { faults: formulas.map((column) => ({ column, code: 'FORMULA' })) };
  if (short) return { faults: [{ column: 'note', code: 'ROW_TRUNCATED' }] };
  const parsed = SuppliedInformation.safeParse(written(cells, today));
  if (parsed.success) return { supply: parsed.data };
  const faults = parsed.error.issues.map((issue) => faultOf(issue, cells));
  return {
    faults: faults.filter(
      (fault, at) => faults.findIndex((one) => one.column === fault.column) === at,
    ),
  };
}

type Cells = TableLine<SupplyColumn>['cells'];

function written(cells: Cells, today: DateText) {
  const text = (column: SupplyColumn): string => cells[column] ?? '';
  const orNull = (column: SupplyColumn): string | null => text(column) || null;
  const kind = kindOf(text('kind'));
  const judged = isJudgment(kind as InformationKind);
  return {
    supplier: {
      kind: supplierOf(text('supplierKind')),
      name: text('supplier') || text('issuedBy'),
      unit: null,
    },
    kind,
    number: text('number'),
    date: dateOfWritten(text('date')),
    effectiveDate: dateOfWritten(text('effectiveDate')) || null,
    issuedBy: text('issuedBy'),
    arrivedOn: dateOfWritten(text('arrivedOn')) || today,
    person: personOf(text, orNull),
    judgment: judged
      ? {
          offence: text('offence'),
          provision: text('provision'),
          principalPenalty: text('principalPenalty'),
          additionalPenalty: orNull('additionalPenalty'),
          civilObligations: orNull('civilObligations'),
          courtFees: orNull('courtFees'),
        }
      : null,
    content: judged ? null : orNull('content'),
    note: orNull('note'),
  };
}

function personOf(
  text: (column: SupplyColumn) => string,
  orNull: (column: SupplyColumn) => string | null,
) {
  return {
    fullName: text('fullName'),
    otherNames: text('otherNames')
      .split(';')
      .map((name) => name.trim())
      .filter((name) => name !== ''),
    gender: genderOf(text('gender')),
    birthDate: dateOfWritten(text('birthDate')),
    birthPlace: text('birthPlace'),
    // A spreadsheet takes a number for a number: its first zeros are gone.
    personalId:
      orNull('personalId')?.replace(/^\d{10,11}$/u, (digits) => digits.padStart(12, '0')) ?? null,
    documents: [],
    permanentResidence: text('permanentResidence'),
    provinceCode: text('provinceCode').replace(/^\d$/u, '0$&'),
    fatherName: orNull('fatherName'),
    motherName: orNull('motherName'),
  };
}

const GENDER_WORDS: Readonly<Record<string, string>> = { nam: 'MALE', nu: 'FEMALE', khac: 'OTHER' };
const KIND_WORDS = wordsOf(INFORMATION_NAMES);
const SUPPLIER_WORDS = wordsOf(SUPPLIER_NAMES);

function wordsOf(names: Readonly<Record<string, Readonly<Record<string, string>>>>) {
  const pairs = Object.entries(names).flatMap(([code, texts]) =>
    Object.values(texts).map((name) => [foldName(name), code] as const),
  );
  return new Map(pairs);
}

function genderOf(cell: string): string {
  return GENDER_WORDS[foldName(cell)] ?? cell;
}

/** The kind of information that a cell names, a judgment where it is empty; the cell itself where it names none. */
export function kindOf(cell: string): string {
  const word = foldName(cell);
  if (word === '' || word === 'ban an') return 'JUDGMENT' satisfies InformationKind;
  return KIND_WORDS.get(word) ?? cell;
}

function supplierOf(cell: string): string {
  if (cell === '') return 'FIRST_INSTANCE_COURT' satisfies SupplierKind;
  return SUPPLIER_WORDS.get(foldName(cell)) ?? cell;
}

function faultOf(issue: z.core.$ZodIssue, cells: Cells): SupplyFault {
  const column = columnOf(issue.path);
  if ((cells[column] ?? '') === '') return { column, code: 'REQUIRED' };
  if (issue.code === 'custom' && /^[A-Z_]+$/u.test(issue.message)) {
    return { column, code: issue.message };
  }
  if (issue.code === 'invalid_value') return { column, code: 'NOT_A_CHOICE' };
  return { column, code: issue.code === 'too_big' ? 'TOO_LONG' : 'WRONG_FORMAT' };
}
