import { defineQuery, defineUpdate } from '@temporalio/workflow';
import type { CaseBase, Command } from '../domain/flow/flow.ts';

/** Where the case stands after an act; it is in the database before the caller reads this. */
export interface ActDone {
  rev: number;
  step: string;
  certificateNumber: string | null;
  /** Digest of the request that asked for it, when this answer is kept in the database with the act. */
  bodyHash?: string | undefined;
}

/**
 * Do one act on the case. Refused by the flow table with a refusal code (nothing is written then);
 * the same update id twice is done once.
 */
export const act = defineUpdate<ActDone, [Command]>('act');

/** The case's state as the workflow holds it: for reconciliation and debugging, never for screens. */
export const readState = defineQuery<CaseBase>('readState');

/** Name of the workflow type by kind of case. */
export const WORKFLOW_TYPES = {
  APPLICATION: 'application',
  TRANSFER: 'transfer',
  CODE_REQUEST: 'codeRequest',
  RECONCILIATION: 'reconciliation',
} as const;

export const CASES_QUEUE = 'cases';
export const AGENCIES_QUEUE = 'agencies';
