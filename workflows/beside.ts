import { isCancellation, log } from '@temporalio/workflow';

/** Let something run beside the case's acts; a cancelled timer is no news, anything else is logged. */
export function beside(running: Promise<void>, what: string): void {
  running.catch((error: unknown) => {
    if (!isCancellation(error)) log.error('work beside the case failed', { what, error });
  });
}
