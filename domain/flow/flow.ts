import type { RungAt } from '../clock/ladder.ts';
import type {
  Budget,
  ClockEffect,
  ExtensionReason,
  Law,
  PauseReason,
  PinnedCalendars,
  Rung,
  TermName,
} from '../clock/law.ts';
import type { InstantMs } from '../instant.ts';
import type { RefusalCode } from '../refusal.ts';
import type { Actor, ActorRole, Role } from '../role.ts';
import type { Held } from './holder.ts';

/** Name of the clock that runs to the date promised last; it counts no term of law. */
export const PROMISE_CLOCK = 'promise';

/** A running clock of a case; overdue is derived when read, never stored. */
export interface CaseClock {
  /** `total`, `send`, `supplement`, `expunged`, `promise`, `verification:` or `clarification:<requestId>`. */
  name: string;
  effect: ClockEffect;
  /** Term of the rule set this clock counts. */
  term: TermName;
  startedAt: InstantMs;
  dueAt: InstantMs;
  /** From this instant on it may run late; a supervisor is told once. Null: nobody is warned before. */
  atRiskAt: InstantMs | null;
  /** Set while the clock stands still for a cited reason (supplement after acceptance). */
  pausedAt: InstantMs | null;
  /** Times it stood still, from and to; the days in them do not count. */
  stood: readonly Standstill[];
  stoppedAt: InstantMs | null;
  /** Rungs of the escalation ladder that have fired, in order. */
  fired: readonly Rung[];
  /** Rungs of the pinned ladder in the order they are reached; absent where the case pinned none. */
  rungs?: readonly RungAt[];
  /** What it counts to, and by which rule; absent where the case pinned no ladder. */
  budget?: Budget;
  citation?: string;
  /** Every time it was paused, with the reason; absent when it never was or the pinned law gives no reasons. */
  pauses?: readonly Pause[];
  /** Every time it got another budget or date, with the reason; absent when it never did. */
  changes?: readonly ClockChange[];
}

/** From when to when a clock stood still. */
export type Standstill = readonly [from: InstantMs, to: InstantMs];

/** One line of a clock's pause ledger. */
export interface Pause {
  from: InstantMs;
  to: InstantMs | null;
  reason: PauseReason;
  citation: string;
  /** The paper that asked for it, or null. */
  paperId: string | null;
}

/**
 * A clock was given another budget, by an extension of its term or because another term applies, or
 * another date, because a new calendar counts the same budget otherwise.
 */
export interface ClockChange {
  kind: 'EXTENDED' | 'RECLASSIFIED' | 'RECALCULATED';
  at: InstantMs;
  /** The extension's reason, or the term that applies now; null for a calendar, which its sources explain. */
  reason: ExtensionReason | TermName | null;
  citation: string;
  paperId: string | null;
  /** What it counts to from now on. */
  to: Budget;
  dueBefore: InstantMs;
  dueAt: InstantMs;
}

/** The kinds of case, each with a flow table and a workflow. */
export const CASE_KINDS = ['APPLICATION', 'TRANSFER', 'CODE_REQUEST', 'RECONCILIATION'] as const;
export type CaseKind = (typeof CASE_KINDS)[number];

/** What every kind of case carries. Plain JSON: workflow state, row and reply are this one value. */
export interface CaseBase<Step extends string = string> {
  kind: CaseKind;
  caseId: string;
  /** Unit that owns the case (agency code). */
  unit: string;
  step: Step;
  /** Transition counter; every accepted act adds one. */
  rev: number;
  openedAt: InstantMs;
  closedAt: InstantMs | null;
  ruleSetId: string;
  calendarVersion: string;
  /** Version of the unit's own days and hours that were pinned with it, where it had any. */
  calendarOverlay?: string | undefined;
  clocks: readonly CaseClock[];
  /** Account that should get the case on its desk after this transition, or null for the unit's queue. */
  assignee: string | null;
  /** Who did what, for four-eyes: account ids by duty. */
  doneBy: Readonly<Record<string, string>>;
}

/** A message to an agency that a transition puts in the outgoing box. */
export interface OutgoingMessage {
  /** Unique per case: `<caseId>/<rev>/<kind>`; the agency sees a repeat as a repeat. */
  id: string;
  kind: 'VERIFICATION_REQUEST' | 'POST_ITEM' | 'LETTER_ITEM';
  toUnit: string;
  /** The verification request the message asks, where there is one. */
  requestId: string | null;
}

/** Somebody is told that a rung of a clock was reached. Unique per (case, clock, rung, due instant). */
export interface Escalation {
  clock: string;
  rung: Rung;
  dueAt: InstantMs;
  /** Roles that are told; absent where the case pinned no ladder: supervisors. */
  tells?: readonly Role[];
}

/** What happens besides the new state. Everything is written in the same statement as the state. */
export interface Effects {
  messages: readonly OutgoingMessage[];
  escalations: readonly Escalation[];
  /** What the register and certificate tables have to do. */
  certificate: 'ISSUE' | 'RECALL' | null;
  /** The Centre's database takes the transferred record over. */
  officialUpdate: boolean;
  /** Only when the case's calendar is replaced: by what it is judged from then on, and what the log keeps of it. */
  replanned?: { calendars: PinnedCalendars; codes: Command['codes'] };
}

/** An act that asks for nothing beside the new state. */
export const NO_EFFECTS: Effects = {
  messages: [],
  escalations: [],
  certificate: null,
  officialUpdate: false,
};

/** An act as it travels: codes and ids only. Words a person wrote stay in PostgreSQL under `paperId`. */
export interface Command {
  act: string;
  actor: Actor;
  expectedRev: number | null;
  /** Revision the database showed when the act was asked: the engine may have lost the act behind it. */
  seenRev?: number | undefined;
  /** Coded part of the act's payload. */
  codes: Readonly<Record<string, unknown>>;
  /** Row in `papers` that holds what was written, or null. */
  paperId: string | null;
  /** Digest of the request's body: with it, the answer is kept beside the act under the update id. */
  bodyHash?: string | undefined;
}

export interface Situation {
  now: InstantMs;
  law: Law;
}

export type Refusal = RefusalCode;

/** One row of a flow table: an act, when it is legal, for whom, and what it makes of the case. */
export interface ActRule<S extends CaseBase> {
  act: string;
  from: readonly S['step'][];
  roles: readonly ActorRole[];
  /** Which unit the actor must belong to. `asked`: the agency a verification was put to. */
  unit: 'owner' | 'centre' | 'asked' | 'any';
  /** Duties the actor must not have done on this case (draft ≠ check ≠ sign). */
  notAfter?: readonly string[];
  /** Whether the case may be on another person's desk (liaisons and systems do not claim cases). */
  claims: boolean;
  /** The one act that the page offers first in this step. */
  primary?: boolean;
  /** Has a screen of its own, so the case page does not offer it. */
  elsewhere?: boolean;
  /** Whether the page offers it for such a case at all; without it, wherever the step and the role fit. */
  offered?: (state: S) => boolean;
  /** Further conditions on case and actor, known before anything is filled in. */
  when?: (state: S, actor: Actor, situation: Situation) => Refusal | null;
  /** Conditions on what was filled in. */
  guard?: (state: S, command: Command, situation: Situation) => Refusal | null;
  next: (
    state: S,
    command: Command,
    situation: Situation,
  ) => { state: S; effects?: Partial<Effects> };
}

export interface Flow<S extends CaseBase> {
  kind: S['kind'];
  rules: readonly ActRule<S>[];
  /** Steps in which a case has ended: nothing more happens, unless a rule begins there and opens it again. */
  terminal: readonly S['step'][];
  /** Role whose queue a case stands in at each step; null while it waits for somebody outside. */
  queue: Readonly<Record<S['step'], ActorRole | null>>;
  /** Whose queue it is, for a kind whose cases differ in that at the same step; otherwise `queue` says it. */
  queueOf?: (state: S) => ActorRole | null;
  /** Role that has something to do while the case waits outside, which keeps its time; null: nobody. */
  queueBeside?: (state: S) => ActorRole | null;
  /** Units whose answer or delivery the case waits for. */
  waitsFor: (state: S) => readonly string[];
  /** Who holds the time of a case that stands outside the queue of its step; null: the queue's role does. */
  heldOutside: (state: S) => Held | null;
}

/** The role in whose queue a case stands at its step; null while it waits for somebody outside. */
export function roleAt<S extends CaseBase>(flow: Flow<S>, state: S): ActorRole | null {
  return flow.queueOf?.(state) ?? flow.queue[state.step as S['step']] ?? null;
}

/** National Centre's unit code: acts with `unit: 'centre'` belong to it. */
export const CENTRE_UNIT = 'TTLLTPQG';
