import type { TrialBook } from './book.ts';
import type { Crashes } from './crashes.ts';
import type { Desks } from './desks.ts';
import { approveChange } from './approvals.ts';
import { applyNotices } from './normalise.ts';
import { twinOf } from './papers.ts';
import { departmentOf } from './records.ts';

/**
 * Records of one person, entered twice as two, are merged once nothing of them is under way; the Centre merges
 * its copies by the notices. `numbers`: record numbers in the order in which they were entered, from the first.
 */
export async function mergeTwins(
  desks: Desks,
  book: TrialBook,
  crashes: Crashes,
  numbers: ReadonlyMap<number, string>,
): Promise<void> {
  for (const [n, from] of numbers) {
    const into = numbers.get(twinOf(n) ?? 0);
    if (into === undefined || book.merged.has(from)) continue;
    const merge = { kind: 'MERGE', details: { from } };
    await crashes.beside(() => approveChange(departmentOf(desks, n), into, () => merge));
    book.merged.set(from, into);
  }
  await applyNotices(desks, book, crashes);
}
