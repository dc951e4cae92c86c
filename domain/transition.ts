import type { PinnedCalendars } from './clock/law.ts';
import type { CaseBase, Effects, OutgoingMessage } from './flow/flow.ts';
import type { Held } from './flow/holder.ts';

/**
 * One accepted act, ready to be written in one statement. `state` carries the new revision; the same
 * transition written twice is written once.
 */
export interface Transition {
  state: CaseBase;
  act: string;
  updateId: string;
  actor: string;
  actorUnit: string;
  /** Business time of the act, epoch milliseconds. */
  atMs: number;
  codes: Readonly<Record<string, unknown>>;
  paperId: string | null;
  /** Digest of the request that asked for the act, if its answer is to be kept; the update id is its key. */
  bodyHash?: string | undefined;
  effects: Effects;
  /** Whether the act is refused while the case is on another person's desk. */
  claims: boolean;
  /** Whether the case leaves the desk it is on (its step changed). */
  leavesDesk: boolean;
  queueRole: string | null;
  queueUnit: string | null;
  /** Units the case waits for. */
  waitingFor: readonly string[];
  /** Who holds the case's time from here on; null when it has ended. */
  held: Held | null;
}

/**
 * A case as the database has it: what a workflow goes on from when an act was written but the engine
 * lost it, and what that act asked for and nobody has done yet.
 */
export interface WrittenCase {
  state: CaseBase;
  unsent: readonly OutgoingMessage[];
  /** Revisions that issued a certificate not printed yet. */
  unprinted: readonly number[];
  /** The calendars the case is on, when the asker knows another version; older histories lack them. */
  calendars?: PinnedCalendars;
}

export type TransitionOutcome = 'WRITTEN' | 'REPEATED' | 'CLAIMED_BY_OTHER' | 'FORK';

export interface TransitionReply {
  outcome: TransitionOutcome;
  certificateNumber: string | null;
}
