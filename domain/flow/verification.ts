import type { Law, TermName } from '../clock/law.ts';
import type { InstantMs } from '../instant.ts';
import type { ActorRole, Role } from '../role.ts';
import type { AskReason } from './askReason.ts';

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

/**
 * Kinds that tell of a conviction by being asked: a court is asked only when the police know something,
 * the others only about a judgment or its execution. Readers without `conviction.read` see none of them.
 */
export const TELLING_KINDS = [
  'COURT',
  'PROCURACY',
  'ENFORCEMENT',
  'COMMUNE',
] as const satisfies readonly VerificationKind[];

/** Whether a question of this kind tells of a conviction by being asked. */
export function isTellingKind(kind: unknown): boolean {
  return TELLING_KINDS.some((telling) => telling === kind);
}

/** The term that each kind of agency has for its answer. */
const TERM_OF = {
  POLICE: 'police',
  COURT: 'court',
  MILITARY_COURT: 'militaryCourt',
  CENTRE: 'centreLookup',
  PROCURACY: 'recordOnRequest',
  ENFORCEMENT: 'recordOnRequest',
  COMMUNE: 'expungementVerification',
} as const satisfies Record<VerificationKind, TermName>;

/** The term of an answer under a law; the court's where the law names none, as in cases opened earlier. */
export function termOfKind(kind: VerificationKind, { terms }: Pick<Law, 'terms'>): TermName {
  const term = TERM_OF[kind];
  return terms[term] === undefined ? 'court' : term;
}

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

/** How a question stands: as it was answered, or given up by a signature of the director. */
export const REQUEST_OUTCOMES = [...VERIFICATION_OUTCOMES, 'WAIVED'] as const;
export type RequestOutcome = (typeof REQUEST_OUTCOMES)[number];

/** Outcomes that end the question; the others keep it open. */
const FINAL: readonly RequestOutcome[] = ['NO_RECORD', 'RECORD_FOUND', 'UNCLEAR', 'WAIVED'];

/** That a case may go on without an answer: proposed by its officer, in force once the director signed. */
export interface Waiver {
  proposedBy: string;
  proposedAt: InstantMs;
  /** Where the reason stands. */
  paperId: string | null;
  signedBy?: string;
  signedAt?: InstantMs;
}

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
  outcome: RequestOutcome | null;
  answeredAt: InstantMs | null;
  /** Intake row of the answer in force; earlier ones stay in the log. */
  answerId: string | null;
  /** New date the unit gave with CANNOT_ANSWER_YET; does not move the clock. */
  expectedAt: InstantMs | null;
  /** Why this unit was asked; absent in cases opened before questions were routed. */
  why?: readonly AskReason[];
  /** Absent while nobody proposed to go on without an answer. */
  waiver?: Waiver;
  /** The court that would have tried in the unit's province, of a unit asked beyond the routes. */
  court?: string;
  /** Sequence number of the unit's own message whose word stands. */
  sequence?: number;
  /** The person objects to what the unit answered; it is asked to correct or to uphold that. */
  contested?: true;
  /** The dossier whose answer of the same unit serves here too. */
  reusedFrom?: string;
}

/** Whether a question is done with: answered for good, or waived. */
export function isAnswered(request: Pick<VerificationRequest, 'outcome'>): boolean {
  return request.outcome !== null && FINAL.includes(request.outcome);
}

/** Whether an outcome ends the question. */
export function isFinalOutcome(outcome: RequestOutcome): boolean {
  return FINAL.includes(outcome);
}
