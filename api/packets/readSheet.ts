import {
  ANSWER_COLUMNS,
  type AnswerColumn,
  dateOfCell,
  ENTRY_COLUMNS,
  NEEDED_COLUMNS,
  outcomeOfCell,
  QUESTION_COLUMNS,
  type QuestionColumn,
  questionCells,
  saysTheSame,
} from '../../domain/answerSheet.ts';
import type { PacketRequest, WrittenAnswer } from '../../domain/packet.ts';
import type { RefusalCode } from '../../domain/refusal.ts';
import { type CsvRow, readCsv } from '../csv.ts';
import { Refused } from '../refused.ts';

/** What an upload says about one request, before it is judged. */
export interface WrittenRow {
  requestId: string;
  fullName: string;
  lines: string | null;
  answer: Readonly<Record<string, unknown>>;
  code: RefusalCode | null;
}

/** A line of the sheet: its cells by heading, and where it stands. */
interface Line {
  number: number;
  cells: Readonly<Record<string, string>>;
}

const MOST_LINES = 5_000;

/** Answers that a unit's own system wrote into the packet. */
export function readWritten(
  answers: readonly WrittenAnswer[],
  asked: ReadonlyMap<string, PacketRequest>,
): WrittenRow[] {
  const seen = new Set<string>();
  return answers.map(({ requestId, ...said }) => {
    const request = asked.get(requestId);
    const twice = seen.has(requestId);
    seen.add(requestId);
    const code = request === undefined ? 'NOT_IN_PACKET' : twice ? 'ANSWERED_TWICE' : null;
    const fullName = request?.person.fullName ?? '';
    return { requestId, fullName, lines: null, answer: said, code };
  });
}

/** Answers of a sheet as it was saved by a spreadsheet program; lines without an answer say nothing. */
export function readSheet(text: string, asked: ReadonlyMap<string, PacketRequest>): WrittenRow[] {
  const byRequest = new Map<string, Line[]>();
  for (const line of linesOf(text)) {
    const requestId = cellOf(line, QUESTION_COLUMNS.requestId);
    if (!hasAnswer(line)) continue;
    byRequest.set(requestId, [...(byRequest.get(requestId) ?? []), line]);
  }
  return [...byRequest].map(([requestId, lines]) => rowOf(requestId, lines, asked.get(requestId)));
}

function linesOf(text: string): Line[] {
  const records = recordsOf(text);
  const [header, ...rest] = records;
  const headings = header?.record.map((cell) => cell.normalize('NFC').trim()) ?? [];
  const lacks = NEEDED_COLUMNS.some((heading) => !headings.includes(heading));
  if (lacks || rest.length > MOST_LINES) throw new Refused('SHEET_UNREADABLE');
  return rest.map(({ record, info }) => ({
    number: info.lines,
    cells: Object.fromEntries(headings.map((heading, at) => [heading, record[at] ?? ''])),
  }));
}

function recordsOf(text: string): CsvRow[] {
  try {
    return readCsv(text);
  } catch (cause) {
    throw new Refused('SHEET_UNREADABLE', [], { cause });
  }
}

function cellOf({ cells }: Line, heading: string): string {
  return (cells[heading] ?? '').trim();
}

function said(line: Line, column: AnswerColumn): string | null {
  const cell = cellOf(line, ANSWER_COLUMNS[column]);
  return cell === '' ? null : cell;
}

function hasAnswer(line: Line): boolean {
  return Object.values(ANSWER_COLUMNS).some((heading) => cellOf(line, heading) !== '');
}

function rowOf(
  requestId: string,
  lines: readonly Line[],
  request: PacketRequest | undefined,
): WrittenRow {
  const [first] = lines;
  const last = lines.at(-1);
  const numbers = first === last ? `${first?.number}` : `${first?.number}-${last?.number}`;
  const written = first === undefined ? '' : cellOf(first, QUESTION_COLUMNS.fullName);
  const row = { requestId, fullName: request?.person.fullName ?? written, lines: numbers };
  if (request === undefined || first === undefined) {
    return { ...row, answer: {}, code: 'NOT_IN_PACKET' };
  }
  if (lines.some((line) => isAltered(line, request))) {
    return { ...row, answer: {}, code: 'PACKET_ALTERED' };
  }
  const outcomes = lines.map((line) => outcomeSaid(line, request));
  const [outcome] = outcomes;
  // Further lines of a found record are further judgments; they need not say so again.
  const further = outcomes.slice(1).every((other) => other === null || other === outcome);
  if (lines.length > 1 && !(outcome === 'RECORD_FOUND' && further)) {
    return { ...row, answer: {}, code: 'ANSWERED_TWICE' };
  }
  const expectedAt = said(first, 'expectedAt');
  const answer = {
    outcome,
    entries: lines.map(entryOf).filter((entry) => entry !== null),
    needed: said(first, 'needed'),
    reason: said(first, 'reason'),
    expectedAt: expectedAt === null ? null : dateOfCell(expectedAt),
  };
  return { ...row, answer, code: null };
}

/** Columns that were taken out cannot mislead; those that are there must say what was signed. */
function isAltered({ cells }: Line, request: PacketRequest): boolean {
  const written = questionCells(request);
  return (Object.keys(QUESTION_COLUMNS) as QuestionColumn[]).some((column) => {
    const cell = cells[QUESTION_COLUMNS[column]];
    return cell !== undefined && !saysTheSame(column, cell, written[column]);
  });
}

function outcomeSaid(line: Line, { kind }: PacketRequest): string | null {
  const cell = said(line, 'outcome');
  return cell === null ? null : (outcomeOfCell(cell, kind) ?? cell);
}

function entryOf(line: Line): Record<string, string> | null {
  const filled = ENTRY_COLUMNS.filter((column) => said(line, column) !== null);
  if (filled.length === 0) return null;
  const cells = filled.map((column) => [column, said(line, column) ?? ''] as const);
  const entry = Object.fromEntries(cells) as Record<string, string>;
  const date = entry['judgmentDate'];
  return date === undefined ? entry : { ...entry, judgmentDate: dateOfCell(date) };
}
