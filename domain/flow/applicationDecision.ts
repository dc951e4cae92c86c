import {
  type ApplicationState,
  BEFORE_ISSUE,
  BEFORE_SIGNATURE,
  type Conclusion,
  TAKEN_IN,
} from './applicationState.ts';
import { stopClocks } from './clocks.ts';
import { conflictsOf } from './conflict.ts';
import { endAt } from './endAt.ts';
import type { ActRule } from './flow.ts';

/** Give the case back to the officer who handles it; what was drafted and checked no longer holds. */
function backToOfficer(state: ApplicationState): ApplicationState {
  const { draft: _draft, check: _check, sign: _sign, ...doneBy } = state.doneBy;
  const assignee = state.doneBy['draft'] ?? state.doneBy['classify'] ?? null;
  return { ...state, step: 'EVALUATING', conclusion: null, doneBy, assignee };
}

/** Acts from evaluation to the number in the register, and the ways out before that. */
export const decisionRules: readonly ActRule<ApplicationState>[] = [
  {
    // Evaluate and draft are one act: one person does both at one moment (docs/decisions/0002).
    act: 'draft',
    from: ['EVALUATING'],
    roles: ['LLTP_OFFICER'],
    unit: 'owner',
    claims: true,
    primary: true,
    when: (state) => (conflictsOf(state).length === 0 ? null : 'ANSWERS_CONFLICT'),
    next: (state, { codes, actor }) => ({
      state: {
        ...state,
        step: 'CHECKING',
        conclusion: codes['conclusion'] as Conclusion,
        doneBy: { ...state.doneBy, draft: actor.id },
        assignee: null,
      },
    }),
  },
  {
    act: 'check',
    from: ['CHECKING'],
    roles: ['DIVISION_HEAD'],
    unit: 'owner',
    notAfter: ['draft'],
    claims: true,
    primary: true,
    next: (state, { actor }) => ({
      state: {
        ...state,
        step: 'SIGNING',
        doneBy: { ...state.doneBy, check: actor.id },
        assignee: null,
      },
    }),
  },
  {
    act: 'return',
    from: ['CHECKING'],
    roles: ['DIVISION_HEAD'],
    unit: 'owner',
    notAfter: ['draft'],
    claims: true,
    next: (state) => ({ state: backToOfficer(state) }),
  },
  {
    act: 'sign',
    from: ['SIGNING'],
    roles: ['DIRECTOR'],
    unit: 'owner',
    notAfter: ['draft', 'check'],
    claims: true,
    primary: true,
    next: (state, { actor }) => ({
      state: {
        ...state,
        step: 'ISSUING',
        doneBy: { ...state.doneBy, sign: actor.id },
        assignee: null,
      },
    }),
  },
  {
    act: 'return',
    from: ['SIGNING'],
    roles: ['DIRECTOR'],
    unit: 'owner',
    notAfter: ['draft', 'check'],
    claims: true,
    next: (state) => ({ state: backToOfficer(state) }),
  },
  {
    act: 'issue',
    from: ['ISSUING'],
    roles: ['SEAL_CLERK'],
    unit: 'owner',
    notAfter: ['draft', 'check', 'sign'],
    claims: true,
    primary: true,
    next: (state, { actor }, { now }) => ({
      state: {
        ...state,
        step: 'DELIVERING',
        issues: state.issues + 1,
        doneBy: { ...state.doneBy, issue: actor.id },
        // The result is ready: the legal term compares this instant with the due date.
        clocks: stopClocks(state.clocks, now),
        assignee: null,
      },
      effects: { certificate: 'ISSUE' },
    }),
  },
  {
    // What turns out after acceptance, such as a forged paper, is refused by whoever answers for the result
    // (Law 28/2009 Art. 49); before acceptance the counter does it
    // (docs/decisions/0050).
    act: 'refuse',
    from: TAKEN_IN,
    roles: ['DIRECTOR'],
    unit: 'owner',
    notAfter: ['classify', 'draft', 'check'],
    claims: false,
    offered: ({ acceptedAt }) => acceptedAt !== null,
    when: ({ acceptedAt }) => (acceptedAt === null ? 'CASE_WRONG_STEP' : null),
    next: endAt('REFUSED'),
  },
  {
    act: 'withdraw',
    from: BEFORE_SIGNATURE,
    roles: ['ONE_STOP_OFFICER', 'APPLICANT'],
    unit: 'owner',
    claims: false,
    next: endAt('WITHDRAWN'),
  },
  {
    act: 'cancel',
    from: BEFORE_ISSUE,
    roles: ['DIVISION_HEAD'],
    unit: 'owner',
    claims: false,
    next: endAt('CANCELLED'),
  },
  {
    act: 'lapse',
    from: ['SUPPLEMENT_REQUESTED'],
    roles: ['SYSTEM'],
    unit: 'any',
    claims: false,
    guard: (state, _command, { now }) => {
      const clock = state.clocks.find(({ name }) => name === 'supplement');
      return clock !== undefined && clock.dueAt < now ? null : 'CASE_WRONG_STEP';
    },
    next: endAt('LAPSED'),
  },
];
