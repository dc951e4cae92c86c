import * as z from 'zod';
import { CalendarDate } from '../text.ts';
import { RecordNumber } from '../record.ts';
import { BanContent, type BusinessBan, type RecordFile } from './file.ts';

/** A ban that runs, with the numbers of the person's records it stands in. */
export const KnownBan = z.strictObject({
  ...BanContent.shape,
  recordNumbers: z.array(RecordNumber).min(1),
});
export type KnownBan = z.infer<typeof KnownBan>;

/** What is known of bans on an applicant, for the draft of the certificate. */
export const KnownBans = z.strictObject({
  /** The business day on which they run. */
  onDate: CalendarDate,
  /** Whether this certificate says anything of bans; nothing is looked for where it does not. */
  printed: z.boolean(),
  /** From records that the officer decided to be the person's. */
  known: z.array(KnownBan),
  /** What the last draft stated beside what was known then: the officer's own knowledge. */
  typed: z.array(BanContent),
});
export type KnownBans = z.infer<typeof KnownBans>;

/**
 * Whether a ban binds on a day: from the day of the decision (Bankruptcy Law 2014 Art. 130.3) to its last day,
 * both included, unless it was taken out of the record by then (Law 28/2009 Art. 39).
 */
export function isRunning(
  { date, until, ended }: Pick<z.infer<typeof BusinessBan>, 'date' | 'until' | 'ended'>,
  onDate: string,
): boolean {
  return date <= onDate && onDate <= until && (ended === null || onDate < ended.on);
}

/** Bans that run on a day in records of one person; one that several records hold alike is one. */
export function runningBans(
  records: readonly { number: string; file: Pick<RecordFile, 'bans'> }[],
  onDate: string,
): KnownBan[] {
  const found: KnownBan[] = [];
  for (const { number, file } of records) {
    for (const ban of file.bans.filter((one) => isRunning(one, onDate))) {
      const twin = found.find((one) => saysTheSame(one, ban));
      if (twin === undefined) found.push({ ...contentOf(ban), recordNumbers: [number] });
      else if (!twin.recordNumbers.includes(number)) twin.recordNumbers.push(number);
    }
  }
  return found.toSorted((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));
}

/** Known bans that are not stated as the record says them. */
export function bansLeftOut(known: readonly KnownBan[], stated: readonly BanContent[]): KnownBan[] {
  return known.filter((ban) => !stated.some((one) => saysTheSame(one, ban)));
}

/** Stated bans by another decision than any of the known ones. */
export function bansBeside(
  known: readonly KnownBan[],
  stated: readonly BanContent[],
): BanContent[] {
  return stated.filter(
    ({ decision, date }) => !known.some((ban) => ban.decision === decision && ban.date === date),
  );
}

/** What a decision says, without its place in a record. */
export function contentOf({ decision, date, court, content, until }: BanContent): BanContent {
  return { decision, date, court, content, until };
}

function saysTheSame(one: BanContent, other: BanContent): boolean {
  const fields = ['decision', 'date', 'court', 'content', 'until'] as const;
  return fields.every((field) => one[field] === other[field]);
}
