import { stopClocks } from './clocks.ts';
import type { ActRule, CaseBase } from './flow.ts';

/** The case ends at a step: no clock runs on, and nobody has it on the desk. */
export function endAt<S extends CaseBase>(step: S['step']): ActRule<S>['next'] {
  return (state, _command, { now }) => ({
    state: { ...state, step, clocks: stopClocks(state.clocks, now), assignee: null },
  });
}
