import type { InstantMs } from '../instant.ts';
import type { Transition } from '../transition.ts';
import { CENTRE_UNIT, type CaseBase, type Command, type Effects, type Flow } from './flow.ts';

/** An act that was judged legal, with what it came from and what follows. */
export interface Done {
  command: Command;
  updateId: string;
  atMs: InstantMs;
  effects: Effects;
  /** Whether another person's claim stands in the way. */
  claims: boolean;
}

/** A step of the flow as the database writes it: the state, and where the case stands for the worklists. */
export function transitionOf<S extends CaseBase>(
  flow: Flow<S>,
  before: S | null,
  after: S,
  done: Done,
): Transition {
  const { replanned, ...effects } = done.effects;
  const queueRole = flow.queue[after.step as S['step']];
  return {
    state: after,
    act: done.command.act,
    updateId: done.updateId,
    actor: done.command.actor.id,
    actorUnit: done.command.actor.unit,
    atMs: done.atMs,
    codes: replanned?.codes ?? done.command.codes,
    paperId: done.command.paperId,
    effects,
    claims: done.claims,
    leavesDesk: before === null || before.step !== after.step,
    queueRole,
    queueUnit: queueRole?.startsWith('CENTRE') ? CENTRE_UNIT : after.unit,
    waitingFor: flow.waitsFor(after),
  };
}
