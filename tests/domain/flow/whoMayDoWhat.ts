import type { ApplicationStep } from '../../../domain/flow/applicationState.ts';
import type { CodeRequestStep } from '../../../domain/flow/codeRequestState.ts';
import type { TransferStep } from '../../../domain/flow/transferState.ts';
import type { ActorRole } from '../../../domain/role.ts';

/**
 * Who may do what, written by hand from the field's division of work and not from the flow tables:
 * the counter receives and delivers, the case officer decides nothing alone, the head checks, the
 * director signs, refuses and recalls, the seal clerk numbers, an agency answers what it was asked, the timer
 * lapses and escalates. What is not here is forbidden.
 */
type Table<Step extends string> = Record<Step, Partial<Record<string, readonly ActorRole[]>>>;

const withdraw: readonly ActorRole[] = ['ONE_STOP_OFFICER', 'APPLICANT'];
const cancel: readonly ActorRole[] = ['DIVISION_HEAD'];
/** What turns out after acceptance. */
const refuse: readonly ActorRole[] = ['DIRECTOR'];
/** A draft of an apology whose cause is gone. */
const cancelApology: readonly ActorRole[] = ['DIVISION_HEAD', 'DIRECTOR'];
const answerVerification: readonly ActorRole[] = ['POLICE_LIAISON', 'COURT_LIAISON', 'AGENCY'];
/** The asked agency may need longer, or the officer who asked it learns so. */
const extendClock: readonly ActorRole[] = ['LLTP_OFFICER', 'POLICE_LIAISON', 'AGENCY'];
const delivered: readonly ActorRole[] = ['ONE_STOP_OFFICER', 'POSTAL_OPERATOR', 'AGENCY'];

export const APPLICATION: Table<ApplicationStep> = {
  SUBMITTED: {
    accept: ['ONE_STOP_OFFICER'],
    requestSupplement: ['ONE_STOP_OFFICER'],
    refuse: ['ONE_STOP_OFFICER'],
    withdraw,
    cancel,
    cancelApology,
  },
  // No question is open here: the supplement was asked before the police was.
  SUPPLEMENT_REQUESTED: {
    receiveSupplement: ['ONE_STOP_OFFICER'],
    withdraw,
    refuse,
    cancel,
    cancelApology,
  },
  ACCEPTED: {
    classify: ['LLTP_OFFICER'],
    requestSupplement: ['LLTP_OFFICER'],
    withdraw,
    refuse,
    cancel,
    cancelApology,
  },
  VERIFYING: {
    answerVerification,
    extendClock,
    identify: ['LLTP_OFFICER'],
    reclassify: ['LLTP_OFFICER'],
    askUnit: ['LLTP_OFFICER'],
    reuseAnswer: ['LLTP_OFFICER'],
    // One of the two questions has been proposed to be waived.
    proposeWaiver: ['LLTP_OFFICER'],
    signWaiver: ['DIRECTOR'],
    declineWaiver: ['DIRECTOR'],
    withdraw,
    refuse,
    cancel,
    cancelApology,
  },
  EVALUATING: {
    draft: ['LLTP_OFFICER'],
    requestSupplement: ['LLTP_OFFICER'],
    reclassify: ['LLTP_OFFICER'],
    askUnit: ['LLTP_OFFICER'],
    askAgain: ['LLTP_OFFICER'],
    withdraw,
    refuse,
    cancel,
    cancelApology,
  },
  CHECKING: {
    check: ['DIVISION_HEAD'],
    return: ['DIVISION_HEAD'],
    withdraw,
    refuse,
    cancel,
    cancelApology,
  },
  SIGNING: { sign: ['DIRECTOR'], return: ['DIRECTOR'], withdraw, refuse, cancel, cancelApology },
  ISSUING: { issue: ['SEAL_CLERK'], cancel, cancelApology },
  DELIVERING: {
    post: ['ONE_STOP_OFFICER'],
    handOver: ['ONE_STOP_OFFICER'],
    recall: ['DIRECTOR'],
  },
  POSTED: {
    confirmDelivery: delivered,
    returnUndelivered: ['POSTAL_OPERATOR', 'AGENCY'],
    recall: ['DIRECTOR'],
  },
  CLOSED: { recall: ['DIRECTOR'] },
  REFUSED: {},
  WITHDRAWN: {},
  LAPSED: {},
  CANCELLED: {},
};

const entered = {
  send: ['RECORD_OFFICER'],
  correct: ['RECORD_OFFICER'],
  abandon: ['RECORD_OFFICER'],
} as const;

export const TRANSFER: Table<TransferStep> = {
  ENTERED: entered,
  SENT: { receive: ['CENTRE_RECEIVER'] },
  RECEIVED: { checkRecord: ['CENTRE_RECEIVER'], returnRecord: ['CENTRE_RECEIVER'] },
  CHECKED: { review: ['CENTRE_REVIEWER'], returnRecord: ['CENTRE_REVIEWER'] },
  REVIEWED: { updateOfficially: ['CENTRE_APPROVER'], returnRecord: ['CENTRE_APPROVER'] },
  DIFFERENCE_ASKED: { answerDifference: ['RECORD_OFFICER'] },
  RETURNED: entered,
  OFFICIALLY_UPDATED: {},
  ABANDONED: {},
};

export const CODE_REQUEST: Table<CodeRequestStep> = {
  ASKED: {
    proposeEntry: ['CENTRE_REVIEWER'],
    proposeMapping: ['CENTRE_REVIEWER'],
    takeBack: ['RECORD_OFFICER', 'LLTP_OFFICER'],
  },
  PROPOSED: { grantCode: ['CENTRE_APPROVER'], returnProposal: ['CENTRE_APPROVER'] },
  RELEASED: {},
  MAPPED: {},
  TAKEN_BACK: {},
};
