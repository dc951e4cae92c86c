import type { ConvictionEntry } from '../../domain/agencyMessage.ts';
import { datesAgainstToday } from '../../domain/conviction/datesAhead.ts';
import type { ConvictionDetails } from '../../domain/conviction/entry.ts';
import { AnswerForm } from '../../domain/desk.ts';
import type { VerificationOutcome } from '../../domain/flow/verification.ts';
import type { DateText } from '../../domain/instant.ts';
import type { Scan } from '../../domain/scan.ts';

/** A judgment as it is being typed; `key` keeps its fields in place when another is removed. */
export interface EntryDraft extends Record<Exclude<keyof ConvictionEntry, 'details'>, string> {
  key: number;
  /** What an evaluation reasons with, once the liaison enters it; a date may be whatever was typed so far. */
  details?: ConvictionDetails | undefined;
}

/** An answer as it is being typed; dates are ISO text or whatever was typed so far. */
export interface AnswerDraft {
  outcome: VerificationOutcome;
  entries: EntryDraft[];
  needed: string;
  reason: string;
  expectedAt: string;
  /** Scans uploaded for this answer. */
  scans: Scan[];
}

export const EMPTY_ENTRY: Omit<EntryDraft, 'key'> = {
  judgmentNumber: '',
  judgmentDate: '',
  court: '',
  offence: '',
  provision: '',
  penalty: '',
  executionStatus: '',
};

export function emptyDraft(outcome: VerificationOutcome): AnswerDraft {
  const entries = outcome === 'RECORD_FOUND' ? [{ ...EMPTY_ENTRY, key: 1 }] : [];
  return { outcome, entries, needed: '', reason: '', expectedAt: '', scans: [] };
}

/** Whether anything stands in a draft that its liaison put there. */
export function isTyped(draft: AnswerDraft): boolean {
  return JSON.stringify(draft) !== JSON.stringify(emptyDraft(draft.outcome));
}

/** Outcomes that have to be explained in words. */
export function needsReason(outcome: VerificationOutcome): boolean {
  return outcome === 'CANNOT_ANSWER_YET' || outcome === 'UNCLEAR';
}

/**
 * The answer ready to be sent, or for each field that is not ready (`entries.0.court`) the key of a word, and
 * within details (`entries.0.details.effectiveDate`) the code of what is wrong.
 */
export function readDraft(
  { outcome, entries, needed, reason, expectedAt, scans }: AnswerDraft,
  { replaces, today }: { replaces: boolean; today: DateText },
): { answer: AnswerForm } | { problems: Record<string, string> } {
  const parsed = AnswerForm.safeParse({
    outcome,
    entries: entries.map(({ key: _key, ...entry }) => entry),
    needed: outcome === 'NEEDS_IDENTIFICATION' ? needed : null,
    reason: needsReason(outcome) ? reason : null,
    expectedAt: outcome === 'CANNOT_ANSWER_YET' ? expectedAt : null,
    replaces,
    confirmed: true,
    ...(scans.length > 0 && { scans: scans.map(({ id }) => id) }),
  });
  if (parsed.success) {
    const wrong = datesAgainstToday(parsed.data, today);
    if (wrong.length === 0) return { answer: parsed.data };
    return {
      problems: Object.fromEntries(wrong.map(({ path, code }) => [path, DATE_WORDS[code]])),
    };
  }
  const problems = parsed.error.issues.map(({ path, code, message }) => [
    path.join('.'),
    path.includes('details')
      ? detailsProblem(code, message)
      : isDate(path.at(-1)) && !isBlank(path, { entries, expectedAt })
        ? 'answer.dateShape'
        : 'answer.required',
  ]);
  return { problems: Object.fromEntries(problems) as Record<string, string> };
}

const DATE_WORDS = { NOT_AHEAD: 'answer.notAhead', IN_FUTURE: 'answer.inFuture' } as const;

/** Contradictions carry their own code; what is otherwise no value of its field has the wrong form. */
function detailsProblem(code: string, message: string): string {
  return code === 'custom' ? message : 'WRONG_FORMAT';
}

function isDate(field: PropertyKey | undefined): boolean {
  return field === 'judgmentDate' || field === 'expectedAt';
}

function isBlank(
  path: readonly PropertyKey[],
  draft: Pick<AnswerDraft, 'entries' | 'expectedAt'>,
): boolean {
  if (path[0] === 'expectedAt') return draft.expectedAt === '';
  return draft.entries[Number(path[1])]?.judgmentDate === '';
}
