import * as z from 'zod';
import { RecordNumber, RecordSubmission } from '../record.ts';
import { CalendarDate, line } from '../text.ts';
import { same } from './differences.ts';
import {
  BanContent,
  EnteredJudgment,
  ExecutionEntry,
  executionsOf,
  isBeforeJudgment,
  RecordFile,
} from './file.ts';

const ref = z.int().min(1);
const person = z.strictObject({ ...RecordSubmission.shape.person.shape });
const document = line(300);

/**
 * What may be changed in a record, and what each change says. Every one is proposed by a record officer with
 * a reason and approved by another person (TT 13/2011 Art. 17.3).
 */
export const AMENDMENTS = {
  PERSON_CORRECTED: z.strictObject({ person }),
  JUDGMENT_CORRECTED: z.strictObject({ ref, judgment: EnteredJudgment }),
  /** A change of civil status, by its paper. */
  CIVIL_STATUS: z.strictObject({ person, document }),
  DEATH: z.strictObject({ on: CalendarDate, document }),
  FURTHER_JUDGMENT: z.strictObject({ judgment: EnteredJudgment }),
  EXECUTION: z.strictObject({ ref, entry: ExecutionEntry }),
  /** What a document of execution says that stands wrongly in the record. */
  EXECUTION_CORRECTED: z.strictObject({ ref, wrong: ExecutionEntry, entry: ExecutionEntry }),
  BAN: z.strictObject({ ban: BanContent }),
  BAN_ENDED: z.strictObject({ ref, on: CalendarDate, basis: line(300) }),
  OFFENCE_ABOLISHED: z.strictObject({ ref, on: CalendarDate, basis: line(300) }),
  /** Another record of the same person, taken into this one. */
  MERGE: z.strictObject({ from: RecordNumber }),
} as const;
export type AmendmentKind = keyof typeof AMENDMENTS;
export const AMENDMENT_KINDS = Object.keys(AMENDMENTS) as [AmendmentKind, ...AmendmentKind[]];

type Details<Kind extends AmendmentKind> = z.infer<(typeof AMENDMENTS)[Kind]>;

/** A change with what it says; `details` have the shape of their kind. */
export type Amendment = {
  [Kind in AmendmentKind]: { kind: Kind; details: Details<Kind> };
}[AmendmentKind];

/** Why a change cannot be made in a record as it stands: field and code. */
export interface Unsound {
  path: string;
  code: string;
}

/** The content a change is made in: as it stands, as its proposer saw it, and the record to be merged. */
export interface AmendedFrom {
  head: RecordFile;
  base: RecordFile;
  other: RecordFile | null;
}

/**
 * A record with a change made. A correction changes only the fields its proposer changed; words of an
 * offence that change lose their entry of the catalogue.
 */
export function amended(amendment: Amendment, from: AmendedFrom): RecordFile | Unsound {
  const changed = change(amendment, from);
  if ('path' in changed) return changed;
  if (amendment.kind !== 'MERGE' && same(changed, from.head))
    return { path: 'details', code: 'CHANGES_NOTHING' };
  const parsed = RecordFile.safeParse(changed);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const known = issue !== undefined && /^[A-Z_]+$/u.test(issue.message);
  return {
    path: ['details', ...(issue?.path ?? [])].map(String).join('.'),
    code: known ? issue.message : issue?.code === 'too_big' ? 'TOO_LONG' : 'WRONG_FORMAT',
  };
}

function change({ kind, details }: Amendment, from: AmendedFrom): RecordFile | Unsound {
  const { head } = from;
  switch (kind) {
    case 'PERSON_CORRECTED':
    case 'CIVIL_STATUS':
      return {
        ...head,
        person: { ...head.person, ...changedOf(from.base.person, details.person) },
      };
    case 'DEATH':
      if (details.on < head.person.birthDate) {
        return { path: 'details.on', code: 'ENDS_BEFORE_IT_BEGINS' };
      }
      return { ...head, person: { ...head.person, diedOn: details.on } };
    case 'FURTHER_JUDGMENT':
      return { ...head, judgments: [...head.judgments, fresh(head, details.judgment)] };
    case 'JUDGMENT_CORRECTED':
      return onJudgment(from, details.ref, (judgment, base) => {
        const values = changedOf(base, details.judgment);
        const unmapped = 'offence' in values || 'provision' in values ? UNMAPPED : {};
        return { ...judgment, ...values, ...unmapped };
      });
    case 'EXECUTION':
      return (
        early(head, details) ??
        onJudgment(from, details.ref, (judgment) => {
          return { ...judgment, executions: executionsOf(judgment.executions, [details.entry]) };
        })
      );
    case 'EXECUTION_CORRECTED':
      return early(head, details) ?? correctExecution(from, details);
    case 'OFFENCE_ABOLISHED':
      return onJudgment(from, details.ref, (judgment) => {
        return { ...judgment, abolished: { on: details.on, basis: details.basis } };
      });
    case 'BAN':
      return {
        ...head,
        bans: [...head.bans, { ...details.ban, ref: nextRef(head.bans), ended: null }],
      };
    case 'BAN_ENDED':
      return endBan(head, details);
    case 'MERGE':
      return from.other === null
        ? { path: 'details.from', code: 'UNKNOWN_RECORD' }
        : merged(head, from.other);
  }
}

const UNMAPPED = { offenceCode: null, catalogueVersion: null };

function fresh(head: RecordFile, judgment: z.infer<typeof EnteredJudgment>) {
  const bare = { ...UNMAPPED, executions: [], abolished: null };
  return { ...judgment, ...bare, ref: nextRef(head.judgments) };
}

function nextRef(rows: readonly { ref: number }[]): number {
  return Math.max(0, ...rows.map((row) => row.ref)) + 1;
}

type Judgment = RecordFile['judgments'][number];

function onJudgment(
  { head, base }: AmendedFrom,
  at: number,
  work: (judgment: Judgment, base: Judgment) => Judgment,
): RecordFile | Unsound {
  const seen = base.judgments.find((judgment) => judgment.ref === at);
  const stands = head.judgments.some((judgment) => judgment.ref === at);
  if (seen === undefined || !stands) return { path: 'details.ref', code: 'UNKNOWN_JUDGMENT' };
  const judgments = head.judgments.map((one) => (one.ref === at ? work(one, seen) : one));
  return { ...head, judgments };
}

/** The fault of a document of execution that is dated before its judgment; null where it is not. */
function early(
  { judgments }: RecordFile,
  { ref: at, entry }: Details<'EXECUTION'>,
): Unsound | null {
  const judgment = judgments.find((one) => one.ref === at);
  if (judgment === undefined || !isBeforeJudgment(entry, judgment)) return null;
  return { path: 'details.entry.date', code: 'DOCUMENT_BEFORE_JUDGMENT' };
}

function correctExecution(
  from: AmendedFrom,
  { ref: at, wrong, entry }: Details<'EXECUTION_CORRECTED'>,
): RecordFile | Unsound {
  const judgment = from.head.judgments.find((one) => one.ref === at);
  const others = judgment?.executions.filter((one) => !same(one, wrong)) ?? [];
  if (others.length === judgment?.executions.length) {
    return { path: 'details.wrong', code: 'UNKNOWN_EXECUTION' };
  }
  return onJudgment(from, at, (one) => ({ ...one, executions: executionsOf(others, [entry]) }));
}

function endBan(head: RecordFile, { ref: at, on, basis }: Details<'BAN_ENDED'>) {
  const ban = head.bans.find((one) => one.ref === at);
  if (ban === undefined) return { path: 'details.ref', code: 'UNKNOWN_BAN' };
  if (on < ban.date) return { path: 'details.on', code: 'ENDS_BEFORE_IT_BEGINS' };
  const ended = { on, basis };
  return { ...head, bans: head.bans.map((one) => (one.ref === at ? { ...one, ended } : one)) };
}

/** Both records as one: the person as the first says, judgments and bans of both, equal judgments once. */
function merged(head: RecordFile, other: RecordFile): RecordFile {
  const key = ({ number, date, court }: Judgment): string => [number, date, court].join(' ');
  const twin = (rows: readonly Judgment[], judgment: Judgment): Judgment | undefined =>
    rows.find((one) => key(one) === key(judgment));
  const further = other.judgments.filter((judgment) => !twin(head.judgments, judgment));
  const [firstJudgment, firstBan] = [nextRef(head.judgments), nextRef(head.bans)];
  const names = [...head.person.otherNames, other.person.fullName, ...other.person.otherNames];
  const otherNames = [...new Set(names)].filter((name) => name !== head.person.fullName);
  return {
    ...head,
    person: { ...head.person, otherNames: otherNames.slice(0, 5) },
    judgments: [
      ...head.judgments.map((judgment) => withTwin(judgment, twin(other.judgments, judgment))),
      ...further.map((judgment, at) => ({ ...judgment, ref: firstJudgment + at })),
    ],
    bans: [...head.bans, ...other.bans.map((ban, at) => ({ ...ban, ref: firstBan + at }))],
  };
}

/** A judgment with what the other record knows of its execution. */
function withTwin(judgment: Judgment, twin: Judgment | undefined): Judgment {
  if (twin === undefined) return judgment;
  return { ...judgment, executions: executionsOf(judgment.executions, twin.executions) };
}

/** Fields of `after` that are not as `before` has them. */
function changedOf<T extends object>(before: T, after: Partial<T>): Partial<T> {
  const known = before as Record<string, unknown>;
  const changed = Object.entries(after).filter(([field, value]) => !same(known[field], value));
  return Object.fromEntries(changed) as Partial<T>;
}
