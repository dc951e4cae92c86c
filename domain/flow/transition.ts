import type { InstantMs } from '../instant.ts';
import type { ActorRole } from '../role.ts';
import type { Transition } from '../transition.ts';
import {
  CENTRE_UNIT,
  type CaseBase,
  type Command,
  type Effects,
  type Flow,
  roleAt,
} from './flow.ts';
import { type Held, holderOfQueue } from './holder.ts';

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
  const queueRole = roleAt(flow, after) ?? flow.queueBeside?.(after) ?? null;
  const queueUnit = unitOfQueue(queueRole, after.unit);
  return {
    state: after,
    act: done.command.act,
    updateId: done.updateId,
    actor: done.command.actor.id,
    actorUnit: done.command.actor.unit,
    atMs: done.atMs,
    codes: replanned?.codes ?? done.command.codes,
    paperId: done.command.paperId,
    bodyHash: done.command.bodyHash,
    effects,
    claims: done.claims,
    leavesDesk: before === null || before.step !== after.step,
    queueRole,
    queueUnit,
    waitingFor: flow.waitsFor(after),
    held: heldAt(flow, after),
  };
}

/** Who holds the time of a case that stands as it does; null when it has ended. */
export function heldAt<S extends CaseBase>(flow: Flow<S>, state: S): Held | null {
  if (flow.terminal.includes(state.step as S['step'])) return null;
  const outside = flow.heldOutside(state);
  const role = roleAt(flow, state);
  if (outside !== null || role === null) return outside;
  return holderOfQueue(role, unitOfQueue(role, state.unit));
}

function unitOfQueue(role: ActorRole | null, unit: string): string {
  return role?.startsWith('CENTRE') ? CENTRE_UNIT : unit;
}
