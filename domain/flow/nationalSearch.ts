import type { ApplicationState, ComplexGround } from './applicationState.ts';
import { type AskReason, NATIONAL_REASONS } from './askReason.ts';
import type { Command } from './flow.ts';
import type { Question } from './questions.ts';
import type { VerificationKind } from './verification.ts';

/** Why a ground found after intake makes the whole country be searched (Law 28/2009 Art. 47). */
const SEARCHED_FOR: Partial<Record<ComplexGround, AskReason>> = {
  SEVERAL_RESIDENCES: 'SEVERAL_PROVINCES',
  TIME_ABROAD: 'TIME_ABROAD',
  FOREIGNER: 'FOREIGNER',
};

/** Why grounds of a reclassification make the whole country be searched; empty where they do not. */
export function searchedFor(grounds: readonly ComplexGround[]): AskReason[] {
  return grounds.flatMap((ground) => SEARCHED_FOR[ground] ?? []);
}

/**
 * The national look-up that intake would have asked for, had it known the grounds of a
 * reclassification. None where it was asked already, in cases opened before questions were routed, and
 * in acts recorded without its unit.
 */
export function nationalQuestions(
  { facts, requests }: ApplicationState,
  { grounds, nationalUnit, nationalKind }: Command['codes'],
): readonly Question[] {
  if (facts.routes === undefined || typeof nationalUnit !== 'string') return [];
  const why = searchedFor((grounds ?? []) as ComplexGround[]);
  const asked = requests.some((request) =>
    request.why?.some((reason) => NATIONAL_REASONS.includes(reason)),
  );
  if (asked || why.length === 0) return [];
  return [{ kind: nationalKind as VerificationKind, unit: nationalUnit, why }];
}
