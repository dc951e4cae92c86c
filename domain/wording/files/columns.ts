import { code, type Column, date, instant, text, unit } from '../../listFile.ts';
import { clockKind } from '../../law/tally.ts';
import { codes } from '../codes.ts';
import { INFORMATION_NAMES, SUPPLIER_NAMES } from '../supplyNames.ts';
import { pairsOf } from '../pair.ts';

const begins = code(codes.clockName, 'Thời hạn', 'Term');
const whom = code(codes.verification, 'Cơ quan được hỏi', 'Asked agency');

/** A clock by its name: `verification:POLICE` is a verification of the police; what follows else is a number. */
const clock: Column = {
  heading: begins.heading,
  write: (value, writing) => {
    const [first = '', second = ''] = clockKind(String(value)).split(':');
    const name = begins.write(first, writing);
    return second in codes.verification ? `${name}: ${whom.write(second, writing)}` : name;
  },
};

/** Columns that mean the same in every list that has them, by the field they show. */
const COLUMNS = {
  caseId: text('Số hồ sơ', 'Case'),
  step: code(codes.step, 'Bước', 'Step'),
  unit: unit('Đơn vị', 'Unit'),
  unitName: text('Đơn vị', 'Unit'),
  holder: text('Người giữ', 'Held by'),
  clock,
  year: text('Năm', 'Year'),
  // Persons
  subjectName: text('Họ và tên', 'Name'),
  fullName: text('Họ và tên', 'Name'),
  personName: text('Họ và tên', 'Name'),
  birthDate: date('Ngày sinh', 'Born'),
  personalId: text('Số định danh cá nhân', 'Personal ID'),
  // Cases
  channel: code(codes.channel, 'Kênh nộp', 'Channel'),
  openedAt: instant('Ngày mở', 'Opened'),
  closedAt: instant('Ngày kết thúc', 'Closed'),
  legalDueAt: instant('Hạn theo luật', 'Legally due'),
  paused: text('Đang tạm dừng', 'Standing still'),
  waitingFor: unit('Đang chờ đơn vị', 'Waits for'),
  queueRole: code(codes.role, 'Chờ ở vai trò', 'Stands with'),
  // Records and papers
  recordNumber: text('Mã số bản lý lịch', 'Record number'),
  number: text('Số', 'Number'),
  date: date('Ngày văn bản', 'Dated'),
  effectiveDate: date('Ngày có hiệu lực', 'Effective on'),
  supplierKind: code(pairsOf(SUPPLIER_NAMES), 'Loại nguồn', 'Kind of supplier'),
  supplierName: text('Đơn vị cung cấp', 'Supplier'),
  information: code(pairsOf(INFORMATION_NAMES), 'Loại thông tin', 'Information'),
  // What was done, by whom, when
  reason: text('Lý do', 'Reason'),
  note: text('Ghi chú', 'Note'),
  citation: text('Căn cứ', 'Citation'),
  askedAt: instant('Hỏi lúc', 'Asked'),
  answeredAt: instant('Trả lời lúc', 'Answered'),
  dueAt: instant('Đến hạn', 'Due'),
  missedAt: instant('Hạn đã quá', 'Missed'),
  signedAt: instant('Ký lúc', 'Signed'),
  sentAt: instant('Gửi lúc', 'Sent'),
  cancelledAt: instant('Hủy lúc', 'Cancelled'),
  updatedAt: instant('Cập nhật lúc', 'Changed'),
} satisfies Readonly<Record<string, Column>>;

/** Some of the columns that mean the same everywhere, in this order. */
export function columns<Field extends keyof typeof COLUMNS>(
  ...fields: readonly Field[]
): Record<Field, Column> {
  return Object.fromEntries(fields.map((field) => [field, COLUMNS[field]])) as Record<
    Field,
    Column
  >;
}
