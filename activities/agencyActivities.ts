import { ApplicationFailure } from '@temporalio/activity';
import type { DatabasePool } from 'slonik';
import type { Breaker } from '../agencies/breaker.ts';
import type { AgencyClients } from '../agencies/client.ts';
import { AgencyRejected } from '../agencies/failure.ts';
import type { OutgoingMessageRow } from '../db/read/messages.ts';
import { getOutgoingMessage } from '../db/read/messages.ts';
import { writeAcknowledgement, writeFailedAttempt } from '../db/write/messages.ts';
import { postItemOf, verificationRequestOf } from './agencyLetters.ts';

export interface AgencyDeps {
  pool: DatabasePool;
  agencies: AgencyClients;
  breaker: Breaker;
}

export type AgencyActivities = ReturnType<typeof createAgencyActivities>;

export function createAgencyActivities({ pool, agencies, breaker }: AgencyDeps) {
  async function send(message: OutgoingMessageRow) {
    if (message.kind === 'VERIFICATION_REQUEST')
      return agencies.sendVerification(await verificationRequestOf(pool, message));
    return agencies.sendPostItem(await postItemOf(pool, message));
  }

  return {
    /**
     * Send a message of the outgoing box and keep the acknowledgement. The agency sees a repeat as
     * a repeat (same message id). Fails for good with AGENCY_REJECTED, otherwise is retried.
     */
    async sendMessage(id: string): Promise<void> {
      const message = await getOutgoingMessage(pool, id);
      if (message.acknowledgedAt !== null) return;
      try {
        const ack = await breaker.run(message.toUnit, () => send(message));
        await writeAcknowledgement(pool, id, ack.acceptedAt, ack);
      } catch (error) {
        const rejected = error instanceof AgencyRejected ? error.reason : null;
        await writeFailedAttempt(
          pool,
          id,
          error instanceof Error ? error.message : 'unknown',
          rejected,
        );
        if (rejected === null) throw error;
        throw ApplicationFailure.nonRetryable(`${message.toUnit}: ${rejected}`, 'AGENCY_REJECTED');
      }
    },
  };
}
