import {
  type ApplicationState,
  COMPLEX_GROUNDS,
  type ComplexGround,
  type Regime,
  TOTAL_TERMS,
} from './applicationState.ts';
import {
  pauseClock,
  pauseRefusal,
  reclassifyClock,
  resumeClock,
  resumeRefusal,
  startClock,
  stopClocks,
  withClock,
} from './clocks.ts';
import { endAt } from './endAt.ts';
import type { ActRule, Command, Situation } from './flow.ts';
import { nationalQuestions } from './nationalSearch.ts';
import { promise } from './promises.ts';
import { ask, firstQuestions } from './questions.ts';

type Rule = ActRule<ApplicationState>;

/**
 * Accept a valid dossier: its law is decided and the legal clock starts (the first day is not counted,
 * BLDS Art. 147.2).
 */
export function accept(state: ApplicationState, situation: Situation): ApplicationState {
  const { now, law } = situation;
  const { suggestedRegime: regime, suggestedGrounds: grounds } = state.facts;
  const total = startClock('total', TOTAL_TERMS[regime], now, law, 'legal');
  const accepted = {
    ...state,
    step: 'ACCEPTED' as const,
    ruleSetId: law.ruleSetId,
    acceptedAt: now,
    assignee: null,
    regime,
    grounds,
    clocks: withClock(state.clocks, total),
  };
  return promise(accepted, 'ACCEPTED', now);
}

/**
 * Put a case under the term of its regime, counted from acceptance less the time it stood still. The
 * legal date moves by nothing else than this, its ground named, and a supplement.
 */
function withRegime(
  state: ApplicationState,
  regime: Regime,
  command: Command,
  situation: Situation,
): ApplicationState {
  const term = TOTAL_TERMS[regime];
  const before = state.clocks.find(({ name }) => name === 'total');
  if (before === undefined) return { ...state, regime };
  // A term that has ended measured what was due then, also when the certificate was recalled since;
  // cases older than pause rules counted it again.
  if (before.stoppedAt !== null && situation.law.pauses !== undefined) return { ...state, regime };
  const running = { ...before, pausedAt: null, stoppedAt: null };
  const clock = before.term === term ? running : reclassifyClock(running, term, command, situation);
  const timed = { ...state, regime, clocks: withClock(state.clocks, clock) };
  return withExpungementClock(timed, situation);
}

/**
 * A person whose record is expunged by law is certified to have none within a shorter term of its own
 * (BLTTHS 2015 Art. 369.1). Both terms run, and whichever ends first is warned of first.
 */
function withExpungementClock(state: ApplicationState, { law }: Situation): ApplicationState {
  const runs = state.clocks.some(({ name }) => name === 'expunged');
  const asked = state.grounds.includes('EXPUNGEMENT_TO_VERIFY');
  if (runs || !asked || law.terms.expungedCertificate === undefined) return state;
  const from = state.acceptedAt ?? state.openedAt;
  const clock = startClock('expunged', 'expungedCertificate', from, law, 'legal');
  return { ...state, clocks: withClock(state.clocks, clock) };
}

function groundsOf(command: Command): readonly ComplexGround[] {
  return (command.codes['grounds'] as ComplexGround[] | undefined) ?? [];
}

/** 15 days need a named ground (Law 28/2009 Art. 47.2–3, 48). */
function complexNeedsGround(command: Command): 'COMPLEX_GROUND_MISSING' | null {
  const complex = command.codes['regime'] === 'COMPLEX';
  return complex && groundsOf(command).length === 0 ? 'COMPLEX_GROUND_MISSING' : null;
}

/** Nobody needs to be asked again about a person who was found clean before (NĐ 111/2010 Art. 28). */
function shortcutNeedsBasis(
  { facts }: ApplicationState,
  { codes }: Command,
): 'NOT_VERIFIED_BEFORE' | null {
  const unfounded = codes['shortcut'] === true && facts.verifiedBefore === undefined;
  return unfounded ? 'NOT_VERIFIED_BEFORE' : null;
}

/** A complex case may be given a further ground, which may bring a term of its own; none twice. */
function furtherGround(
  { regime, grounds }: ApplicationState,
  named: readonly ComplexGround[],
): 'ALREADY_COMPLEX' | null {
  if (regime !== 'COMPLEX') return null;
  return named.every((ground) => grounds.includes(ground)) ? 'ALREADY_COMPLEX' : null;
}

function askSupplement(
  state: ApplicationState,
  command: Command,
  situation: Situation,
): ApplicationState {
  const { now, law } = situation;
  const paused = pauseClock(state.clocks, 'total', 'SUPPLEMENT', command, situation);
  const lapse = startClock('supplement', 'supplementLapse', now, law, 'none');
  const clocks = withClock(paused, lapse);
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
    when: ({ facts, papersBrought }) =>
      facts.papersMissing === undefined || papersBrought ? null : 'PAPERS_MISSING',
    guard: (_state, { codes }) => (codes['feeSettled'] === true ? null : 'FEE_NOT_SETTLED'),
    next: (state, _command, situation) => ({ state: accept(state, situation) }),
  },
  {
    act: 'requestSupplement',
    from: ['SUBMITTED'],
    roles: ['ONE_STOP_OFFICER'],
    unit: 'owner',
    claims: true,
    next: (state, command, situation) => ({ state: askSupplement(state, command, situation) }),
  },
  {
    act: 'requestSupplement',
    from: ['ACCEPTED', 'EVALUATING'],
    roles: ['LLTP_OFFICER'],
    unit: 'owner',
    claims: true,
    when: (state, _actor, { law }) => pauseRefusal(state.clocks, 'total', 'SUPPLEMENT', law),
    next: (state, command, situation) => ({ state: askSupplement(state, command, situation) }),
  },
  {
    act: 'receiveSupplement',
    from: ['SUPPLEMENT_REQUESTED'],
    roles: ['ONE_STOP_OFFICER'],
    unit: 'owner',
    claims: true,
    primary: true,
    when: ({ clocks }) => resumeRefusal(clocks, 'total'),
    next: (state, _command, situation) => {
      const { now } = situation;
      const running = resumeClock(state.clocks, 'total', situation);
      const clocks = stopClocks(running, now, 'supplement');
      const resumed = state.resumeStep ?? 'SUBMITTED';
      const assignee = resumed === 'SUBMITTED' ? null : (state.doneBy['classify'] ?? null);
      const next = {
        ...state,
        step: resumed,
        resumeStep: null,
        clocks,
        assignee,
        ...(state.facts.papersMissing === undefined ? {} : { papersBrought: true as const }),
      };
      return { state: promise(next, 'SUPPLEMENT', now) };
    },
  },
  {
    act: 'refuse',
    from: ['SUBMITTED'],
    roles: ['ONE_STOP_OFFICER'],
    unit: 'owner',
    claims: true,
    next: endAt('REFUSED'),
  },
  {
    act: 'classify',
    from: ['ACCEPTED'],
    roles: ['LLTP_OFFICER'],
    unit: 'owner',
    claims: true,
    primary: true,
    guard: (state, command) => complexNeedsGround(command) ?? shortcutNeedsBasis(state, command),
    next: (state, command, situation) => {
      const regime = command.codes['regime'] as Regime;
      const grounds = regime === 'COMPLEX' ? groundsOf(command) : [];
      const timed = promise(
        withRegime({ ...state, grounds }, regime, command, situation),
        'CLASSIFIED',
        situation.now,
      );
      const doneBy = { ...state.doneBy, classify: command.actor.id };
      const shortcut = command.codes['shortcut'] === true;
      // Only the time before 1 July 2010 is spared (Decree 111/2010 Art. 28): the police alone have it.
      const questions = firstQuestions(timed).filter(({ kind }) => !shortcut || kind !== 'POLICE');
      const marked = shortcut ? { ...timed, shortcut } : timed;
      if (questions.length === 0) {
        const assignee = command.actor.id;
        return { state: { ...marked, step: 'EVALUATING', doneBy, assignee } };
      }
      const asking = { ...marked, step: 'VERIFYING' as const, doneBy, assignee: null };
      return ask(asking, questions, situation);
    },
  },
  {
    act: 'reclassify',
    from: ['VERIFYING', 'EVALUATING'],
    roles: ['LLTP_OFFICER'],
    unit: 'owner',
    claims: true,
    when: (state) => furtherGround(state, COMPLEX_GROUNDS),
    guard: (state, command) => {
      const named = groundsOf(command);
      return named.length === 0 ? 'COMPLEX_GROUND_MISSING' : furtherGround(state, named);
    },
    next: (state, command, situation) => {
      const before = state.regime === 'COMPLEX' ? state.grounds : [];
      const grounds = [...new Set([...before, ...groundsOf(command)])];
      const grounded = { ...state, grounds };
      const complex = withRegime(grounded, 'COMPLEX', command, situation);
      const promised = promise(complex, 'RECLASSIFIED', situation.now);
      const questions = nationalQuestions(promised, command.codes);
      if (questions.length === 0) return { state: promised };
      return ask({ ...promised, step: 'VERIFYING', assignee: null }, questions, situation);
    },
  },
];
