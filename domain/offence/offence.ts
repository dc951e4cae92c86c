import * as z from 'zod';
import { CalendarDate, line } from '../text.ts';

/** Penal codes as the catalogue names them; `1999+2009` is the code of 1999 as amended by Law 37/2009. */
export const CATALOGUE_CODES = ['1985', '1999', '1999+2009', '2015', '2015+2017'] as const;

/** A code of the list: ours are made up (`BLHS2015-123`), the ministry's were not found. */
export const OffenceCode = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/);

/** One offence of the catalogue. Both dates inclusive; null = still valid. */
export const ListedOffence = z
  .strictObject({
    code: OffenceCode,
    penalCode: z.enum(CATALOGUE_CODES),
    article: z.string().regex(/^[1-9]\d{0,2}[a-zđ]?$/u),
    chapterNo: line(20).nullable(),
    chapterName: line(300).nullable(),
    name: line(400),
    validFrom: CalendarDate,
    validTo: CalendarDate.nullable(),
    /** Codes that took its place, many to many. */
    replacedBy: z.array(OffenceCode).max(40),
    note: line(400).nullable(),
    expungementRegime: z.enum(['AUTO_70', 'COURT_71']).nullable(),
    source: line(400).nullable(),
    /** Whether somebody read article, name and dates in the text of the code. */
    verified: z.boolean(),
  })
  .refine(({ validFrom, validTo }) => validTo === null || validFrom <= validTo, {
    error: 'ENDS_BEFORE_START',
    path: ['validTo'],
  });
export type ListedOffence = z.infer<typeof ListedOffence>;

/** What of an offence may change from one release to the next. */
export const OFFENCE_FIELDS = [
  'code',
  'penalCode',
  'article',
  'chapterNo',
  'chapterName',
  'name',
  'validFrom',
  'validTo',
  'replacedBy',
  'note',
  'expungementRegime',
  'source',
  'verified',
] as const satisfies readonly (keyof ListedOffence)[];
export type OffenceField = (typeof OFFENCE_FIELDS)[number];

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/**
 * A text by its spelling alone: `hoá` and `hóa`, `sỹ` and `sĩ`, capital and small letters are the same,
 * other tones and vowels are not.
 */
export function spelling(text: string): string {
  const words = text.normalize('NFD').toLowerCase().replace(/y/gu, 'i').trim().split(/\s+/u);
  return words
    .map((word) => word.replace(TONES, '') + (word.match(TONES) ?? []).join(''))
    .join(' ');
}
