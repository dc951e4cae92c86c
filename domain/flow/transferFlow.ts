import { stopClocks } from './clocks.ts';
import { tickRules } from './escalation.ts';
import { endAt } from './endAt.ts';
import type { ActRule, Flow } from './flow.ts';
import {
  corrected,
  paperOfCentre,
  paperOfProvince,
  paperRefusal,
  withChannels,
  withCopy,
} from './paperChannel.ts';
import { recalculateRules } from './recalculate.ts';
import { returned } from './transferReturn.ts';
import { TRANSFER_ENDS, TRANSFER_STEPS, type TransferState } from './transferState.ts';

type Rule = ActRule<TransferState>;

const OPEN_STEPS = TRANSFER_STEPS.filter((step) => !TRANSFER_ENDS.includes(step));

/** Acts of the province: correct, send, give up. */
const provinceRules: readonly Rule[] = [
  {
    act: 'send',
    from: ['ENTERED', 'RETURNED'],
    roles: ['RECORD_OFFICER'],
    unit: 'owner',
    claims: true,
    primary: true,
    next: (state, { actor }, { now, law }) => ({
      state: {
        ...withChannels(state, now, law),
        step: 'SENT',
        sendings: state.sendings + 1,
        doneBy: { send: actor.id },
        clocks: stopClocks(state.clocks, now, 'send'),
        assignee: null,
      },
    }),
  },
  correctRule('correct', ({ slip }) => slip === undefined),
  correctRule('correctSlip', ({ slip }) => slip === true),
  {
    act: 'abandon',
    from: ['ENTERED', 'RETURNED'],
    roles: ['RECORD_OFFICER'],
    unit: 'owner',
    claims: true,
    next: endAt('ABANDONED'),
  },
];

/** A record and a slip are corrected each with its own form. */
function correctRule(act: string, concerns: (state: TransferState) => boolean): Rule {
  return {
    act,
    from: ['ENTERED', 'RETURNED'],
    roles: ['RECORD_OFFICER'],
    unit: 'owner',
    claims: true,
    offered: concerns,
    when: (state) => (concerns(state) ? null : 'TRANSFER_OF_OTHER_KIND'),
    next: (state, command) => ({ state: corrected(state, command) }),
  };
}

/** Acts of the Centre: three different people receive and check, review, and update officially. */
const centreRules: readonly Rule[] = [
  {
    act: 'receive',
    from: ['SENT'],
    roles: ['CENTRE_RECEIVER'],
    unit: 'centre',
    claims: true,
    primary: true,
    next: (state, command, { now }) => ({
      state: {
        ...withCopy(state, command, now),
        step: 'RECEIVED',
        assignee: command.actor.id,
        doneBy: { ...state.doneBy, receive: command.actor.id },
      },
    }),
  },
  {
    act: 'checkRecord',
    from: ['RECEIVED'],
    roles: ['CENTRE_RECEIVER'],
    unit: 'centre',
    claims: true,
    primary: true,
    next: (state, { actor }) => ({
      state: {
        ...state,
        step: 'CHECKED',
        assignee: null,
        doneBy: { ...state.doneBy, check: actor.id },
      },
    }),
  },
  {
    act: 'review',
    from: ['CHECKED'],
    roles: ['CENTRE_REVIEWER'],
    unit: 'centre',
    notAfter: ['receive', 'check'],
    claims: true,
    primary: true,
    next: (state, { actor }) => ({
      state: {
        ...state,
        step: 'REVIEWED',
        assignee: null,
        doneBy: { ...state.doneBy, review: actor.id },
      },
    }),
  },
  {
    act: 'updateOfficially',
    from: ['REVIEWED'],
    roles: ['CENTRE_APPROVER'],
    unit: 'centre',
    notAfter: ['receive', 'check', 'review'],
    claims: true,
    primary: true,
    when: paperRefusal,
    next: (state, _command, { now }) => ({
      state: {
        ...state,
        step: 'OFFICIALLY_UPDATED',
        clocks: stopClocks(state.clocks, now),
        assignee: null,
      },
      // A slip is appended to the record it names; it makes no record of its own.
      effects: { officialUpdate: state.slip === undefined },
    }),
  },
  returnRule('RECEIVED', 'CENTRE_RECEIVER', []),
  returnRule('CHECKED', 'CENTRE_REVIEWER', ['receive', 'check']),
  returnRule('REVIEWED', 'CENTRE_APPROVER', ['receive', 'check', 'review']),
];

/** The Centre gives a record back with reasons; the province has five working days to send it again. */
function returnRule(
  from: TransferState['step'],
  role: Rule['roles'][number],
  notAfter: readonly string[],
): Rule {
  return {
    act: 'returnRecord',
    from: [from],
    roles: [role],
    unit: 'centre',
    notAfter,
    claims: true,
    next: (state, _command, situation) => returned(state, situation),
  };
}

/** The flow table of a record transfer (Law 28/2009 Art. 34: 5 working days; CV 277/TTLLTPQG-CSDL). */
export const transferFlow: Flow<TransferState> = {
  kind: 'TRANSFER',
  rules: [
    ...provinceRules,
    ...paperOfProvince,
    ...centreRules,
    ...paperOfCentre,
    ...tickRules<TransferState>(OPEN_STEPS),
    ...recalculateRules<TransferState>(OPEN_STEPS),
  ],
  terminal: TRANSFER_ENDS,
  queue: {
    ENTERED: 'RECORD_OFFICER',
    SENT: 'CENTRE_RECEIVER',
    RECEIVED: 'CENTRE_RECEIVER',
    CHECKED: 'CENTRE_REVIEWER',
    REVIEWED: 'CENTRE_APPROVER',
    DIFFERENCE_ASKED: 'RECORD_OFFICER',
    RETURNED: 'RECORD_OFFICER',
    OFFICIALLY_UPDATED: null,
    ABANDONED: null,
  },
  waitsFor: () => [],
  heldOutside: () => null,
};
