import { CODE_REQUEST_ENDS, type CodeProposal, type CodeRequestState } from './codeRequestState.ts';
import type { ActRule, Command, Flow } from './flow.ts';

type Rule = ActRule<CodeRequestState>;

function propose(kind: CodeProposal['kind']): Rule['next'] {
  return (state, { actor, codes, paperId }: Command) => ({
    state: {
      ...state,
      step: 'PROPOSED',
      proposal: { kind, code: String(codes['code']), paperId: paperId ?? '' },
      doneBy: { propose: actor.id },
      assignee: null,
    },
  });
}

/** A reviewer proposes, another person of the Centre decides: only the Centre adds codes. */
const rules: readonly Rule[] = [
  {
    act: 'proposeEntry',
    from: ['ASKED'],
    roles: ['CENTRE_REVIEWER'],
    unit: 'centre',
    claims: true,
    primary: true,
    next: propose('NEW'),
  },
  {
    act: 'proposeMapping',
    from: ['ASKED'],
    roles: ['CENTRE_REVIEWER'],
    unit: 'centre',
    claims: true,
    next: propose('EXISTING'),
  },
  {
    act: 'grantCode',
    from: ['PROPOSED'],
    roles: ['CENTRE_APPROVER'],
    unit: 'centre',
    notAfter: ['propose'],
    claims: true,
    primary: true,
    next: (state) => ({
      state: {
        ...state,
        step: state.proposal?.kind === 'NEW' ? 'RELEASED' : 'MAPPED',
        assignee: null,
      },
    }),
  },
  {
    act: 'returnProposal',
    from: ['PROPOSED'],
    roles: ['CENTRE_APPROVER'],
    unit: 'centre',
    notAfter: ['propose'],
    claims: true,
    next: (state) => ({
      state: {
        ...state,
        step: 'ASKED',
        proposal: null,
        assignee: state.doneBy['propose'] ?? null,
        doneBy: {},
      },
    }),
  },
  {
    act: 'takeBack',
    from: ['ASKED'],
    roles: ['RECORD_OFFICER', 'LLTP_OFFICER'],
    unit: 'owner',
    claims: false,
    next: (state) => ({ state: { ...state, step: 'TAKEN_BACK', assignee: null } }),
  },
];

/**
 * The flow table of a request for a code. No source gives it a term, so no clock runs; a granted new
 * entry is published as the next release of the catalogue in the transaction of its act.
 */
export const codeRequestFlow: Flow<CodeRequestState> = {
  kind: 'CODE_REQUEST',
  rules,
  terminal: CODE_REQUEST_ENDS,
  queue: {
    ASKED: 'CENTRE_REVIEWER',
    PROPOSED: 'CENTRE_APPROVER',
    RELEASED: null,
    MAPPED: null,
    TAKEN_BACK: null,
  },
  waitsFor: () => [],
  heldOutside: () => null,
};
