import type { InstantMs } from '../instant.ts';

export const VERIFICATION_KINDS = ['POLICE', 'COURT'] as const;
export type VerificationKind = (typeof VERIFICATION_KINDS)[number];

/** What an asked agency may answer (design: the same protocol for all agencies). */
export const VERIFICATION_OUTCOMES = [
  'NO_RECORD',
  'RECORD_FOUND',
  'UNCLEAR',
  'NEEDS_IDENTIFICATION',
  'CANNOT_ANSWER_YET',
] as const;
export type VerificationOutcome = (typeof VERIFICATION_OUTCOMES)[number];

/** Outcomes that end the question; the others keep it open. */
const FINAL: readonly VerificationOutcome[] = ['NO_RECORD', 'RECORD_FOUND', 'UNCLEAR'];

/** One question put to one unit about one application. */
export interface VerificationRequest {
  /** `<caseId>/<kind>-<n>`. */
  id: string;
  kind: VerificationKind;
  unit: string;
  askedAt: InstantMs;
  dueAt: InstantMs;
  /** 1 at first, one more each time further identification was given. */
  round: number;
  outcome: VerificationOutcome | null;
  answeredAt: InstantMs | null;
  /** Intake row of the answer in force; earlier ones stay in the log. */
  answerId: string | null;
  /** New date the unit gave with CANNOT_ANSWER_YET; does not move the clock. */
  expectedAt: InstantMs | null;
}

export function isAnswered(request: VerificationRequest): boolean {
  return request.outcome !== null && FINAL.includes(request.outcome);
}

/** Whether an outcome ends the question. */
export function isFinalOutcome(outcome: VerificationOutcome): boolean {
  return FINAL.includes(outcome);
}
