import { type NativeConnection, Worker, type WorkflowBundle } from '@temporalio/worker';
import type { DatabasePool } from 'slonik';
import { createAgencyActivities, type AgencyDeps } from '../activities/agencyActivities.ts';
import { createCaseActivities, type CaseDeps } from '../activities/caseActivities.ts';
import { dataConverterOf } from '../engine/connect.ts';
import { AGENCIES_QUEUE, CASES_QUEUE } from '../workflows/messages.ts';

export interface WorkerPlan {
  connection: NativeConnection;
  namespace: string;
  payloadKey: string;
  workflowBundle: WorkflowBundle;
  pool: DatabasePool;
  cases: CaseDeps;
  agencies: AgencyDeps;
}

/**
 * The two workers of a process: `cases` runs workflows and everything on a person's path,
 * `agencies` only the stubborn calls to agencies, at their own pace.
 */
export async function createWorkers(plan: WorkerPlan): Promise<Worker[]> {
  const { connection, namespace } = plan;
  const common = {
    connection,
    namespace,
    dataConverter: dataConverterOf(plan.payloadKey),
    shutdownGraceTime: '5 seconds',
    shutdownForceTime: '8 seconds',
  } as const;
  const agencyActivities = createAgencyActivities(plan.agencies);
  const cases = await Worker.create({
    ...common,
    taskQueue: CASES_QUEUE,
    workflowBundle: plan.workflowBundle,
    // A first quick call to an agency is a local activity, so both kinds are known here.
    activities: { ...createCaseActivities(plan.cases), ...agencyActivities },
    maxConcurrentWorkflowTaskExecutions: 40,
    maxConcurrentLocalActivityExecutions: 20,
    maxCachedWorkflows: 1_000,
  });
  const agencies = await Worker.create({
    ...common,
    taskQueue: AGENCIES_QUEUE,
    activities: agencyActivities,
    maxConcurrentActivityTaskExecutions: 20,
    // What waits for a dead agency is tried again this often in all: people's acts go before it.
    maxTaskQueueActivitiesPerSecond: 5,
  });
  return [cases, agencies];
}
