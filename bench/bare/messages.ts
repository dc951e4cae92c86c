import { defineUpdate } from '@temporalio/workflow';

export const BARE_QUEUE = 'bare';

/**
 * One act of a bare case by a name; `aside` more local activities run beside it, as printing and
 * sending do.
 */
export const bareAct = defineUpdate<number, [string, number]>('bareAct');
