import * as z from 'zod';
import { ListedOffence, OffenceCode } from '../offence/offence.ts';
import { SUGGESTION_REASONS, suggestOffences } from '../offence/suggest.ts';
import { RecordNumber } from '../record.ts';
import { line } from '../text.ts';

const words = { offence: line(250), provision: line(120) };

/** Judgments that are not normalised and say the same words, in a time in which one catalogue held. */
export const WordGroup = z.strictObject({
  ...words,
  /** First and last day of their judgments. */
  from: z.iso.date(),
  to: z.iso.date(),
  judgments: z.int(),
  records: z.int(),
  /** The one entry the words name; null while a person must choose. */
  named: OffenceCode.nullable(),
  suggestions: z.array(
    z.strictObject({ offence: ListedOffence, reasons: z.array(z.enum(SUGGESTION_REASONS)) }),
  ),
});
export type WordGroup = z.infer<typeof WordGroup>;

export const WordGroups = z.strictObject({ version: z.int(), groups: z.array(WordGroup) });

/** What a batch is to map: all judgments with these words and days to one entry. */
export const NormalisationBody = z.strictObject({
  /** Release of the catalogue whose entries were chosen. */
  version: z.int().min(1),
  groups: z
    .array(z.strictObject({ ...words, from: z.iso.date(), to: z.iso.date(), code: OffenceCode }))
    .min(1)
    .max(500),
});
export type NormalisationBody = z.infer<typeof NormalisationBody>;

/** One judgment of a frozen batch. */
export const NormalisationItem = z.strictObject({
  number: RecordNumber,
  /** Version of the record that the preview saw. */
  version: z.int(),
  ref: z.int(),
  fullName: z.string(),
  ...words,
  code: OffenceCode,
});
export type NormalisationItem = z.infer<typeof NormalisationItem>;

export const ITEM_RESULTS = ['NORMALISED', 'RECORD_CHANGED'] as const;

/** A batch: exactly what it maps, then what came of each judgment; its notice has the same id. */
export const Normalisation = z.strictObject({
  id: z.uuid(),
  unit: z.string(),
  version: z.int(),
  items: z.array(NormalisationItem.extend({ result: z.enum(ITEM_RESULTS).nullable() })),
  confirmedAt: z.string().nullable(),
});
export type Normalisation = z.infer<typeof Normalisation>;

/** Judgments that say the same on the same day. */
export interface SaidWords {
  offence: string;
  provision: string;
  date: string;
  judgments: number;
  records: number;
}

/**
 * Judgments by their words, with what these may mean. Those of one group lie between the same two days on
 * which entries of the catalogue came into force, so that the same may be suggested for all of them.
 */
export function groupWords(
  catalogue: readonly ListedOffence[],
  said: readonly SaidWords[],
): WordGroup[] {
  const starts = [...new Set(catalogue.map(({ validFrom }) => validFrom))].toSorted();
  const groups = new Map<string, SaidWords[]>();
  for (const one of said) {
    const since = starts.findLast((start) => start <= one.date) ?? '';
    const key = JSON.stringify([one.offence, one.provision, since]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()]
    .map((members) => groupOf(catalogue, members))
    .toSorted((a, b) => b.judgments - a.judgments || (a.offence < b.offence ? -1 : 1));
}

function groupOf(catalogue: readonly ListedOffence[], members: readonly SaidWords[]): WordGroup {
  const { offence = '', provision = '', date = '' } = members[0] ?? {};
  const dates = members.map((one) => one.date).toSorted();
  const { normalised, suggestions } = suggestOffences(catalogue, { offence, provision, on: date });
  return {
    offence,
    provision,
    from: dates[0] ?? date,
    to: dates.at(-1) ?? date,
    judgments: members.reduce((sum, one) => sum + one.judgments, 0),
    records: members.reduce((sum, one) => sum + one.records, 0),
    named: normalised,
    suggestions,
  };
}
