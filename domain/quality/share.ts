import * as z from 'zod';
import { CalendarDate } from '../text.ts';
import { QUALITY_RULES, QUALITY_SIDES, QUALITY_SOURCES } from './codes.ts';

const counts = {
  /** Records in the book, those taken into others not counted. */
  records: z.int(),
  /** Without any open finding; what is set aside is not open. */
  clean: z.int(),
  notRight: z.int(),
  notComplete: z.int(),
  notClean: z.int(),
};

/** How clean the book of a department is now. */
export const CleanCount = z.strictObject({ unit: z.string(), ...counts });
export type CleanCount = z.infer<typeof CleanCount>;

/** The same as it was kept on the night of a day. */
export const CleanDay = z.strictObject({
  day: CalendarDate,
  ...CleanCount.shape,
  /** Of the rules it was counted by. */
  rulesVersion: z.string(),
});
export type CleanDay = z.infer<typeof CleanDay>;

/** The share of clean records; null where there is none. */
export function cleanShare({ clean, records }: Pick<CleanCount, 'clean' | 'records'>) {
  return records === 0 ? null : clean / records;
}

export const QualityQuery = z.strictObject({
  days: z.coerce.number().int().min(7).max(400).default(90),
  /** One department; the Centre reads all together where none is named. */
  unit: z.string().max(20).optional(),
});

/** What is open under one rule at one kind of source. */
export const OpenCount = z.strictObject({
  rule: z.enum(QUALITY_RULES),
  side: z.enum(QUALITY_SIDES),
  source: z.enum(QUALITY_SOURCES),
  open: z.int(),
  setAside: z.int(),
});

/** What a rule rests on, printed with every figure. */
export const RuleSource = z.strictObject({
  rule: z.enum(QUALITY_RULES),
  side: z.enum(QUALITY_SIDES),
  citation: z.string(),
  verified: z.boolean(),
});

/** Cleanness of the book over time, now, per department, and what it is measured by. */
export const QualityFigures = z.strictObject({
  version: z.string(),
  oldJudgmentYears: z.int(),
  rules: z.array(RuleSource),
  now: z.array(CleanCount),
  /** Records at which the rules have to look: they changed, their day came, or the rules did. */
  unchecked: z.int(),
  open: z.array(OpenCount),
  days: z.array(CleanDay),
});
export type QualityFigures = z.infer<typeof QualityFigures>;
