import type { Law } from '../clock/law.ts';
import { dateOf, type InstantMs } from '../instant.ts';
import type { RefusalCode } from '../refusal.ts';
import type { ActRule, Command } from './flow.ts';
import { returned } from './transferReturn.ts';
import type { PaperChannel, Ruling, TransferState, TransferStep } from './transferState.ts';

type Rule = ActRule<TransferState>;

const AWAITED: PaperChannel = {
  postedAt: null,
  arrivedAt: null,
  copyPaperId: null,
  differs: null,
  ruling: null,
  askedFrom: null,
};

/** Steps in which the electronic copy is with the Centre. */
const AT_CENTRE: readonly TransferStep[] = ['SENT', 'RECEIVED', 'CHECKED', 'REVIEWED'];

/** Whether what is sent at an instant goes by post as well, as the pinned law has it. */
function goesByPost({ exchange }: Law, now: InstantMs): boolean {
  if (exchange === undefined) return false;
  const { from, until } = exchange.paper;
  const day = dateOf(now);
  return from <= day && (until === null || day <= until);
}

/** The case as it is sent: with a paper to wait for, or without where the electronic copy is the only one. */
export function withChannels(state: TransferState, now: InstantMs, law: Law): TransferState {
  const { paper, ...electronic } = state;
  return goesByPost(law, now) ? { ...electronic, paper: paper ?? AWAITED } : electronic;
}

/**
 * The case once the electronic copy was corrected, with the differences to the paper that is there. A
 * paper that differs now is out of date: the province posts another one.
 */
export function corrected(state: TransferState, { paperId, codes }: Command): TransferState {
  const next = { ...state, recordPaperId: paperId ?? state.recordPaperId };
  const { paper } = state;
  if (paper === undefined || paper.copyPaperId === null) return next;
  const agrees = codes['differs'] === 0;
  return { ...next, paper: agrees ? { ...paper, differs: 0, ruling: null } : AWAITED };
}

/** The case with the paper that a command names, if it names one. */
export function withCopy(state: TransferState, { codes }: Command, now: InstantMs): TransferState {
  const { copyPaperId, differs } = codes;
  if (state.paper === undefined || typeof copyPaperId !== 'string') return state;
  const came = { copyPaperId, arrivedAt: now, differs: Number(differs), ruling: null };
  return { ...state, paper: { ...state.paper, ...came } };
}

/** What stands in the way of an official update while the paper prevails; null: nothing. */
export function paperRefusal({ paper }: TransferState): RefusalCode | null {
  if (paper === undefined) return null;
  if (paper.arrivedAt === null) return 'PAPER_NOT_ARRIVED';
  return paper.differs === 0 ? null : 'DIFFERENCE_OPEN';
}

function differs({ paper }: TransferState): boolean {
  return (paper?.differs ?? 0) > 0;
}

/** The province posts the paper, and answers what the Centre asks of a difference. */
export const paperOfProvince: readonly Rule[] = [
  {
    act: 'postPaper',
    from: AT_CENTRE,
    roles: ['RECORD_OFFICER'],
    unit: 'owner',
    claims: false,
    offered: ({ paper }) => paper !== undefined && paper.postedAt === null,
    when: ({ paper }) => {
      if (paper === undefined) return 'ELECTRONIC_ONLY';
      return paper.postedAt === null ? null : 'PAPER_POSTED';
    },
    next: (state, _command, { now }) => ({
      state: { ...state, ...(state.paper && { paper: { ...state.paper, postedAt: now } }) },
    }),
  },
  {
    act: 'answerDifference',
    from: ['DIFFERENCE_ASKED'],
    roles: ['RECORD_OFFICER'],
    unit: 'owner',
    claims: true,
    primary: true,
    next: (state, { codes }, situation) => {
      const ruling = codes['rightCopy'] as Ruling;
      const { paper } = state;
      if (paper === undefined || ruling === 'NEITHER') return returned(state, situation);
      const settled = { ...paper, differs: 0, ruling, askedFrom: null };
      if (ruling === 'ELECTRONIC') {
        const step = paper.askedFrom ?? 'RECEIVED';
        return { state: { ...state, step, assignee: null, paper: settled } };
      }
      return { state: withPaperRight({ ...state, paper: settled }) };
    },
  },
];

/** What the paper says is taken over; whoever checked and reviewed the electronic copy does it anew. */
function withPaperRight(state: TransferState): TransferState {
  const { send, receive } = state.doneBy;
  return {
    ...state,
    step: 'RECEIVED',
    recordPaperId: state.paper?.copyPaperId ?? state.recordPaperId,
    doneBy: { ...(send !== undefined && { send }), ...(receive !== undefined && { receive }) },
    assignee: receive ?? null,
  };
}

/** The Centre registers the paper, and asks the province about what differs. */
export const paperOfCentre: readonly Rule[] = [
  {
    act: 'registerPaper',
    from: AT_CENTRE,
    roles: ['CENTRE_RECEIVER'],
    unit: 'centre',
    claims: false,
    elsewhere: true,
    when: ({ paper }) => {
      if (paper === undefined) return 'ELECTRONIC_ONLY';
      return paper.arrivedAt === null ? null : 'PAPER_KNOWN';
    },
    next: (state, command, { now }) => ({ state: withCopy(state, command, now) }),
  },
  askRule('RECEIVED', 'CENTRE_RECEIVER'),
  askRule('CHECKED', 'CENTRE_REVIEWER'),
  askRule('REVIEWED', 'CENTRE_APPROVER'),
];

/** The supplier's document is the reference: it is asked which copy is right (TT 06/2013 Art. 19). */
function askRule(from: TransferStep, role: Rule['roles'][number]): Rule {
  return {
    act: 'askSupplier',
    from: [from],
    roles: [role],
    unit: 'centre',
    claims: true,
    offered: differs,
    when: (state) => {
      if (state.paper === undefined) return 'ELECTRONIC_ONLY';
      return differs(state) ? null : 'NO_DIFFERENCE';
    },
    next: (state) => ({
      state: {
        ...state,
        step: 'DIFFERENCE_ASKED',
        assignee: state.doneBy['send'] ?? null,
        ...(state.paper && { paper: { ...state.paper, askedFrom: from } }),
      },
    }),
  };
}
