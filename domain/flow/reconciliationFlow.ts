import type { Actor, ActorRole } from '../role.ts';
import { type ActRule, CENTRE_UNIT, type Flow, type Refusal } from './flow.ts';
import { RECONCILIATION_ENDS, type ReconciliationState } from './reconciliationState.ts';

type Rule = ActRule<ReconciliationState>;

/** Who keeps the books: the record officer of a department, the receiver of the Centre. */
const KEEPERS = ['RECORD_OFFICER', 'CENTRE_RECEIVER'] as const;

/** Both sides of a comparison with the Centre work on it; a supplier's list is its receiver's alone. */
function ofEitherSide(state: ReconciliationState, { unit, roles }: Actor): Refusal | null {
  if (roles.includes('SYSTEM') || unit === state.unit) return null;
  return state.withCentre && unit === CENTRE_UNIT ? null : 'NOT_YOUR_UNIT';
}

const rules: readonly Rule[] = [
  {
    act: 'listDifferences',
    from: ['LISTING'],
    roles: [...KEEPERS, 'SYSTEM'],
    unit: 'any',
    claims: false,
    elsewhere: true,
    when: ofEitherSide,
    next: (state, { codes }) => ({
      state: { ...state, step: 'SETTLING', findings: Number(codes['findings']) },
    }),
  },
  {
    // While lists are compared anew nothing can be closed over differences not known yet.
    act: 'listAgain',
    from: ['SETTLING'],
    roles: KEEPERS,
    unit: 'any',
    claims: false,
    elsewhere: true,
    when: ofEitherSide,
    next: (state) => ({ state: { ...state, step: 'LISTING' } }),
  },
  {
    act: 'closeReconciliation',
    from: ['SETTLING'],
    roles: KEEPERS,
    unit: 'any',
    claims: false,
    primary: true,
    when: ofEitherSide,
    guard: (_state, { codes }) => (Number(codes['open']) > 0 ? 'DIFFERENCES_UNSETTLED' : null),
    next: (state) => ({ state: { ...state, step: 'RECONCILED', assignee: null } }),
  },
  {
    act: 'cancelReconciliation',
    from: ['LISTING', 'SETTLING'],
    roles: KEEPERS,
    unit: 'any',
    claims: false,
    when: ofEitherSide,
    next: (state) => ({ state: { ...state, step: 'CALLED_OFF', assignee: null } }),
  },
];

function keeperOf({ unit }: ReconciliationState): ActorRole {
  return unit === CENTRE_UNIT ? 'CENTRE_RECEIVER' : 'RECORD_OFFICER';
}

/**
 * The flow table of a reconciliation. Its differences are rows of the database, asked and settled there;
 * the case knows how many there were. No source gives a term for it, so no clock runs.
 */
export const reconciliationFlow: Flow<ReconciliationState> = {
  kind: 'RECONCILIATION',
  rules,
  terminal: RECONCILIATION_ENDS,
  queue: { LISTING: null, SETTLING: null, RECONCILED: null, CALLED_OFF: null },
  // It depends on whose book is compared.
  queueOf: (state) => (RECONCILIATION_ENDS.includes(state.step) ? null : keeperOf(state)),
  waitsFor: () => [],
  heldOutside: () => null,
};
