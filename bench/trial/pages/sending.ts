import type { Page } from 'playwright-core';
import type { RecordSubmission } from '../../../domain/record.ts';
import { mended, otherwise, recordOf, slipOf } from '../papers.ts';
import { departmentAt, isEvery, type Trial, wordsOf } from '../records.ts';
import {
  askAndAnswer,
  doAtOnce,
  enterRecord,
  giveBack,
  refusedPaper,
  registerPaper,
  takeOverAll,
  transferOn,
} from './desks.ts';
import { fill } from './forms.ts';
import type { Pages } from './people.ts';
import { typedDocument } from './typed.ts';

/** A record that is pressed through its pages. */
interface Pressed {
  n: number;
  caseId: string;
  recordNumber: string;
  /** As it is typed, on the page and on the paper. */
  record: RecordSubmission;
  department: 0 | 1;
  differs: boolean;
  isReturned: boolean;
  twice: boolean;
  paperFirst: boolean;
}

/**
 * Records and slips by the pages alone, a real browser for each person: typed, sent and received at once, some
 * differing, given back or with the paper twice or first; gives their numbers.
 */
export async function pressRecords(
  pages: Pages,
  trial: Trial,
  { ns, slips }: { ns: readonly number[]; slips: number },
): Promise<Map<number, string>> {
  const pressed = await enterAll(pages, trial, ns);
  for (const one of pressed.filter(({ paperFirst }) => paperFirst)) await takeInPaper(pages, one);
  await sendAll(pages, pressed);
  for (const one of pressed) await settle(pages, trial, one);
  const cases = pressed.map(({ caseId }) => caseId);
  await takeOverAll(pages, cases);
  await pressSlips(pages, trial, pressed.slice(0, slips));
  return new Map(pressed.map(({ n, recordNumber }) => [n, recordNumber]));
}

/** Both departments type theirs side by side. */
async function enterAll(pages: Pages, trial: Trial, ns: readonly number[]): Promise<Pressed[]> {
  const places = [...ns.entries()];
  const of = async (department: 0 | 1): Promise<Pressed[]> => {
    const entered: Pressed[] = [];
    for (const [at, n] of places) {
      if (departmentAt(n) === department) entered.push(await enter(pages, trial, n, at + 1));
    }
    return entered;
  };
  const both = await Promise.all([of(0), of(1)]);
  return both.flat().toSorted((a, b) => a.n - b.n);
}

async function enter(pages: Pages, trial: Trial, n: number, place: number): Promise<Pressed> {
  const department = departmentAt(n);
  const words = wordsOf(trial, n);
  const made = recordOf(n, trial.desks.departments[department].code, words);
  const untyped = { otherNames: [], documents: [], personalId: null };
  const record = { ...made, person: { ...made.person, ...untyped } };
  const entered = await enterRecord(pages.departments[department].records, record);
  const { book } = trial;
  book.records.set(entered.recordNumber, entered.caseId);
  book.pressed.push(entered.recordNumber);
  if (words !== 'UNCLEAR') book.nameable.push(entered.recordNumber);
  const paperFirst = isEvery(place, 3);
  if (paperFirst) book.paperFirst.push(entered.caseId);
  return {
    ...entered,
    n,
    record,
    department,
    differs: place % 5 === 2,
    isReturned: place % 10 === 4,
    twice: place % 10 === 1,
    paperFirst,
  };
}

function takeInPaper(
  { receiver }: Pages,
  { recordNumber, record, differs }: Pressed,
): Promise<void> {
  return registerPaper(receiver, recordNumber, differs ? otherwise(record) : record);
}

/** Sent by each department at once, and received by the Centre at once. */
async function sendAll(
  { departments, receiver }: Pages,
  sent: readonly Pick<Pressed, 'caseId' | 'department'>[],
): Promise<void> {
  for (const [at, { records }] of departments.entries()) {
    const own = sent.filter(({ department }) => department === at);
    await doAtOnce(records, 'ENTERED', 'Gửi Trung tâm', caseIdsOf(own));
  }
  await doAtOnce(receiver, 'SENT', 'Nhận hồ sơ', caseIdsOf(sent));
}

function caseIdsOf(pressed: readonly { caseId: string }[]): string[] {
  return pressed.map(({ caseId }) => caseId);
}

/** What a received record still needs: its correction, its paper, an answer about what differs. */
async function settle(pages: Pages, { book }: Trial, one: Pressed): Promise<void> {
  const { n, caseId, recordNumber, department } = one;
  const { receiver } = pages;
  const province: Page = pages.departments[department].records;
  const record = one.isReturned ? mended(one.record) : one.record;
  if (one.isReturned) {
    await giveBack(receiver, province, caseId, record.note ?? '');
    book.returned.push(caseId);
  }
  if (!one.paperFirst || one.isReturned) await takeInPaper(pages, { ...one, record });
  if (one.differs) {
    const rightCopy = isEvery(n, 2) ? 'ELECTRONIC' : 'PAPER';
    await askAndAnswer(receiver, province, caseId, rightCopy);
    book.differing.set(caseId, rightCopy);
  }
  if (one.twice) {
    book.sentTwice += 1;
    book.refused.push(await refusedPaper(receiver, recordNumber, record));
  }
}

/** A document of execution to each of the records, by slip and by paper. */
async function pressSlips(
  pages: Pages,
  { book }: Trial,
  records: readonly Pressed[],
): Promise<void> {
  const slips: Pressed[] = [];
  for (const record of records) {
    const { n, department, caseId: ofRecord } = record;
    const page = pages.departments[department].records;
    await page.goto(`/trao-doi/${ofRecord}/phieu-bo-sung`);
    await fill(page, typedDocument(slipOf(n, 'DOCUMENT')));
    await page.getByRole('button', { name: 'Lập phiếu bổ sung' }).click();
    await page.waitForURL((url) => !url.pathname.includes(ofRecord));
    const caseId = await transferOn(page);
    book.slips.set(caseId, 'DOCUMENT');
    slips.push({ ...record, caseId });
  }
  await sendAll(pages, slips);
  for (const { n, caseId, recordNumber } of slips) {
    const { receiver } = pages;
    await receiver.goto('/trao-doi/ban-giay/moi');
    await receiver.getByRole('radio', { name: 'Phiếu bổ sung' }).check();
    await fill(receiver, { 'Mã số': recordNumber, 'Số giao dịch của phiếu': caseId });
    await fill(receiver, typedDocument(slipOf(n, 'DOCUMENT')));
    await receiver.getByRole('button', { name: 'Vào sổ bản giấy' }).click();
    await receiver.waitForURL(`**/${caseId}`);
  }
  await takeOverAll(pages, caseIdsOf(slips));
}
