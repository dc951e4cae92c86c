import { ApplicationFailure } from '@temporalio/activity';
import type { DatabasePool } from 'slonik';
import { ZodError } from 'zod';
import type { Breaker } from '../agencies/breaker.ts';
import type { AgencyClients } from '../agencies/client.ts';
import { AgencyRejected, AgencyUnavailable } from '../agencies/failure.ts';
import { keyRing } from '../agencies/keyRing.ts';
import type { OutgoingMessageRow } from '../db/read/messages.ts';
import { getOutgoingMessage } from '../db/read/messages.ts';
import {
  type FailedAttempt,
  writeAcknowledgement,
  writeFailedAttempt,
} from '../db/write/messages.ts';
import { type BusinessClock, businessTime } from '../domain/clock/businessClock.ts';
import { isoOf } from '../domain/instant.ts';
import { postItemOf, verificationRequestOf } from './agencyLetters.ts';

export interface AgencyDeps {
  pool: DatabasePool;
  /** Keys of units are valid by business time. */
  clock: BusinessClock;
  agencies: AgencyClients;
  breaker: Breaker;
}

export type AgencyActivities = ReturnType<typeof createAgencyActivities>;

export function createAgencyActivities({ pool, clock, agencies, breaker }: AgencyDeps) {
  async function send(message: OutgoingMessageRow) {
    const known = keyRing((kid) => message.keys.find((key) => key.kid === kid) ?? null);
    if (message.kind === 'VERIFICATION_REQUEST')
      return agencies.sendVerification(await verificationRequestOf(message), known);
    return agencies.sendPostItem(postItemOf(message), known);
  }

  /** Do part of an attempt; what it fails with stands in the outgoing box. */
  async function attempt(id: string, part: () => unknown): Promise<void> {
    try {
      await part();
    } catch (error) {
      const failed = failureOf(error);
      await writeFailedAttempt(pool, id, failed);
      const { rejectedCode } = failed;
      if (rejectedCode === null) throw error;
      throw ApplicationFailure.nonRetryable(`${id}: ${rejectedCode}`, 'AGENCY_REJECTED');
    }
  }

  return {
    /**
     * Send a message of the outgoing box and keep the acknowledgement. The agency sees a repeat as
     * a repeat (same message id). Fails for good with AGENCY_REJECTED, otherwise is retried. A unit
     * that is left alone costs no reading of what would be said; messages of older cases name no unit.
     */
    async sendMessage(id: string, toUnit?: string): Promise<void> {
      if (toUnit !== undefined) await attempt(id, () => breaker.refuseLeftAlone(toUnit));
      const message = await getOutgoingMessage(pool, id, isoOf(businessTime(clock, Date.now())));
      if (message.acknowledgedAt !== null) return;
      await attempt(id, async () => {
        const ack = await breaker.run(message.toUnit, () => send(message));
        await writeAcknowledgement(pool, id, ack.acceptedAt, ack);
      });
    },
  };
}

/** What a failed try leaves: a message that breaks the contract fails at every try, like a refused one. */
function failureOf(error: unknown): FailedAttempt {
  const text = error instanceof Error ? error.message : 'unknown';
  if (error instanceof AgencyRejected) {
    return { error: text, code: error.reason, rejectedCode: error.reason };
  }
  if (error instanceof ZodError) {
    const code = 'OUR_MESSAGE_BREAKS_CONTRACT';
    // Paths of fields only: the values are somebody's data.
    const fields = error.issues.map(({ path }) => path.join('.')).join(', ');
    return { error: fields, code, rejectedCode: code };
  }
  const code = error instanceof AgencyUnavailable ? error.code : 'FAULT';
  return { error: text, code, rejectedCode: null };
}
