import { startClock, withClock } from './clocks.ts';
import type { Situation } from './flow.ts';
import type { TransferState } from './transferState.ts';

/** The transfer goes back to the province, which has five working days to send it again. */
export function returned(state: TransferState, { now, law }: Situation): { state: TransferState } {
  return {
    state: {
      ...state,
      step: 'RETURNED',
      clocks: withClock(state.clocks, startClock('send', 'transferSend', now, law, 'legal')),
      assignee: state.doneBy['send'] ?? null,
      doneBy: {},
      ...(state.paper && { paper: { ...state.paper, askedFrom: null } }),
    },
  };
}
