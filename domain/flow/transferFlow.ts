import { startClock, stopClocks, withClock } from './clocks.ts';
import { tickRules } from './escalation.ts';
import type { ActRule, Flow } from './flow.ts';
import { recalculateRules } from './recalculate.ts';
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
    next: (state, { actor }, { now }) => ({
      state: {
        ...state,
        step: 'SENT',
        sendings: state.sendings + 1,
        doneBy: { send: actor.id },
        clocks: stopClocks(state.clocks, now, 'send'),
        assignee: null,
      },
    }),
  },
  {
    act: 'correct',
    from: ['ENTERED', 'RETURNED'],
    roles: ['RECORD_OFFICER'],
    unit: 'owner',
    claims: true,
    next: (state, { paperId }) => ({
      state: { ...state, recordPaperId: paperId ?? state.recordPaperId },
    }),
  },
  {
    act: 'abandon',
    from: ['ENTERED', 'RETURNED'],
    roles: ['RECORD_OFFICER'],
    unit: 'owner',
    claims: true,
    next: (state, _command, { now }) => ({
      state: { ...state, step: 'ABANDONED', clocks: stopClocks(state.clocks, now), assignee: null },
    }),
  },
];

/** Acts of the Centre: three different people receive and check, review, and update officially. */
const centreRules: readonly Rule[] = [
  {
    act: 'receive',
    from: ['SENT'],
    roles: ['CENTRE_RECEIVER'],
    unit: 'centre',
    claims: true,
    primary: true,
    next: (state, { actor }) => ({
      state: {
        ...state,
        step: 'RECEIVED',
        assignee: actor.id,
        doneBy: { ...state.doneBy, receive: actor.id },
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
    next: (state, _command, { now }) => ({
      state: {
        ...state,
        step: 'OFFICIALLY_UPDATED',
        clocks: stopClocks(state.clocks, now),
        assignee: null,
      },
      effects: { officialUpdate: true },
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
    next: (state, _command, { now, law }) => ({
      state: {
        ...state,
        step: 'RETURNED',
        clocks: withClock(state.clocks, startClock('send', 'transferSend', now, law, 'legal')),
        assignee: state.doneBy['send'] ?? null,
        doneBy: {},
      },
    }),
  };
}

/** The flow table of a record transfer (domain notes §3.3–3.4; Law 28/2009 Art. 34: 5 working days). */
export const transferFlow: Flow<TransferState> = {
  kind: 'TRANSFER',
  rules: [
    ...provinceRules,
    ...centreRules,
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
    RETURNED: 'RECORD_OFFICER',
    OFFICIALLY_UPDATED: null,
    ABANDONED: null,
  },
  waitsFor: () => [],
  heldOutside: () => null,
};
