import type { ExtensionRule } from '../clock/law.ts';
import type { RefusalCode } from '../refusal.ts';
import type { ApplicationState } from './applicationState.ts';
import { extendClock, extensionRefusal, withClock } from './clocks.ts';
import type { ActRule, CaseClock, Command, Situation } from './flow.ts';
import { clockNameOf } from './questions.ts';
import { ANSWERERS, isAnswered } from './verification.ts';

function ruleFor(clock: CaseClock, basis: unknown, { law }: Situation): ExtensionRule | undefined {
  return law.extensions?.find(({ term, reason }) => term === clock.term && reason === basis);
}

/**
 * Only the term of a question may be extended, by a rule of the pinned law, before it is over and as
 * often as the rule says. The legal term of the case is never extended: it moves by reclassification.
 */
function guard(
  state: ApplicationState,
  { codes }: Command,
  situation: Situation,
): RefusalCode | null {
  const clock = state.clocks.find(({ name }) => name === codes['clock']);
  if (clock === undefined) return 'CLOCK_UNKNOWN';
  const request = state.requests.find((each) => clockNameOf(each) === clock.name);
  if (request === undefined) return 'EXTENSION_NOT_ALLOWED';
  if (isAnswered(request)) return 'ANSWER_ALREADY_GIVEN';
  return extensionRefusal(clock, ruleFor(clock, codes['basis'], situation), situation.now);
}

/** The agency asks for its own term, not for that of another. */
function askedGuard(
  state: ApplicationState,
  command: Command,
  situation: Situation,
): RefusalCode | null {
  const request = state.requests.find((each) => clockNameOf(each) === command.codes['clock']);
  if (request !== undefined && request.unit !== command.actor.unit) return 'NOT_THE_ASKED_AGENCY';
  return guard(state, command, situation);
}

/** Null when some term of an open question can be extended now; otherwise what stands in the way. */
function anyExtension(state: ApplicationState, situation: Situation): RefusalCode | null {
  const refusals = state.requests
    .filter((request) => !isAnswered(request))
    .flatMap((request) => {
      const clock = state.clocks.find(({ name }) => name === clockNameOf(request));
      if (clock === undefined) return [];
      const rules = situation.law.extensions?.filter(({ term }) => term === clock.term) ?? [];
      return rules.map((rule) => extensionRefusal(clock, rule, situation.now));
    });
  if (refusals.includes(null)) return null;
  return refusals[0] ?? 'EXTENSION_NOT_ALLOWED';
}

function extended(state: ApplicationState, command: Command, situation: Situation) {
  const clock = state.clocks.find(({ name }) => name === command.codes['clock']);
  const rule = clock && ruleFor(clock, command.codes['basis'], situation);
  if (clock === undefined || rule === undefined) return { state };
  const longer = extendClock(clock, rule, command, situation);
  const requests = state.requests.map((request) =>
    clockNameOf(request) === clock.name ? { ...request, dueAt: longer.dueAt } : request,
  );
  return { state: { ...state, requests, clocks: withClock(state.clocks, longer) } };
}

const ASKED = ['VERIFYING', 'SUPPLEMENT_REQUESTED'] as const;

/** Acts by which the term of a question to an agency becomes longer, with the reason on paper. */
export const extensionRules: readonly ActRule<ApplicationState>[] = [
  {
    act: 'extendClock',
    from: ASKED,
    roles: ['LLTP_OFFICER'],
    unit: 'owner',
    claims: true,
    when: (state, _actor, situation) => anyExtension(state, situation),
    guard,
    next: extended,
  },
  {
    act: 'extendClock',
    from: ASKED,
    roles: ANSWERERS,
    unit: 'asked',
    claims: false,
    guard: askedGuard,
    next: extended,
  },
];
