import {
  ActivityFailure,
  ApplicationFailure,
  isCancellation,
  proxyActivities,
  proxyLocalActivities,
  TemporalFailure,
} from '@temporalio/workflow';
import type { AgencyActivities } from '../activities/agencyActivities.ts';
import type { CaseActivities } from '../activities/caseActivities.ts';
import type { OutgoingMessage } from '../domain/flow/flow.ts';
import type { Transition, TransitionReply, WrittenCase } from '../domain/transition.ts';
import { AGENCIES_QUEUE } from './messages.ts';

// A write is one round trip to PostgreSQL: local first, a few quick tries inside the task's 10 s.
const near = proxyLocalActivities<CaseActivities>({
  startToCloseTimeout: '3 seconds',
  scheduleToCloseTimeout: '8 seconds',
  retry: { initialInterval: '50 milliseconds', maximumAttempts: 3 },
});

// When the database is away the same statement waits as a regular activity for as long as it takes.
const patient = proxyActivities<CaseActivities>({
  startToCloseTimeout: '30 seconds',
  retry: { initialInterval: '1 second', maximumInterval: '30 seconds' },
});

// One quick try without a history event of its own; an agency known to be down fails at once.
const quickly = proxyLocalActivities<AgencyActivities>({
  startToCloseTimeout: '1500 milliseconds',
  scheduleToCloseTimeout: '2 seconds',
  retry: { maximumAttempts: 1 },
});

// Then for days, on a queue of its own so that a dead agency never holds up a person's act.
const stubbornly = proxyActivities<AgencyActivities>({
  taskQueue: AGENCIES_QUEUE,
  startToCloseTimeout: '30 seconds',
  scheduleToCloseTimeout: '30 days',
  retry: {
    initialInterval: '2 seconds',
    backoffCoefficient: 2,
    maximumInterval: '15 minutes',
    nonRetryableErrorTypes: ['AGENCY_REJECTED'],
  },
});

// Chained, not awaited: each promise of a workflow costs it a stack trace.

/** Write a transition; it returns only when the row is there. */
export function record(transition: Transition): Promise<TransitionReply> {
  return orElse(near.recordTransition(transition), () => patient.recordTransition(transition));
}

/** The case as the database has it, with its calendar when that is another version than the one known. */
export function readCase(caseId: string, knownCalendar: string): Promise<WrittenCase | null> {
  return orElse(near.readCase(caseId, knownCalendar), () =>
    patient.readCase(caseId, knownCalendar),
  );
}

/** Print a certificate into the database. */
export function printCertificate(caseId: string, rev: number): Promise<void> {
  return orElse(near.printCertificate(caseId, rev), () => patient.printCertificate(caseId, rev));
}

/** A failed quick try is made again patiently; a cancelled one is not. */
function orElse<T>(quickTry: Promise<T>, patiently: () => Promise<T>): Promise<T> {
  return quickTry.catch((error: unknown) => {
    if (isCancellation(error)) throw error;
    return patiently();
  });
}

/**
 * Send a message to an agency until it is acknowledged. A message that the agency refuses for good
 * stands as rejected in the outgoing box, where the officer sees it.
 */
export function sendMessage(message: OutgoingMessage): Promise<void> {
  return quickly.sendMessage(message.id, message.toUnit).catch((error: unknown) => {
    if (wasRejected(error)) return undefined;
    if (!mayPass(error)) throw error;
    return insist(message);
  });
}

async function insist(message: OutgoingMessage): Promise<void> {
  try {
    await stubbornly.sendMessage(message.id, message.toUnit);
  } catch (error) {
    if (!wasRejected(error)) throw error;
  }
}

/** What an activity failed with: a local one fails with it bare, a regular one wraps it. */
function reasonOf(error: unknown): unknown {
  return error instanceof ActivityFailure ? error.cause : error;
}

/** Whether the same call may succeed later: the database or the agency was away. */
function mayPass(error: unknown): boolean {
  const reason = reasonOf(error);
  if (!(reason instanceof TemporalFailure) || isCancellation(error)) return false;
  return !(reason instanceof ApplicationFailure && reason.nonRetryable === true);
}

function wasRejected(error: unknown): boolean {
  const reason = reasonOf(error);
  return reason instanceof ApplicationFailure && reason.type === 'AGENCY_REJECTED';
}
