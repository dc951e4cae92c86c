import type { RefusalCode } from '../refusal.ts';
import type { ApplicationState } from './applicationState.ts';
import { contradictionsOf, type Settlement, type SettlementGround } from './conflict.ts';
import type { ActRule, Command } from './flow.ts';
import type { VerificationKind } from './verification.ts';

/** Who must have been asked before it may be said that no judgment exists (CV 367/TTLLTPQG-HCTH, 2016). */
const JUDGMENT_SEARCH: readonly VerificationKind[] = ['PROCURACY', 'COURT', 'ENFORCEMENT'];

function searchedInVain({ requests }: ApplicationState): boolean {
  return JUDGMENT_SEARCH.every((kind) => {
    const ofKind = requests.filter((request) => request.kind === kind);
    return ofKind.length > 0 && ofKind.every(({ outcome }) => outcome === 'NO_RECORD');
  });
}

function guard(state: ApplicationState, { codes }: Command): RefusalCode | null {
  const named = contradictionsOf(state).some(
    ({ found, clean }) => found === codes['found'] && clean === codes['clean'],
  );
  if (!named) return 'NO_CONFLICT';
  if (codes['settlement'] !== 'NO_JUDGMENT_EXISTS') return null;
  const holds = codes['stands'] === 'CLEAN' && searchedInVain(state);
  return holds ? null : 'JUDGMENT_SEARCH_INCOMPLETE';
}

/** The act by which the officer says which of two contradicting answers stands, and why. */
export const conflictRules: readonly ActRule<ApplicationState>[] = [
  {
    act: 'settleConflict',
    from: ['EVALUATING'],
    roles: ['LLTP_OFFICER'],
    unit: 'owner',
    claims: true,
    when: (state) => (contradictionsOf(state).length === 0 ? 'NO_CONFLICT' : null),
    guard,
    next: (state, { codes, actor, paperId }, { now }) => {
      const [found, clean] = [String(codes['found']), String(codes['clean'])];
      const answerOf = (id: string): string | null =>
        state.requests.find((request) => request.id === id)?.answerId ?? null;
      const settlement: Settlement = {
        found,
        clean,
        answers: [answerOf(found), answerOf(clean)],
        stands: codes['stands'] as Settlement['stands'],
        ground: codes['settlement'] as SettlementGround,
        by: actor.id,
        at: now,
        paperId,
      };
      return { state: { ...state, settlements: [...(state.settlements ?? []), settlement] } };
    },
  },
];
