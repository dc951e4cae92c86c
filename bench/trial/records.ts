import { randomUUID } from 'node:crypto';
import type { RecordSubmission } from '../../domain/record.ts';
import type { TrialBook } from './book.ts';
import { type Department, type Desks, takeOver } from './desks.ts';
import { mended, otherwise, paperFor, recordOf, type Words } from './papers.ts';

/** Who plays, what is noted, and how many records carry words that name an entry of the catalogue. */
export interface Trial {
  desks: Desks;
  book: TrialBook;
  clear: number;
}

/** Every so manieth record: 5 % differ, 3 % are returned, 2 % come twice, a third have the paper first. */
const DIFFERS = 20;
const RETURNED = 33;
const TWICE = 50;
const PAPER_FIRST = 3;

export function isEvery(n: number, of: number): boolean {
  return n % of === 0;
}

/** The nth record from its entry to the official update; gives its number. */
export async function playRecord(trial: Trial, n: number): Promise<string> {
  const { desks, book } = trial;
  const department = departmentOf(desks, n);
  const words = wordsOf(trial, n);
  const entered = recordOf(n, department.code, words);
  const { caseId, recordNumber } = await enter(trial, department, entered, n);
  if (words !== 'UNCLEAR') book.nameable.push(recordNumber);
  const registers = (record: RecordSubmission): Promise<unknown> => {
    const typed = isEvery(n, DIFFERS) ? otherwise(record) : record;
    return desks.receiver.send('POST', '/exchange/papers', paperFor(recordNumber, typed));
  };
  const paperFirst = isEvery(n, PAPER_FIRST);
  if (paperFirst) {
    await registers(entered);
    book.paperFirst.push(caseId);
  }
  await department.records.act(caseId, 'send');
  await department.records.act(caseId, 'postPaper', {}, { postalNumber: `RA${n}VN` });
  await desks.receiver.act(caseId, 'receive');
  const sent = isEvery(n, RETURNED) ? await sendBack(trial, department, caseId, entered) : entered;
  // A paper that the correction made out of date is followed by another one.
  if (!paperFirst || sent !== entered) await registers(sent);
  if (isEvery(n, DIFFERS)) await settleDifference(trial, department, caseId, n);
  await takeOver(desks, caseId);
  if (isEvery(n, TWICE)) {
    const again = paperFor(recordNumber, sent);
    book.sentTwice += 1;
    book.refused.push(await desks.receiver.refusal('POST', '/exchange/papers', again));
  }
  return recordNumber;
}

/** What the nth record's words name: of those that name no entry, a tenth name the one that is asked for. */
export function wordsOf({ clear }: Trial, n: number): Words {
  if (n <= clear) return 'CLEAR';
  return isEvery(n, 10) ? 'NEW' : 'UNCLEAR';
}

/** The department that keeps the nth record: one after the other. */
export function departmentOf({ departments }: Desks, n: number): Department {
  return departments[departmentAt(n)];
}

export function departmentAt(n: number): 0 | 1 {
  return isEvery(n, 2) ? 0 : 1;
}

/** Enter a record; some are sent twice, and the second is the first. */
async function enter(
  { book }: Trial,
  { records }: Department,
  record: RecordSubmission,
  n: number,
): Promise<{ caseId: string; recordNumber: string }> {
  const key = randomUUID();
  const send = (): Promise<{ caseId: string; recordNumber: string }> =>
    records.send('POST', '/transfers', { record }, key);
  const entered = await send();
  book.records.set(entered.recordNumber, entered.caseId);
  if (isEvery(n, TWICE)) {
    book.sentTwice += 1;
    const again = await send();
    book.repeated.push(again.recordNumber);
    if (again.caseId !== entered.caseId) throw new Error(`${again.caseId} is ${entered.caseId}`);
  }
  return entered;
}

/** The Centre gives it back with a reason; corrected, it is sent and received anew. */
async function sendBack(
  { desks: { receiver }, book }: Trial,
  { records }: Department,
  caseId: string,
  record: RecordSubmission,
): Promise<RecordSubmission> {
  await receiver.act(caseId, 'returnRecord', {}, { reason: 'Thiếu ghi chú về bản án gốc.' });
  const corrected = mended(record);
  await records.act(caseId, 'correct', {}, corrected);
  await records.act(caseId, 'send');
  await receiver.act(caseId, 'receive');
  book.returned.push(caseId);
  return corrected;
}

/** The Centre asks about what differs; the department says which copy is right. */
async function settleDifference(
  { desks: { receiver }, book }: Trial,
  { records }: Department,
  caseId: string,
  n: number,
): Promise<void> {
  await receiver.act(caseId, 'askSupplier', {}, { note: 'Hình phạt chính khác nhau.' });
  const rightCopy = isEvery(n, 2 * DIFFERS) ? 'ELECTRONIC' : 'PAPER';
  const reason = 'Đã đối chiếu bản án gốc.';
  await records.act(caseId, 'answerDifference', { rightCopy }, { reason });
  book.differing.set(caseId, rightCopy);
}
