import {
  type Client,
  isGrpcServiceError,
  WorkflowExecutionAlreadyStartedError,
  WithStartWorkflowOperation,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { ApplicationFailure, type Workflow } from '@temporalio/common';
import type { CaseBase, Command } from '../domain/flow/flow.ts';
import { isRefusalCode, type RefusalCode } from '../domain/refusal.ts';
import { act, type ActDone, CASES_QUEUE, WORKFLOW_TYPES } from '../workflows/messages.ts';

/** Real milliseconds a person waits for an act before the outcome is called unknown. */
const ACT_DEADLINE_MS = 10_000;
const START_DEADLINE_MS = 5_000;
const DEADLINE_EXCEEDED = 4;
/** gRPC codes after which an act was surely not done: exhausted, task failing, unavailable. */
const NOT_DONE: readonly number[] = [8, 9, 14];

export type ActResult = { ok: true; done: ActDone } | { ok: false; code: RefusalCode };

/** What the workflow of a case that has ended is started from when an act opens the case again. */
export interface Reopening {
  kind: keyof typeof WORKFLOW_TYPES;
  /** What it was started from the first time. */
  input: unknown;
  /** Where the case ended. */
  state: CaseBase;
}

/**
 * Do an act on a case, whose workflow is started anew where the act opens a case again. A refusal of the
 * case comes back as its code; ENGINE_UNAVAILABLE when the act
 * was surely not done, OUTCOME_UNKNOWN when it may have been: repeat with the same `updateId`.
 */
export async function doAct(
  client: Client,
  caseId: string,
  command: Command,
  updateId: string,
  reopening: Reopening | null = null,
): Promise<ActResult> {
  const update = { args: [command] as [Command], updateId };
  try {
    const done = await client.withDeadline(Date.now() + ACT_DEADLINE_MS, () =>
      reopening === null
        ? client.workflow.getHandle(caseId).executeUpdate(act, update)
        : client.workflow.executeUpdateWithStart(act, {
            ...update,
            startWorkflowOperation: lifeAgain(caseId, reopening),
          }),
    );
    return { ok: true, done };
  } catch (error) {
    return { ok: false, code: codeOf(error) };
  }
}

function lifeAgain(
  caseId: string,
  { kind, input, state }: Reopening,
): WithStartWorkflowOperation<Workflow> {
  return new WithStartWorkflowOperation<Workflow>(WORKFLOW_TYPES[kind], {
    workflowId: caseId,
    taskQueue: CASES_QUEUE,
    args: [input, { state, recent: [] }],
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    workflowIdConflictPolicy: 'USE_EXISTING',
  });
}

function codeOf(error: unknown): RefusalCode {
  if (error instanceof WorkflowUpdateFailedError && error.cause instanceof ApplicationFailure) {
    if (isRefusalCode(error.cause.type)) return error.cause.type;
  }
  if (error instanceof WorkflowNotFoundError) return 'CASE_CLOSED';
  if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError) return 'OUTCOME_UNKNOWN';
  const grpc = grpcCodeOf(error);
  if (grpc !== undefined && NOT_DONE.includes(grpc)) return 'ENGINE_UNAVAILABLE';
  if (grpc === DEADLINE_EXCEEDED) return 'OUTCOME_UNKNOWN';
  throw error;
}

function grpcCodeOf(error: unknown): number | undefined {
  if (isGrpcServiceError(error)) return error.code;
  const cause = error instanceof Error ? error.cause : undefined;
  return cause !== undefined && isGrpcServiceError(cause) ? cause.code : undefined;
}

/** Start the workflow of a case; a case that has one already is left as it is (one number, one life). */
export async function startCase(
  client: Client,
  kind: keyof typeof WORKFLOW_TYPES,
  caseId: string,
  input: unknown,
): Promise<void> {
  try {
    await client.withDeadline(Date.now() + START_DEADLINE_MS, () =>
      client.workflow.start(WORKFLOW_TYPES[kind], {
        workflowId: caseId,
        taskQueue: CASES_QUEUE,
        args: [input],
        workflowIdReusePolicy: 'REJECT_DUPLICATE',
        workflowIdConflictPolicy: 'USE_EXISTING',
      }),
    );
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
}
