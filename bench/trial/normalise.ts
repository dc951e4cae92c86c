import type { Normalisation, WordGroup } from '../../domain/record/normalisation.ts';
import type { NoticeLine } from '../../domain/record/notice.ts';
import type { TrialBook } from './book.ts';
import type { Department, Desks } from './desks.ts';

/**
 * Every judgment whose words name an entry is normalised, by one batch of each department; the Centre
 * corrects its copies by the notices.
 */
export async function normaliseAll(
  { departments, reviewer }: Desks,
  book: TrialBook,
): Promise<void> {
  for (const department of departments) book.normalised += await normalise(department);
  const { notices } = await reviewer.get<{ notices: NoticeLine[] }>('/record-notices?limit=200');
  for (const { id } of notices) await reviewer.send('POST', `/record-notices/${id}/application`);
}

/** One batch: previewed, then carried out as it was frozen; gives how many judgments it mapped. */
async function normalise({ records }: Department): Promise<number> {
  const { version, groups } = await records.get<{ version: number; groups: WordGroup[] }>(
    '/record-normalisations/words',
  );
  const named = groups.flatMap(({ offence, provision, from, to, named: code }) =>
    code === null ? [] : [{ offence, provision, from, to, code }],
  );
  if (named.length === 0) return 0;
  const { id } = await records.send<Normalisation>('POST', '/record-normalisations', {
    version,
    groups: named,
  });
  const path = `/record-normalisations/${id}/confirmation`;
  const { items } = await records.send<Normalisation>('POST', path);
  return items.filter(({ result }) => result === 'NORMALISED').length;
}
