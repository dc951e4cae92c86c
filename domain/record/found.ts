import * as z from 'zod';
import { DraftEntry } from '../acts.ts';
import { ConvictionEntry } from '../agencyMessage.ts';
import { CaseId } from '../caseId.ts';
import { VERIFICATION_KINDS, type VerificationKind } from '../flow/verification.ts';
import { RecordNumber, RecordSubmission } from '../record.ts';
import { Instant, prose } from '../text.ts';
import { EnteredJudgment } from './file.ts';

/**
 * What becomes of a judgment found while a certificate was issued (NĐ 111/2010
 * Art. 11–12): a record made of it, a further judgment proposed for a record that is there, standing in
 * one already, or none, with a reason.
 */
export const FOUND_OUTCOMES = ['RECORD', 'FURTHER', 'THERE', 'NONE'] as const;
export type FoundOutcome = (typeof FOUND_OUTCOMES)[number];

/** Name of a judgment among those told of one person; the database makes the same one. */
export const JudgmentKey = z.string().regex(/^[0-9a-z]* \d{4}-\d{2}-\d{2}$/);

/** The letters and digits of its number, and its day: however the number is spaced or marked. */
export function judgmentKey(number: string, date: string): string {
  return `${number.replace(/[^0-9A-Za-z]/gu, '').toLowerCase()} ${date}`;
}

/** Who told of a judgment, by an answer in force. */
const FoundSource = z.strictObject({
  requestId: z.string(),
  answerId: z.uuid(),
  kind: z.enum(VERIFICATION_KINDS),
  unitName: z.string(),
  answeredAt: Instant,
});
export type FoundSource = z.infer<typeof FoundSource>;

/** An answer that told of judgments. */
export interface ToldAnswer extends FoundSource {
  entries: readonly ConvictionEntry[];
}

export const FoundDecision = z.strictObject({
  judgment: JudgmentKey,
  outcome: z.enum(FOUND_OUTCOMES),
  recordNumber: RecordNumber.nullable(),
  reason: z.string().nullable(),
  decidedBy: z.string(),
  decidedAt: Instant,
});
export type FoundDecision = z.infer<typeof FoundDecision>;

/** Why nothing came of a decision, so that the judgment is open again. */
const FOUND_UNDONE = ['PROPOSAL_REFUSED', 'TRANSFER_ABANDONED'] as const;

/** A judgment that came back: by a refusal of its proposal, or because the record's transfer was given up. */
export const FoundReturn = z.strictObject({
  why: z.enum(FOUND_UNDONE),
  recordNumber: RecordNumber,
  /** In the words of whoever refused or gave up. */
  reason: z.string(),
});
export type FoundReturn = z.infer<typeof FoundReturn>;

/** A judgment that answers of a case told of; `entry` in the words of whoever knows it best. */
export const FoundJudgment = z.strictObject({
  key: JudgmentKey,
  entry: z.union([DraftEntry, ConvictionEntry]),
  /** The answers that told of it; the first one is the record's source. */
  sources: z.array(FoundSource).min(1),
  /** The decision that stands. */
  decision: FoundDecision.nullable(),
  /** Why it is open again; null where nothing was decided before, or something stands. */
  returned: FoundReturn.nullable(),
});
export type FoundJudgment = z.infer<typeof FoundJudgment>;

/**
 * A record that may be of the person; `same` where an officer decided so, in the look-up or on a judgment. Its number
 * where the reader may read it; of another department only that it has one.
 */
const RecordKnown = z.strictObject({
  recordNumber: z.string().nullable(),
  unit: z.string(),
  same: z.boolean(),
});
export type RecordKnown = z.infer<typeof RecordKnown>;

export const FoundPage = z.strictObject({
  /** Null before the certificate is issued; then nothing can be decided yet. */
  certificate: z.string().nullable(),
  judgments: z.array(FoundJudgment),
  known: z.array(RecordKnown),
  /** Whether the person resides in another province or nowhere known: the record is not this department's (Law 28/2009 Art. 26). */
  elsewhere: z.boolean(),
  mayDecide: z.boolean(),
});
export type FoundPage = z.infer<typeof FoundPage>;

const judgment = JudgmentKey;
/** The judgment as the record is to say it. */
const content = EnteredJudgment;
/**
 * Body of `POST /cases/{id}/found-judgments`; `despite` says that the records known are of another person, the reason
 * of THERE why a record that is not among these is of this one.
 */
export const FoundBody = z.discriminatedUnion('outcome', [
  z.strictObject({
    outcome: z.literal('RECORD'),
    judgment,
    record: RecordSubmission,
    despite: z.boolean().default(false),
  }),
  z.strictObject({ outcome: z.literal('FURTHER'), judgment, content, recordNumber: RecordNumber }),
  z.strictObject({
    outcome: z.literal('THERE'),
    judgment,
    recordNumber: RecordNumber,
    reason: prose(500).optional(),
  }),
  z.strictObject({ outcome: z.literal('NONE'), judgment, reason: prose(500) }),
]);
export type FoundBody = z.infer<typeof FoundBody>;

/** A case whose certificate was issued on answers that told of judgments, in the list of what is open. */
export const FoundLine = z.strictObject({
  caseId: CaseId,
  personName: z.string(),
  certificate: z.string(),
  issuedAt: Instant,
  told: z.int(),
  open: z.int(),
  /** The latest that came back of it; null where none did. */
  returned: FoundReturn.nullable(),
});
export type FoundLine = z.infer<typeof FoundLine>;
export const FoundLines = z.strictObject({ cases: z.array(FoundLine), total: z.int() });
export type FoundLines = z.infer<typeof FoundLines>;
export const FoundQuery = z.strictObject({
  page: z.coerce.number().int().min(1).max(1_000).default(1),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type FoundQuery = z.infer<typeof FoundQuery>;

/** From which application a record, or a judgment of it, came to be known. */
export const FoundOrigin = z.strictObject({
  caseId: CaseId,
  outcome: z.enum(FOUND_OUTCOMES),
  unitName: z.string(),
  requestId: z.string(),
  decidedBy: z.string(),
  decidedAt: Instant,
});
export type FoundOrigin = z.infer<typeof FoundOrigin>;

type ToldJudgment = Omit<FoundJudgment, 'decision' | 'returned'>;

/**
 * The judgments that answers told of, each once, the earliest first. A court's word goes before that of
 * others, among these one with details; what the officer completed for the certificate before both.
 */
export function foundJudgments(
  answers: readonly ToldAnswer[],
  drafted: readonly DraftEntry[],
): ToldJudgment[] {
  const found = new Map<string, ToldJudgment>();
  for (const { entries, ...source } of answers.toSorted((a, b) => weight(b) - weight(a))) {
    for (const entry of entries) {
      const key = judgmentKey(entry.judgmentNumber, entry.judgmentDate);
      const known = found.get(key);
      if (known === undefined) found.set(key, { key, entry, sources: [source] });
      else known.sources.push(source);
    }
  }
  for (const entry of drafted) {
    const known = found.get(judgmentKey(entry.judgmentNumber, entry.judgmentDate));
    if (known !== undefined) known.entry = entry;
  }
  return [...found.values()].toSorted((a, b) =>
    a.entry.judgmentDate < b.entry.judgmentDate ? -1 : 1,
  );
}

const COURTS: readonly VerificationKind[] = ['COURT', 'MILITARY_COURT'];

function weight({ kind, entries }: ToldAnswer): number {
  const detailed = entries.some(({ details }) => details !== undefined);
  return (COURTS.includes(kind) ? 2 : 0) + (detailed ? 1 : 0);
}
