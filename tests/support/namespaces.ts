import { randomUUID } from 'node:crypto';
import { type Connection, isGrpcServiceError } from '@temporalio/client';
import { until } from './until.ts';

const DAY_S = 86_400;
const NOT_FOUND = 5;

/** A Temporal namespace of one's own: task queues and dossier numbers of test files never meet. */
export async function newNamespace({ workflowService }: Connection): Promise<string> {
  const namespace = `test-${randomUUID()}`;
  await workflowService.registerNamespace({
    namespace,
    workflowExecutionRetentionPeriod: { seconds: DAY_S as never },
  });
  // The server's own caches learn of it a moment later.
  await until(async () => {
    try {
      await workflowService.listWorkflowExecutions({ namespace, pageSize: 1 });
      return true;
    } catch (error) {
      if (isGrpcServiceError(error) && error.code === NOT_FOUND) return false;
      throw error;
    }
  });
  return namespace;
}
