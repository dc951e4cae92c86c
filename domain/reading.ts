import * as z from 'zod';
import { AccountId } from './account.ts';
import { type Role, ROLES } from './role.ts';
import { CalendarDate, Instant } from './text.ts';

/**
 * What is noted as a reading, by the page, list or file that was read. A page or list that the same person
 * loads again within minutes is the same reading; a file that is taken away is one each time.
 */
export const READINGS = {
  case: 'PAGE',
  events: 'PAGE',
  time: 'PAGE',
  holdings: 'PAGE',
  disputes: 'PAGE',
  deadline: 'PAGE',
  'deadline.pdf': 'FILE',
  'look-up': 'PAGE',
  evaluation: 'PAGE',
  'known-bans': 'PAGE',
  'known-judgments': 'PAGE',
  'found-judgments': 'PAGE',
  'found-judgments.csv': 'FILE',
  receiver: 'PAGE',
  scan: 'FILE',
  receipt: 'FILE',
  refusal: 'FILE',
  certificate: 'FILE',
  letter: 'FILE',
  'letters.csv': 'FILE',
  'worklist.csv': 'FILE',
  desk: 'PAGE',
  'desk.csv': 'FILE',
  'packet.lltp': 'FILE',
  'packet.csv': 'FILE',
  'packet-rows': 'PAGE',
  'packet-rows.csv': 'FILE',
  transfer: 'PAGE',
  transfers: 'PAGE',
  'transfers.csv': 'FILE',
  waiting: 'PAGE',
  dispatch: 'FILE',
  papers: 'PAGE',
  'papers.csv': 'FILE',
  reconciliation: 'PAGE',
  'reconciliation.csv': 'FILE',
  minutes: 'FILE',
  record: 'PAGE',
  records: 'PAGE',
  'records.csv': 'FILE',
  comparison: 'PAGE',
  merges: 'PAGE',
  notice: 'PAGE',
  normalisation: 'PAGE',
  supply: 'PAGE',
  supplies: 'PAGE',
  'supplies.csv': 'FILE',
  'supply-samples': 'PAGE',
  'supply-rows': 'PAGE',
  'supply-rows.csv': 'FILE',
  finding: 'PAGE',
  findings: 'PAGE',
  'findings.csv': 'FILE',
  campaign: 'PAGE',
  readings: 'PAGE',
  'readings.csv': 'FILE',
  'readings-by': 'PAGE',
  'readings-by.csv': 'FILE',
} as const satisfies Record<string, 'PAGE' | 'FILE'>;
export type ReadingKind = keyof typeof READINGS;

/**
 * Readings of pages and files that anybody's case has. Others are opened where a conviction is known, or because
 * one is looked for: whoever may not know of convictions is told of these only.
 */
export const ORDINARY_READINGS: readonly ReadingKind[] = [
  'case',
  'events',
  'time',
  'holdings',
  'disputes',
  'deadline',
  'deadline.pdf',
  'receiver',
  'receipt',
  'refusal',
  'certificate',
  'letter',
  'letters.csv',
  'worklist.csv',
  'desk',
  'desk.csv',
  'readings',
  'readings.csv',
  'readings-by',
  'readings-by.csv',
];

/** Who works on records only: opens an application where a judgment was found with it. */
export const RECORD_ROLES: readonly Role[] = [
  'RECORD_OFFICER',
  'CENTRE_RECEIVER',
  'CENTRE_REVIEWER',
  'CENTRE_APPROVER',
];

/** The longest that loads of a page may count as one reading. */
export const LONGEST_READING_MINUTES = 60;

/** `data/readings.json`: what counts as one reading, and how long notes of readings are kept. */
export const ReadingSettings = z.strictObject({
  /** Minutes after its first load within which the same page of the same subjects, loaded again by the same account, is one note. */
  sameReadingMinutes: z.int().min(0).max(LONGEST_READING_MINUTES),
  kept: z.strictObject({
    /** Null: for ever. */
    years: z.int().nullable(),
    citation: z.string().nullable(),
    verified: z.boolean(),
    note: z.string(),
  }),
});

const period = {
  from: CalendarDate.optional(),
  to: CalendarDate.optional(),
  /** Keyset cursor from the previous page. */
  after: z.string().max(80).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};
const runsForward = ({ from, to }: { from?: string | undefined; to?: string | undefined }) =>
  from === undefined || to === undefined || from <= to;
const turned = { path: ['to'], message: 'ENDS_BEFORE_IT_BEGINS' };

/** Question to the readings of a case or record; the first and the last day (Vietnam) both count. */
export const ReadingQuery = z
  .strictObject({
    /** Readings by this account only. */
    reader: AccountId.optional(),
    ...period,
  })
  .refine(runsForward, turned);
export type ReadingQuery = z.infer<typeof ReadingQuery>;

/** The same of what one account read. */
export const AccountReadingQuery = z.strictObject(period).refine(runsForward, turned);
export type AccountReadingQuery = z.infer<typeof AccountReadingQuery>;

/**
 * One reading: who, when, what. A page that was loaded again within minutes is one reading from its first to its
 * last load. It tells nothing of the person that was read about.
 */
export const Reading = z.strictObject({
  id: z.string(),
  first: Instant,
  last: Instant,
  /** Loads of a page, the first and the last included. */
  times: z.int().min(1),
  reader: AccountId,
  /** As they are now; null for an account that is gone. */
  readerName: z.string().nullable(),
  roles: z.array(z.enum(ROLES)),
  /** Of the reader when it was read; as it is now where an early note does not tell it. */
  unit: z.string().nullable(),
  unitName: z.string().nullable(),
  /** A {@link ReadingKind}, or one of an earlier release. */
  what: z.string(),
  /** How many cases, records or files were read at once. */
  count: z.int(),
});
export type Reading = z.infer<typeof Reading>;

/** The latest first, by their first instants. */
export const Readings = z.strictObject({
  readings: z.array(Reading),
  /** Cursor of the next page, or null on the last. */
  next: z.string().nullable(),
});

/** The first numbers of those that a reading was about are shown; the file has them all. */
export const SHOWN_SUBJECTS = 50;

/** One reading of an account, with the numbers of what was read: of cases, records, files, units. */
export const ReadingOf = Reading.extend({ subjects: z.array(z.string()) });
export type ReadingOf = z.infer<typeof ReadingOf>;
export const ReadingsOf = z.strictObject({
  readings: z.array(ReadingOf),
  next: z.string().nullable(),
});
export type ReadingsOf = z.infer<typeof ReadingsOf>;

export const ReaderQuery = z.strictObject({
  /** A part of a name or user name, or an id. */
  q: z.string().trim().max(60).default(''),
});

/** Somebody whose readings can be asked, also one who has left. */
export const ReaderLine = z.strictObject({
  id: AccountId,
  username: z.string(),
  displayName: z.string(),
  title: z.string(),
  unitName: z.string(),
  active: z.boolean(),
});
export type ReaderLine = z.infer<typeof ReaderLine>;
export const Readers = z.strictObject({ readers: z.array(ReaderLine) });
