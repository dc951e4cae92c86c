import type { ConvictionEntry } from './agencyMessage.ts';
import type { NamedJudgment } from './desk.ts';
import type { VerificationKind, VerificationOutcome } from './flow/verification.ts';
import { foldName } from './foldName.ts';
import { dateOf } from './instant.ts';
import type { PacketRequest } from './packet.ts';
import { CalendarDate } from './text.ts';
import { paperInWords } from './wording/documents.ts';
import { ANSWER_ORDER, QUESTIONS } from './wording/questions.ts';

/** Headings of the question's columns, in order; read again and compared with the signed packet. */
export const QUESTION_COLUMNS = {
  requestId: 'Mã yêu cầu',
  round: 'Lần hỏi',
  fullName: 'Họ và tên',
  otherNames: 'Tên gọi khác',
  birthDate: 'Ngày sinh',
  personalId: 'Số định danh',
  documents: 'Giấy tờ',
  birthPlace: 'Nơi sinh',
  parents: 'Cha, mẹ',
  residences: 'Nơi cư trú',
  identification: 'Thông tin bổ sung',
  judgments: 'Bản án được hỏi',
  askedBy: 'Đơn vị hỏi',
  purpose: 'Mục đích',
  dueAt: 'Hạn trả lời',
} as const;
export type QuestionColumn = keyof typeof QUESTION_COLUMNS;

/** Headings of the columns to be filled in; a record found takes one line per judgment. */
export const ANSWER_COLUMNS = {
  outcome: 'Trả lời (1-5)',
  needed: 'Cần làm rõ gì',
  reason: 'Lý do',
  expectedAt: 'Ngày sẽ trả lời',
  judgmentNumber: 'Số bản án, quyết định',
  judgmentDate: 'Ngày tuyên',
  court: 'Tòa án đã tuyên',
  offence: 'Tội danh',
  provision: 'Điều khoản áp dụng',
  penalty: 'Hình phạt',
  executionStatus: 'Tình trạng thi hành án',
} as const;
export type AnswerColumn = keyof typeof ANSWER_COLUMNS;

export const ENTRY_COLUMNS = [
  'judgmentNumber',
  'judgmentDate',
  'court',
  'offence',
  'provision',
  'penalty',
  'executionStatus',
] as const satisfies readonly (keyof ConvictionEntry)[];

/** Without these a sheet cannot be told to be of a packet, or says nothing. */
export const NEEDED_COLUMNS = [
  QUESTION_COLUMNS.requestId,
  QUESTION_COLUMNS.fullName,
  QUESTION_COLUMNS.birthDate,
  ANSWER_COLUMNS.outcome,
];

/**
 * The question's cells. Dates and numbers are written so that a spreadsheet keeps them as text: dotted
 * dates, digits in groups.
 */
export function questionCells(request: PacketRequest): Record<QuestionColumn, string> {
  const { person } = request;
  const residences = person.residences.map(
    ({ from, to, place }) => `${dotted(from)} – ${to === null ? 'nay' : dotted(to)}: ${place}`,
  );
  return {
    requestId: request.requestId,
    round: String(request.round),
    fullName: person.fullName,
    otherNames: person.otherNames.join(', '),
    birthDate: dotted(person.birthDate),
    personalId: person.personalId?.replace(/(\d{3})(?=\d)/gu, '$1 ') ?? '',
    documents: person.documents.map((paper) => paperInWords(paper, 'vi')).join('; '),
    birthPlace: person.birthPlace,
    parents: [person.fatherName, person.motherName].filter((name) => name !== null).join(', '),
    residences: residences.join('; '),
    identification: request.identification ?? '',
    judgments: request.judgments.map(judgmentInWords).join('; '),
    askedBy: request.askedBy,
    purpose: request.purpose,
    dueAt: dotted(dateOf(Date.parse(request.dueAt))),
  };
}

function judgmentInWords({ judgmentNumber, judgmentDate, court }: NamedJudgment): string {
  return `${judgmentNumber} ngày ${dotted(judgmentDate)}, ${court}`;
}

function dotted(date: string): string {
  const [year, month, day] = date.split('-');
  // A spreadsheet takes 03.1990 for a number.
  if (month !== undefined && day === undefined) return `tháng ${month} năm ${year}`;
  return date.split('-').toReversed().join('.');
}

const NUMBERS: readonly QuestionColumn[] = ['round', 'birthDate', 'dueAt'];

/**
 * Whether a cell still says what was written into it. Spreadsheets drop leading zeros and turn dates
 * round; blanks, line ends and the quote before a formula are theirs too.
 */
export function saysTheSame(column: QuestionColumn, cell: string, written: string): boolean {
  if (column === 'personalId') return digitsOf(cell) === digitsOf(written);
  if (NUMBERS.includes(column)) return numbersOf(cell) === numbersOf(written);
  return plain(cell) === plain(written);
}

function plain(text: string): string {
  return text.normalize('NFC').replace(/^'/u, '').replace(/\s+/gu, ' ').trim();
}

function digitsOf(text: string): string {
  return text.replace(/\D/gu, '').replace(/^0+/u, '');
}

function numbersOf(text: string): string {
  const numbers = [...text.matchAll(/\d+/gu)].map(([digits]) => Number(digits));
  return numbers.toSorted((a, b) => a - b).join(' ');
}

/** The outcome a cell names: by digit, by code, or by the words the kind of agency uses; null for none. */
export function outcomeOfCell(cell: string, kind: VerificationKind): VerificationOutcome | null {
  const said = foldName(plain(cell)).replace(/^(\d)[.)].*$/u, '$1');
  const found = ANSWER_ORDER.find((outcome, index) => {
    const { vi, en } = QUESTIONS[kind].outcomes[outcome];
    return [String(index + 1), outcome, vi, en].some((words) => foldName(words) === said);
  });
  return found ?? null;
}

/** A date as people write it in a cell, as ISO; anything else as it stands, to be refused by its field. */
export function dateOfCell(cell: string): string {
  const said = plain(cell);
  const [, day, month, year] = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/u.exec(said) ?? [];
  if (day === undefined || month === undefined || year === undefined) return said;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return CalendarDate.safeParse(date).success ? date : said;
}
