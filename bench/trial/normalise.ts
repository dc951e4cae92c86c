import type { Normalisation, WordGroup } from '../../domain/record/normalisation.ts';
import type { NoticeLine } from '../../domain/record/notice.ts';
import type { TrialBook } from './book.ts';
import type { Crashes } from './crashes.ts';
import type { Department, Desks } from './desks.ts';

/**
 * Every judgment whose words name an entry is normalised, by one batch for each wording of a department; the
 * Centre corrects its copies by the notices.
 */
export async function normaliseAll(desks: Desks, book: TrialBook, crashes: Crashes): Promise<void> {
  for (const department of desks.departments) await normalise(department, book, crashes);
  await applyNotices(desks, book, crashes);
}

/** Batches: each previewed, then carried out as it was frozen. */
async function normalise(
  { records }: Department,
  book: TrialBook,
  crashes: Crashes,
): Promise<void> {
  const { version, groups } = await records.get<{ version: number; groups: WordGroup[] }>(
    '/record-normalisations/words',
  );
  for (const { offence, provision, from, to, named: code } of groups) {
    if (code === null) continue;
    const { id } = await records.send<Normalisation>('POST', '/record-normalisations', {
      version,
      groups: [{ offence, provision, from, to, code }],
    });
    const path = `/record-normalisations/${id}/confirmation`;
    const { items } = await crashes.beside(() => records.send<Normalisation>('POST', path));
    book.normalised += items.filter(({ result }) => result === 'NORMALISED').length;
  }
}

/** The Centre corrects its copies by every notice that is open. */
export async function applyNotices(
  { reviewer }: Desks,
  book: TrialBook,
  crashes: Crashes,
): Promise<void> {
  const { notices } = await reviewer.get<{ notices: NoticeLine[] }>('/record-notices?limit=200');
  for (const { id } of notices) {
    await crashes.beside(() => reviewer.send('POST', `/record-notices/${id}/application`));
    book.notices.push(id);
  }
}
