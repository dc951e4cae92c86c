import type { ApplicationState } from './applicationState.ts';
import type { ActRule } from './flow.ts';

/** Acts from the sealed certificate to the applicant's hand, and recall: while it is under way, and for ever after. */
export const deliveryRules: readonly ActRule<ApplicationState>[] = [
  {
    act: 'post',
    from: ['DELIVERING'],
    roles: ['ONE_STOP_OFFICER'],
    unit: 'owner',
    claims: true,
    primary: true,
    when: (state) => (state.facts.delivery === 'POST' ? null : 'DELIVERY_NOT_BY_POST'),
    next: (state) => ({
      state: { ...state, step: 'POSTED', assignee: null },
      effects: {
        messages: [
          {
            id: `${state.caseId}/POST-${state.rev + 1}`,
            kind: 'POST_ITEM',
            toUnit: state.facts.postUnit,
            requestId: null,
          },
        ],
      },
    }),
  },
  {
    act: 'handOver',
    from: ['DELIVERING'],
    roles: ['ONE_STOP_OFFICER'],
    unit: 'owner',
    claims: true,
    primary: true,
    next: (state) => ({ state: { ...state, step: 'CLOSED', assignee: null } }),
  },
  {
    act: 'confirmDelivery',
    from: ['POSTED'],
    roles: ['POSTAL_OPERATOR', 'AGENCY'],
    unit: 'asked',
    claims: false,
    when: (state, actor) => (actor.unit === state.facts.postUnit ? null : 'NOT_THE_ASKED_AGENCY'),
    next: (state) => ({ state: { ...state, step: 'CLOSED', assignee: null } }),
  },
  {
    act: 'confirmDelivery',
    from: ['POSTED'],
    roles: ['ONE_STOP_OFFICER'],
    unit: 'owner',
    claims: false,
    next: (state) => ({ state: { ...state, step: 'CLOSED', assignee: null } }),
  },
  {
    act: 'returnUndelivered',
    from: ['POSTED'],
    roles: ['POSTAL_OPERATOR', 'AGENCY'],
    unit: 'asked',
    claims: false,
    when: (state, actor) => (actor.unit === state.facts.postUnit ? null : 'NOT_THE_ASKED_AGENCY'),
    next: (state) => ({ state: { ...state, step: 'DELIVERING', assignee: null } }),
  },
  // A certificate in somebody's hands is recalled like one under way: the case opens again (Law 28/2009 Art. 50).
  {
    act: 'recall',
    from: ['DELIVERING', 'POSTED', 'CLOSED'],
    roles: ['DIRECTOR'],
    unit: 'owner',
    claims: false,
    next: (state) => {
      const { draft: _draft, check: _check, sign: _sign, issue: _issue, ...doneBy } = state.doneBy;
      const assignee = state.doneBy['draft'] ?? null;
      return {
        state: { ...state, step: 'EVALUATING', conclusion: null, doneBy, assignee },
        effects: { certificate: 'RECALL' },
      };
    },
  },
];
