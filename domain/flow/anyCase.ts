import type { ActorRole } from '../role.ts';
import { applicationFlow } from './applicationFlow.ts';
import type { ApplicationState } from './applicationState.ts';
import { codeRequestFlow } from './codeRequestFlow.ts';
import type { CodeRequestState } from './codeRequestState.ts';
import { type CaseBase, type Flow, roleAt } from './flow.ts';
import { reconciliationFlow } from './reconciliationFlow.ts';
import type { ReconciliationState } from './reconciliationState.ts';
import { transferFlow } from './transferFlow.ts';
import type { TransferState } from './transferState.ts';

/** The state of a case of any kind. */
export type AnyState = ApplicationState | TransferState | CodeRequestState | ReconciliationState;

/** Use a case together with the flow that judges its kind. */
export function withFlow<T>(
  state: AnyState,
  use: <S extends CaseBase>(flow: Flow<S>, state: S) => T,
): T {
  switch (state.kind) {
    case 'APPLICATION':
      return use(applicationFlow, state);
    case 'TRANSFER':
      return use(transferFlow, state);
    case 'CODE_REQUEST':
      return use(codeRequestFlow, state);
    case 'RECONCILIATION':
      return use(reconciliationFlow, state);
  }
}

/** The role in whose queue a case stands; null while it waits outside. */
export function queueAt(state: AnyState): ActorRole | null {
  return withFlow(state, roleAt);
}
