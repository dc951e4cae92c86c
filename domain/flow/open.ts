import type { BusinessClock } from '../clock/businessClock.ts';
import type { Law } from '../clock/law.ts';
import { accept } from './applicationIntake.ts';
import type { ApplicationFacts, ApplicationState } from './applicationState.ts';
import { startClock } from './clocks.ts';
import type { InstantMs } from '../instant.ts';
import type { Actor } from '../role.ts';
import type { TransferState } from './transferState.ts';

/** What a workflow starts from: ids, codes, the law pinned for the case, and the clock it lives by. */
export interface CaseInput<Facts> {
  caseId: string;
  unit: string;
  facts: Facts;
  law: Law;
  clock: BusinessClock;
  /** When the dossier was received, business time: the law counts from then, not from when we opened it. */
  receivedAt: InstantMs;
  /** Who entered the dossier. */
  actor: Actor;
  /** Whether the counter accepted the dossier while receiving it: one person, one moment, one act. */
  accepted: boolean;
}

export interface TransferFacts {
  recordNumber: string;
  recordPaperId: string;
}

/** The state of an application as it is opened, with revision 1. */
export function openApplication(input: CaseInput<ApplicationFacts>): ApplicationState {
  const now = input.receivedAt;
  const opened: ApplicationState = {
    kind: 'APPLICATION',
    caseId: input.caseId,
    unit: input.unit,
    step: 'SUBMITTED',
    rev: 1,
    openedAt: now,
    closedAt: null,
    ruleSetId: input.law.ruleSetId,
    calendarVersion: input.law.calendar.version,
    clocks: [],
    assignee: null,
    doneBy: {},
    facts: input.facts,
    acceptedAt: null,
    regime: null,
    grounds: [],
    requests: [],
    conclusion: null,
    resumeStep: null,
    issues: 0,
  };
  return input.accepted ? accept(opened, { now, law: input.law }) : opened;
}

/** The state of a record transfer as it is opened; the province has 5 working days to send it. */
export function openTransfer(input: CaseInput<TransferFacts>): TransferState {
  const now = input.receivedAt;
  return {
    kind: 'TRANSFER',
    caseId: input.caseId,
    unit: input.unit,
    step: 'ENTERED',
    rev: 1,
    openedAt: now,
    closedAt: null,
    ruleSetId: input.law.ruleSetId,
    calendarVersion: input.law.calendar.version,
    clocks: [startClock('send', 'transferSend', now, input.law, 'legal')],
    assignee: input.actor.id,
    doneBy: {},
    recordNumber: input.facts.recordNumber,
    recordPaperId: input.facts.recordPaperId,
    sendings: 0,
  };
}
