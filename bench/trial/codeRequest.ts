import type { TrialBook } from './book.ts';
import type { Crashes } from './crashes.ts';
import type { Desks } from './desks.ts';
import { NEW_ENTRY, NEW_WORDS } from './papers.ts';

/**
 * A department asks for a code of words that the catalogue lacks; the Centre's reviewer proposes the entry,
 * another person of the Centre grants it, and with that it is released.
 */
export async function askForCode(
  { departments: [{ records }], reviewer, approver }: Desks,
  book: TrialBook,
  crashes: Crashes,
): Promise<void> {
  const request = {
    ...NEW_WORDS,
    judgmentNumber: '1/2015/HSST',
    judgmentDate: '2015-04-01',
    court: 'Tòa án nhân dân quận Ba Đình',
    recordNumber: null,
    note: null,
  };
  const asked = { request };
  const { caseId } = await records.send<{ caseId: string }>('POST', '/catalogue/requests', asked);
  const paper = { entry: NEW_ENTRY, reason: 'Danh mục chưa có tội danh này.' };
  await reviewer.act(caseId, 'proposeEntry', { code: NEW_ENTRY.code }, paper);
  await crashes.beside(() => approver.act(caseId, 'grantCode'));
  book.granted.push(NEW_ENTRY.code);
}
