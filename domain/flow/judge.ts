import { CalendarUnknown } from '../clock/calendarFor.ts';
import { CalendarExhausted } from '../clock/workingTime.ts';
import type { RefusalCode } from '../refusal.ts';
import type { Actor } from '../role.ts';
import {
  type ActRule,
  CENTRE_UNIT,
  type CaseBase,
  type Command,
  type Effects,
  type Flow,
  NO_EFFECTS,
  type Situation,
} from './flow.ts';

export type Step<S extends CaseBase> =
  | { ok: true; rule: ActRule<S>; state: S; effects: Effects }
  | { ok: false; code: RefusalCode; details: { rev: number; step: string } };

/**
 * Whether an act is legal, the single judge for the workflow's validator, for the API's list of
 * available acts and for the screens. Null when it is; otherwise the reason as a code.
 *
 * The order of checks is the order in which a person can mend them: closed, stale, step, role, unit,
 * four-eyes, then the rule's own guard.
 */
export function refusalOf<S extends CaseBase>(
  flow: Flow<S>,
  state: S,
  command: Command,
  situation: Situation,
): RefusalCode | null {
  const rule = findRule(flow, state, command, situation);
  return typeof rule === 'string' ? rule : (rule.guard?.(state, command, situation) ?? null);
}

/** Apply an act: the new state with its revision, and what else must be written; or the refusal. */
export function step<S extends CaseBase>(
  flow: Flow<S>,
  state: S,
  command: Command,
  situation: Situation,
): Step<S> {
  const details = { rev: state.rev, step: state.step };
  const rule = findRule(flow, state, command, situation);
  if (typeof rule === 'string') return { ok: false, code: rule, details };
  const code = rule.guard?.(state, command, situation);
  if (code) return { ok: false, code, details };
  const made = madeOf(rule, state, command, situation);
  if (typeof made === 'string') return { ok: false, code: made, details };
  const { state: next, effects } = made;
  const closed = flow.terminal.includes(next.step);
  return {
    ok: true,
    rule,
    state: { ...next, rev: state.rev + 1, closedAt: closed ? situation.now : null },
    effects: { ...NO_EFFECTS, ...effects },
  };
}

/** What a rule makes of the case; a term that no published calendar can count is refused by name. */
function madeOf<S extends CaseBase>(
  rule: ActRule<S>,
  state: S,
  command: Command,
  situation: Situation,
): ReturnType<ActRule<S>['next']> | RefusalCode {
  try {
    return rule.next(state, command, situation);
  } catch (error) {
    if (error instanceof CalendarExhausted || error instanceof CalendarUnknown) return error.code;
    throw error;
  }
}

export interface AvailableAct {
  act: string;
  /** Null when the act can be done now; otherwise why it is disabled. */
  refusal: RefusalCode | null;
  primary: boolean;
}

/** Acts of the case's step that concern this actor's roles, each with the reason it is disabled, if any. */
export function availableActs<S extends CaseBase>(
  flow: Flow<S>,
  state: S,
  actor: Actor,
  situation: Situation,
): AvailableAct[] {
  const seen = new Set<string>();
  const acts: AvailableAct[] = [];
  for (const rule of flow.rules) {
    if (rule.elsewhere || !rule.from.includes(state.step) || seen.has(rule.act)) continue;
    if (!rule.roles.some((role) => actor.roles.includes(role))) continue;
    if (rule.offered?.(state) === false) continue;
    seen.add(rule.act);
    const command = { act: rule.act, actor, expectedRev: null, codes: {}, paperId: null };
    const found = findRule(flow, state, command, situation);
    const refusal = typeof found === 'string' ? found : null;
    acts.push({ act: rule.act, refusal, primary: rule.primary ?? false });
  }
  return acts;
}

/** Whether an act of this step is refused while the case is on another person's desk. */
export function claimsCase<S extends CaseBase>(flow: Flow<S>, state: S, act: string): boolean {
  return flow.rules.some(
    (rule) => rule.act === act && rule.from.includes(state.step) && rule.claims,
  );
}

/** The rule that lets this actor do this act now, or the code of the first thing in the way. */
function findRule<S extends CaseBase>(
  flow: Flow<S>,
  state: S,
  { act, actor, expectedRev }: Command,
  situation: Situation,
): ActRule<S> | RefusalCode {
  const named = flow.rules.filter((rule) => rule.act === act);
  if (named.length === 0) return 'UNKNOWN_ACT';
  const here = named.filter((rule) => rule.from.includes(state.step));
  if (here.length === 0 && flow.terminal.includes(state.step)) return 'CASE_CLOSED';
  if (expectedRev !== null && expectedRev !== state.rev) return 'STALE_REVISION';
  if (here.length === 0) return 'CASE_WRONG_STEP';
  const mine = here.filter((rule) => rule.roles.some((role) => actor.roles.includes(role)));
  if (mine.length === 0) return 'NOT_YOUR_ROLE';
  const inUnit = mine.find((rule) => unitFits(rule, state, actor));
  if (inUnit === undefined) return 'NOT_YOUR_UNIT';
  const eyes = inUnit.notAfter?.some((duty) => state.doneBy[duty] === actor.id);
  if (eyes) return 'FOUR_EYES';
  return inUnit.when?.(state, actor, situation) ?? inUnit;
}

function unitFits<S extends CaseBase>(rule: ActRule<S>, state: S, actor: Actor): boolean {
  if (rule.unit === 'owner') return actor.unit === state.unit;
  if (rule.unit === 'centre') return actor.unit === CENTRE_UNIT;
  return true; // 'asked' is checked by the rule's guard, which knows the request; 'any' is any
}
