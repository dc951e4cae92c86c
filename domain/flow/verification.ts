import type { InstantMs } from '../instant.ts';
import type { ActorRole, Role } from '../role.ts';

export const VERIFICATION_KINDS = [
  'POLICE',
  'COURT',
  'MILITARY_COURT',
  'CENTRE',
  'PROCURACY',
  'ENFORCEMENT',
  'COMMUNE',
] as const;
/** What is asked of whom: the kind of question is the kind of the agency that answers it. */
export type VerificationKind = (typeof VERIFICATION_KINDS)[number];

/** Who answers each kind of question at the asked unit's desk. */
export const LIAISON_OF = {
  POLICE: 'POLICE_LIAISON',
  COURT: 'COURT_LIAISON',
  MILITARY_COURT: 'MILITARY_COURT_LIAISON',
  CENTRE: 'CENTRE_LIAISON',
  PROCURACY: 'PROCURACY_LIAISON',
  ENFORCEMENT: 'ENFORCEMENT_LIAISON',
  COMMUNE: 'COMMUNE_LIAISON',
} as const satisfies Record<VerificationKind, Role>;

/** Everybody who may answer a question: liaisons at their desks, and units' own systems. */
export const ANSWERERS: readonly ActorRole[] = [...Object.values(LIAISON_OF), 'AGENCY'];

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
