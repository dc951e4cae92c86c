import type { BusinessClock } from '../domain/clock/businessClock.ts';
import type { Law, PinnedCalendars } from '../domain/clock/law.ts';
import type { CaseBase, Flow } from '../domain/flow/flow.ts';
import type { NextLaw } from '../domain/flow/lawInForce.ts';
import type { Actor } from '../domain/role.ts';
import type { ActDone } from './messages.ts';

/** What a case carries into a new run of its workflow. */
export interface Carried<S extends CaseBase> {
  state: S;
  recent: [string, ActDone][];
  /** Set once the calendar of the case's input was replaced. */
  calendars?: PinnedCalendars | undefined;
}

export interface Birth<S extends CaseBase> {
  flow: Flow<S>;
  law: Law;
  /** The law of a dossier that is accepted too late for the pinned one. */
  nextLaw: NextLaw | undefined;
  clock: BusinessClock;
  /** Who opened the case, and by which act. */
  opener: { actor: Actor; act: string };
  opened: S;
  carried: Carried<S> | undefined;
}
