import type { InstantMs } from '../instant.ts';
import type { ApplicationState } from './applicationState.ts';
import { courtBeside } from './questions.ts';
import type { VerificationRequest } from './verification.ts';

/** Two answers that cannot both be right; each side is a question of the case. */
export interface Conflict {
  /** The one that names a record. */
  found: string;
  /** The one that knows of none. */
  clean: string;
}

export const SIDES = ['FOUND', 'CLEAN'] as const;

export const SETTLEMENT_GROUNDS = [
  'COURT_FILE_PREVAILS',
  'POLICE_FILE_PREVAILS',
  'OTHER_PERSON',
  'NO_JUDGMENT_EXISTS',
] as const;
/** Why one side stands; NO_JUDGMENT_EXISTS is the special case of CV 367/TTLLTPQG-HCTH (2016). */
export type SettlementGround = (typeof SETTLEMENT_GROUNDS)[number];

/** How the officer settled a conflict; it holds for the answers it was made on, not for later ones. */
export interface Settlement extends Conflict {
  answers: readonly [found: string | null, clean: string | null];
  stands: (typeof SIDES)[number];
  ground: SettlementGround;
  by: string;
  at: InstantMs;
  paperId: string | null;
}

/**
 * Answers of a case that contradict each other: the police know a record of which the court that would
 * have tried knows nothing, or the other way round; a provincial unit knows one that the national
 * look-up does not. Two provinces do not contradict, each has its own files; nor do the Centre, which
 * speaks for the country, and one court.
 *
 * Cases opened before questions were routed have none: they are decided as they always were.
 */
export function contradictionsOf(state: ApplicationState): readonly Conflict[] {
  if (state.facts.routes === undefined) return [];
  const found = state.requests.filter(({ outcome }) => outcome === 'RECORD_FOUND');
  const clean = state.requests.filter(({ outcome }) => outcome === 'NO_RECORD');
  return found.flatMap((one) =>
    clean
      .filter((other) => contradicts(state, one, other))
      .map((other) => ({ found: one.id, clean: other.id })),
  );
}

function contradicts(
  state: ApplicationState,
  found: VerificationRequest,
  clean: VerificationRequest,
): boolean {
  if (found.kind === 'POLICE' && clean.kind === 'CENTRE') return true;
  const [asked, court] = found.kind === 'COURT' ? [clean, found] : [found, clean];
  const pair = asked.kind === 'POLICE' && court.kind === 'COURT';
  return pair && courtBeside(state, asked) === court.unit;
}

/** The settlement of a conflict, if it was settled on the answers that stand now. */
export function settlementOf(
  state: ApplicationState,
  { found, clean }: Conflict,
): Settlement | undefined {
  const answerOf = (id: string): string | null =>
    state.requests.find((request) => request.id === id)?.answerId ?? null;
  return state.settlements?.findLast(
    (each) =>
      each.found === found &&
      each.clean === clean &&
      each.answers[0] === answerOf(found) &&
      each.answers[1] === answerOf(clean),
  );
}

/** The conflicts nobody has settled yet: no draft is made while there is one. */
export function conflictsOf(state: ApplicationState): readonly Conflict[] {
  return contradictionsOf(state).filter((each) => settlementOf(state, each) === undefined);
}
