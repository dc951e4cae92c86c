import {
  type ApplicationState,
  type ComplexGround,
  type Regime,
  TOTAL_TERMS,
} from './applicationState.ts';
import { askVerification } from './applicationAnswers.ts';
import { pauseClock, resumeClock, startClock, stopClocks, withClock } from './clocks.ts';
import type { ActRule, Command, Situation } from './flow.ts';
import type { Law } from '../clock/law.ts';

type Rule = ActRule<ApplicationState>;

/** Put the legal clock of a regime on the case, counted from acceptance less the time it stood still. */
function withRegime(state: ApplicationState, regime: Regime, { law }: Situation): ApplicationState {
  const acceptedAt = state.acceptedAt ?? state.openedAt;
  const before = state.clocks.find(({ name }) => name === 'total');
  const stood = before?.stood ?? [];
  const clock = startClock('total', TOTAL_TERMS[regime], acceptedAt, law, 'legal', stood);
  const fired = before?.dueAt === clock.dueAt ? before.fired : [];
  return { ...state, regime, clocks: withClock(state.clocks, { ...clock, fired }) };
}

/**
 * Accept a valid dossier: its law is decided and the legal clock starts (the first day is not counted,
 * BLDS Art. 147.2).
 */
export function accept(state: ApplicationState, situation: Situation): ApplicationState {
  const accepted = {
    ...state,
    step: 'ACCEPTED' as const,
    ruleSetId: situation.law.ruleSetId,
    acceptedAt: situation.now,
    assignee: null,
  };
  const timed = withRegime(accepted, state.facts.suggestedRegime, situation);
  return { ...timed, grounds: state.facts.suggestedGrounds };
}

function groundsOf(command: Command): readonly ComplexGround[] {
  return (command.codes['grounds'] as ComplexGround[] | undefined) ?? [];
}

/** 15 days need a named ground (Law 28/2009 Art. 47.2–3, 48). */
function complexNeedsGround(command: Command): 'COMPLEX_GROUND_MISSING' | null {
  const complex = command.codes['regime'] === 'COMPLEX';
  return complex && groundsOf(command).length === 0 ? 'COMPLEX_GROUND_MISSING' : null;
}

function askSupplement(state: ApplicationState, now: number, law: Law): ApplicationState {
  const lapse = startClock('supplement', 'supplementLapse', now, law, 'none');
  const clocks = withClock(pauseClock(state.clocks, 'total', now), lapse);
  return { ...state, step: 'SUPPLEMENT_REQUESTED', resumeStep: state.step, clocks, assignee: null };
}

/** Acts from receipt until the questions to the agencies have gone out. */
export const intakeRules: readonly Rule[] = [
  {
    act: 'accept',
    from: ['SUBMITTED'],
    roles: ['ONE_STOP_OFFICER'],
    unit: 'owner',
    claims: true,
    primary: true,
    guard: (_state, { codes }) => (codes['feeSettled'] === true ? null : 'FEE_NOT_SETTLED'),
    next: (state, _command, situation) => ({ state: accept(state, situation) }),
  },
  {
    act: 'requestSupplement',
    from: ['SUBMITTED'],
    roles: ['ONE_STOP_OFFICER'],
    unit: 'owner',
    claims: true,
    next: (state, _command, { now, law }) => ({ state: askSupplement(state, now, law) }),
  },
  {
    act: 'requestSupplement',
    from: ['ACCEPTED', 'EVALUATING'],
    roles: ['LLTP_OFFICER'],
    unit: 'owner',
    claims: true,
    next: (state, _command, { now, law }) => ({ state: askSupplement(state, now, law) }),
  },
  {
    act: 'receiveSupplement',
    from: ['SUPPLEMENT_REQUESTED'],
    roles: ['ONE_STOP_OFFICER'],
    unit: 'owner',
    claims: true,
    primary: true,
    next: (state, _command, { now, law }) => {
      const running = resumeClock(state.clocks, 'total', now, law);
      const clocks = stopClocks(running, now, 'supplement');
      const resumed = state.resumeStep ?? 'SUBMITTED';
      const assignee = resumed === 'SUBMITTED' ? null : (state.doneBy['classify'] ?? null);
      return { state: { ...state, step: resumed, resumeStep: null, clocks, assignee } };
    },
  },
  {
    act: 'refuse',
    from: ['SUBMITTED'],
    roles: ['ONE_STOP_OFFICER'],
    unit: 'owner',
    claims: true,
    next: (state, _command, { now }) => ({
      state: { ...state, step: 'REFUSED', clocks: stopClocks(state.clocks, now), assignee: null },
    }),
  },
  {
    act: 'classify',
    from: ['ACCEPTED'],
    roles: ['LLTP_OFFICER'],
    unit: 'owner',
    claims: true,
    primary: true,
    guard: (_state, command) => complexNeedsGround(command),
    next: (state, command, situation) => {
      const regime = command.codes['regime'] as Regime;
      const grounds = regime === 'COMPLEX' ? groundsOf(command) : [];
      const timed = withRegime({ ...state, grounds }, regime, situation);
      const doneBy = { ...state.doneBy, classify: command.actor.id };
      return askVerification(
        { ...timed, step: 'VERIFYING', doneBy, assignee: null },
        'POLICE',
        situation,
      );
    },
  },
  {
    act: 'reclassify',
    from: ['VERIFYING', 'EVALUATING'],
    roles: ['LLTP_OFFICER'],
    unit: 'owner',
    claims: true,
    when: (state) => (state.regime === 'COMPLEX' ? 'ALREADY_COMPLEX' : null),
    guard: (_state, command) => (groundsOf(command).length === 0 ? 'COMPLEX_GROUND_MISSING' : null),
    next: (state, command, situation) => ({
      state: withRegime({ ...state, grounds: groundsOf(command) }, 'COMPLEX', situation),
    }),
  },
];
