import type { BusinessClock } from '../clock/businessClock.ts';
import type { Law } from '../clock/law.ts';
import { accept } from './applicationIntake.ts';
import type { ApplicationFacts, ApplicationState } from './applicationState.ts';
import { startClock } from './clocks.ts';
import type { CodeRequestState } from './codeRequestState.ts';
import { lawInForce, type NextLaw } from './lawInForce.ts';
import type { CaseBase } from './flow.ts';
import type { ReconciliationState } from './reconciliationState.ts';
import type { InstantMs } from '../instant.ts';
import type { Actor } from '../role.ts';
import type { TransferState } from './transferState.ts';

/** What a workflow starts from: ids, codes, the law pinned for the case, and the clock it lives by. */
export interface CaseInput<Facts> {
  caseId: string;
  unit: string;
  facts: Facts;
  law: Law;
  /** The law that takes its place if the dossier is accepted too late for it, where one is published. */
  nextLaw?: NextLaw;
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
  /** Set for a supplementary slip to the record of that number. */
  slip?: true;
}

export interface ReconciliationFacts {
  withCentre: boolean;
}

/** What every case is opened with: revision 1, the pinned law, nobody and nothing yet. */
function begun({ caseId, unit, receivedAt, law }: CaseInput<object>) {
  return {
    caseId,
    unit,
    rev: 1,
    openedAt: receivedAt,
    closedAt: null,
    ...pinsOf(law),
    clocks: [],
    assignee: null,
    doneBy: {},
  };
}

/** The state of an application as it is opened, with revision 1. */
export function openApplication(input: CaseInput<ApplicationFacts>): ApplicationState {
  const now = input.receivedAt;
  const opened: ApplicationState = {
    kind: 'APPLICATION',
    ...begun(input),
    step: 'SUBMITTED',
    facts: input.facts,
    acceptedAt: null,
    regime: null,
    grounds: [],
    requests: [],
    conclusion: null,
    resumeStep: null,
    issues: 0,
  };
  const law = lawInForce(input.law, input.nextLaw, opened, now);
  return input.accepted ? accept(opened, { now, law }) : opened;
}

type Pins = Pick<CaseBase, 'ruleSetId' | 'calendarVersion' | 'calendarOverlay'>;

function pinsOf({ ruleSetId, calendar }: Law): Pins {
  const { version: calendarVersion, overlay } = calendar;
  const pins = { ruleSetId, calendarVersion };
  return overlay === undefined ? pins : { ...pins, calendarOverlay: overlay };
}

/** The state of a record transfer as it is opened; the province has 5 working days to send it. */
export function openTransfer(input: CaseInput<TransferFacts>): TransferState {
  const now = input.receivedAt;
  return {
    kind: 'TRANSFER',
    ...begun(input),
    step: 'ENTERED',
    clocks: [startClock('send', 'transferSend', now, input.law, 'legal')],
    assignee: input.actor.id,
    recordNumber: input.facts.recordNumber,
    recordPaperId: input.facts.recordPaperId,
    sendings: 0,
    ...(input.facts.slip && { slip: true as const }),
  };
}

/** The state of a request for a code as it is opened, in the queue of the Centre's reviewers. */
export function openCodeRequest(input: CaseInput<object>): CodeRequestState {
  return {
    kind: 'CODE_REQUEST',
    ...begun(input),
    step: 'ASKED',
    proposal: null,
  };
}

/** The state of a reconciliation as it is opened: the lists are to be compared. */
export function openReconciliation(input: CaseInput<ReconciliationFacts>): ReconciliationState {
  return {
    kind: 'RECONCILIATION',
    ...begun(input),
    step: 'LISTING',
    withCentre: input.facts.withCentre,
    findings: null,
  };
}
