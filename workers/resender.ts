import { setTimeout as pause } from 'node:timers/promises';
import { ApplicationFailure } from '@temporalio/common';
import type { Logger } from 'pino';
import type { DatabasePool } from 'slonik';
import type { AgencyActivities } from '../activities/agencyActivities.ts';
import { type ResendOrder, settleResend, takeResendOrders } from '../db/write/resends.ts';

const IDLE_MS = 1_000;
/** Few at once: what is sent again has waited for hours, and the queue of today goes first. */
const AT_ONCE = 5;

export interface ResenderDeps {
  pool: DatabasePool;
  /** The same call that workflows make: a message is known by its id, at the agency too. */
  sendMessage: AgencyActivities['sendMessage'];
  log: Logger;
}

/**
 * Send again what administrators order: messages an agency refused, or that nobody tries any more. Each
 * order stands until the agency has taken or refused the message, or nobody wants it any more. Runs until
 * the signal.
 */
export async function runResender(deps: ResenderDeps, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      const orders = await takeResendOrders(deps.pool, AT_ONCE);
      await Promise.all(orders.filter(({ needed }) => needed).map((order) => resend(deps, order)));
      if (orders.length === AT_ONCE) continue;
    } catch (error) {
      deps.log.warn({ err: error }, 'messages could not be sent again; trying later');
    }
    await pause(IDLE_MS, undefined, { signal, ref: false }).catch(() => undefined);
  }
}

async function resend({ pool, sendMessage, log }: ResenderDeps, order: ResendOrder): Promise<void> {
  try {
    await sendMessage(order.messageId);
    await settleResend(pool, order, 'ACKNOWLEDGED');
  } catch (error) {
    const rejected = error instanceof ApplicationFailure && error.type === 'AGENCY_REJECTED';
    if (rejected) await settleResend(pool, order, 'REJECTED');
    else
      log.info({ message: order.messageId, err: error }, 'sent again in vain; will be tried later');
  }
}
