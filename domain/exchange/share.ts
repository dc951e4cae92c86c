import * as z from 'zod';

/** What the strategy wanted of the electronic share from a year on (`data/exchange.json`). */
export const ShareTarget = z.strictObject({
  year: z.int(),
  /** Shares from 0 to 1. */
  atLeast: z.number().gt(0).lte(1),
  upTo: z.number().gt(0).lte(1).nullable(),
  citation: z.string().min(1),
  verified: z.boolean(),
});
export type ShareTarget = z.infer<typeof ShareTarget>;

/** Words of the letter under which records and slips go to the Centre; `{records}`, `{slips}`, `{office}` are filled in. */
const CoverLetter = z.strictObject({
  subject: z.string().min(1),
  to: z.string().min(1),
  opening: z.string().min(1),
  closing: z.string().min(1),
  citation: z.string().min(1),
  verified: z.boolean(),
});
export type CoverLetter = z.infer<typeof CoverLetter>;

export const ExchangeData = z.strictObject({
  targets: z.array(ShareTarget),
  coverLetter: CoverLetter,
});

export const ShareQuery = z.strictObject({
  year: z.coerce.number().int().min(2010).max(2100).optional(),
});

/**
 * What one province gave the Centre in one quarter: by the day an electronic copy was first sent, or a
 * paper came whose electronic copy never did. Papers beside an electronic copy count once, as electronic.
 */
export const ShareLine = z.strictObject({
  unit: z.string(),
  unitName: z.string(),
  year: z.int(),
  quarter: z.int().min(1).max(4),
  electronic: z.int(),
  all: z.int(),
});
export type ShareLine = z.infer<typeof ShareLine>;

export const ExchangeShare = z.strictObject({
  year: z.int(),
  lines: z.array(ShareLine),
  /** The target in force that year; null before the first. */
  target: ShareTarget.nullable(),
});
export type ExchangeShare = z.infer<typeof ExchangeShare>;

/** The target that holds in a year: the latest set until then. */
export function targetOf(targets: readonly ShareTarget[], year: number): ShareTarget | null {
  const set = targets.filter((target) => target.year <= year);
  return set.toSorted((a, b) => b.year - a.year)[0] ?? null;
}

/** The electronic share from 0 to 1; null where nothing was exchanged. */
export function shareOf({ electronic, all }: Pick<ShareLine, 'electronic' | 'all'>): number | null {
  return all === 0 ? null : electronic / all;
}
