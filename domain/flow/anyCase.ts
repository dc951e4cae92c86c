import type { ActorRole } from '../role.ts';
import { applicationFlow } from './applicationFlow.ts';
import type { ApplicationState } from './applicationState.ts';
import type { CaseBase, Flow } from './flow.ts';
import { transferFlow } from './transferFlow.ts';
import type { TransferState } from './transferState.ts';

/** The state of a case of any kind. */
export type AnyState = ApplicationState | TransferState;

/** Use a case together with the flow that judges its kind. */
export function withFlow<T>(
  state: AnyState,
  use: <S extends CaseBase>(flow: Flow<S>, state: S) => T,
): T {
  return state.kind === 'APPLICATION' ? use(applicationFlow, state) : use(transferFlow, state);
}

/** The role in whose queue a case stands; null while it waits outside. */
export function queueAt(state: AnyState): ActorRole | null {
  return withFlow(
    state,
    ({ queue }, { step }) => (queue as Record<string, ActorRole | null>)[step] ?? null,
  );
}
