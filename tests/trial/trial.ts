import type { RecordSubmission } from '../../domain/record.ts';
import {
  paperFor,
  slipPaperFor,
  trialOffice,
  trialRecord,
  trialSlip,
} from '../support/exchange.ts';
import type { Office } from '../support/office.ts';
import type { Person } from '../support/person.ts';

/** How much of the trial is played: 500 records and 200 slips are the whole. */
export interface TrialSize {
  records: number;
  slips: number;
}

/** What happened in the trial, for the books to be compared with. */
export interface TrialBook {
  recordNumbers: string[];
  slips: number;
  paperFirst: number;
  differing: number;
  returned: number;
  duplicates: number;
}

type Desks = Awaited<ReturnType<typeof trialOffice>>;

/** Every nth of a row: 5 % differ, 3 % are returned, 2 % come twice, a third have the paper first. */
const every = (n: number, of: number): boolean => n % of === 0;
const DIFFERS = 20;
const RETURNED = 33;
const TWICE = 50;
const PAPER_FIRST = 3;

/** Play the trial of 2015 between two provinces and the Centre; gives what was done. */
export async function playTrial(office: Office, size: TrialSize): Promise<TrialBook> {
  const desks = await trialOffice(office);
  const book: TrialBook = {
    recordNumbers: [],
    slips: 0,
    paperFirst: 0,
    differing: 0,
    returned: 0,
    duplicates: 0,
  };
  for (let n = 1; n <= size.records; n += 1) {
    const province = every(n, 2) ? desks.province : desks.other;
    const recordNumber = await playRecord(desks, province, n, book);
    book.recordNumbers.push(recordNumber);
    if (n <= size.slips) await playSlip(desks, province, recordNumber, n, book);
  }
  return book;
}

async function playRecord(
  desks: Desks,
  province: Person,
  n: number,
  book: TrialBook,
): Promise<string> {
  const { receiver } = desks;
  const record = trialRecord(n);
  const { caseId, recordNumber } = await province.must('POST', '/transfers', { record });
  const paper = typed(record, every(n, DIFFERS));
  const registers = () => receiver.must('POST', '/exchange/papers', paperFor(recordNumber, paper));
  const paperFirst = every(n, PAPER_FIRST);
  if (paperFirst) await registers();
  await province.act(caseId, 'send');
  await province.act(caseId, 'postPaper', { paper: { postalNumber: `RA${n}VN` } });
  await receiver.act(caseId, 'receive');
  book.paperFirst += Number(paperFirst);
  if (every(n, RETURNED)) {
    await receiver.act(caseId, 'returnRecord', { paper: { reason: 'Thiếu chữ ký' } });
    await province.act(caseId, 'send');
    await receiver.act(caseId, 'receive');
    book.returned += 1;
  }
  if (!paperFirst) await registers();
  if (every(n, DIFFERS)) {
    await receiver.act(caseId, 'askSupplier', { paper: { note: 'Hình phạt khác nhau' } });
    const rightCopy = every(n, 2 * DIFFERS) ? 'ELECTRONIC' : 'PAPER';
    const paperOf = { reason: 'Đã đối chiếu bản án' };
    await province.act(caseId, 'answerDifference', { codes: { rightCopy }, paper: paperOf });
    book.differing += 1;
  }
  await desks.takeOver(caseId);
  if (every(n, TWICE)) await refuseTwice(receiver, recordNumber, record, book);
  return recordNumber;
}

/** What the Centre types from the paper; in some the court's clerk wrote another penalty. */
function typed(record: RecordSubmission, differs: boolean): RecordSubmission {
  if (!differs) return record;
  return { ...record, judgment: { ...record.judgment, principalPenalty: '15 tháng tù' } };
}

/** A paper that comes again is refused by its code. */
async function refuseTwice(
  receiver: Person,
  recordNumber: string,
  record: RecordSubmission,
  book: TrialBook,
): Promise<void> {
  const again = await receiver.ask('POST', '/exchange/papers', paperFor(recordNumber, record));
  if (again.body.code !== 'CASE_CLOSED') throw new Error(`taken twice: ${again.text}`);
  book.duplicates += 1;
}

async function playSlip(
  desks: Desks,
  province: Person,
  recordNumber: string,
  n: number,
  book: TrialBook,
): Promise<void> {
  const { receiver } = desks;
  const slip = trialSlip(n);
  const { caseId } = await province.must('POST', '/slips', { recordNumber, slip });
  if (every(n, TWICE)) {
    const again = await province.ask('POST', '/slips', { recordNumber, slip });
    if (again.body.code !== 'SLIP_KNOWN') throw new Error(`taken twice: ${again.text}`);
    book.duplicates += 1;
  }
  const paperFirst = every(n, PAPER_FIRST);
  const registers = () =>
    receiver.must('POST', '/exchange/papers', slipPaperFor(recordNumber, caseId, slip));
  if (paperFirst) await registers();
  await province.act(caseId, 'send');
  await receiver.act(caseId, 'receive');
  if (!paperFirst) await registers();
  await desks.takeOver(caseId);
  book.slips += 1;
  book.paperFirst += Number(paperFirst);
}
