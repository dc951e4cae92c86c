import { expect, test } from '@jest/globals';
import { applicationFlow } from '../../../domain/flow/applicationFlow.ts';
import {
  APPLICATION_STEPS,
  type ApplicationState,
  type ApplicationStep,
} from '../../../domain/flow/applicationState.ts';
import { codeRequestFlow } from '../../../domain/flow/codeRequestFlow.ts';
import { CODE_REQUEST_STEPS } from '../../../domain/flow/codeRequestState.ts';
import type { CaseBase, Command, Flow } from '../../../domain/flow/flow.ts';
import { availableActs, refusalOf } from '../../../domain/flow/judge.ts';
import { transferFlow } from '../../../domain/flow/transferFlow.ts';
import {
  TRANSFER_STEPS,
  type TransferState,
  type TransferStep,
} from '../../../domain/flow/transferState.ts';
import { type Actor, type ActorRole, ROLES } from '../../../domain/role.ts';
import {
  actorIn,
  answered,
  applicationAt,
  after,
  commandOf,
  FACTS,
  LAW,
  must,
  openedCodeRequest,
  openedTransfer,
  OPENED,
  opened,
  POLICE_REQUEST,
  COURT_REQUEST,
  CLASSIFY,
} from '../../support/cases.ts';
import { APPLICATION, CODE_REQUEST, TRANSFER } from './whoMayDoWhat.ts';

const ALL_ROLES: readonly ActorRole[] = [...ROLES, 'AGENCY', 'SYSTEM', 'APPLICANT'];
const SITUATION = { now: OPENED, law: LAW };

/** Codes with which no act fails for what was filled in. */
function codesFor(act: string, role: ActorRole): Command['codes'] {
  const requestId = role === 'COURT_LIAISON' ? COURT_REQUEST : POLICE_REQUEST;
  const all: Record<string, Command['codes']> = {
    accept: { feeSettled: true },
    classify: { regime: 'SIMPLE', grounds: [] },
    reclassify: { grounds: ['FOREIGNER'] },
    refuse: { ground: 'NOT_COMPETENT' },
    cancel: { ground: 'DUPLICATE' },
    draft: { conclusion: 'NO_RECORD' },
    answerVerification: { requestId, outcome: 'NO_RECORD' },
    identify: { requestId: COURT_REQUEST },
    askUnit: { kind: 'COMMUNE', unit: 'UBND-01', why: 'EXPUNGEMENT_CONDITIONS' },
    askAgain: { requestId: POLICE_REQUEST },
    reuseAnswer: { requestId: POLICE_REQUEST, outcome: 'NO_RECORD' },
    proposeWaiver: { requestId: POLICE_REQUEST },
    signWaiver: { requestId: COURT_REQUEST },
    declineWaiver: { requestId: COURT_REQUEST },
    extendClock: { clock: `verification:${POLICE_REQUEST}`, basis: 'CARD_INDEX' },
  };
  return all[act] ?? {};
}

const WAIVER = { proposedBy: 'somebody', proposedAt: OPENED, paperId: null };

/** At EVALUATING the police were unclear. At VERIFYING both agencies are asked, and the court asked back who is meant; a waiver of it waits. */
function stateAt(step: ApplicationStep): ApplicationState {
  if (step === 'EVALUATING') {
    const unclear = [answered('UNCLEAR'), answered('NO_RECORD', COURT_REQUEST)];
    return after(opened(), [CLASSIFY, ...unclear]);
  }
  if (step !== 'VERIFYING') return applicationAt(step);
  const both = after(opened(), [CLASSIFY, answered('UNCLEAR')]);
  const requests = both.requests.map((request) =>
    request.kind === 'COURT'
      ? { ...request, outcome: 'NEEDS_IDENTIFICATION' as const, waiver: WAIVER }
      : { ...request, outcome: null, answeredAt: null },
  );
  return { ...both, requests };
}

/** A unit's own system speaks for the unit that is waited for. */
function actorAt(role: ActorRole, step: string): Actor {
  if (role !== 'AGENCY') return actorIn(role);
  return { ...actorIn(role), unit: step === 'POSTED' ? FACTS.postUnit : FACTS.policeUnit };
}

const ACTS = [...new Set(applicationFlow.rules.map(({ act }) => act))];
/** What has a screen of its own is offered there. */
const ELSEWHERE = applicationFlow.rules.filter((rule) => rule.elsewhere).map(({ act }) => act);
const TRANSFER_ACTS = [...new Set(transferFlow.rules.map(({ act }) => act))];
/** The house's own acts depend on clock and calendar, not on roles; see clocks.test.ts and recalculate.test.ts. */
const TIMED = ['escalate', 'lapse', 'recalculate'];
/** Whether an answer is taken depends on the request it names, which no list of acts can know. */
const NAMES_A_REQUEST = ['answerVerification', 'extendClock'];

function permittedIn<S extends CaseBase>(flow: Flow<S>, state: S, acts: readonly string[]) {
  return acts
    .filter((act) => !TIMED.includes(act))
    .flatMap((act) =>
      ALL_ROLES.filter((role) => {
        const command = commandOf(act, actorAt(role, state.step), codesFor(act, role));
        return refusalOf(flow, state, command, SITUATION) === null;
      }).map((role) => `${act} by ${role}`),
    )
    .toSorted();
}

function expectedIn(row: Partial<Record<string, readonly ActorRole[]>>): string[] {
  return Object.entries(row)
    .flatMap(([act, roles]) => (roles ?? []).map((role) => `${act} by ${role}`))
    .toSorted();
}

test.each(APPLICATION_STEPS)(
  'at %s every role may do what its office allows and nothing else',
  (step) => {
    expect(permittedIn(applicationFlow, stateAt(step), ACTS)).toEqual(
      expectedIn(APPLICATION[step]),
    );
  },
);

function transferAt(step: TransferStep) {
  const deeds: Record<TransferStep, readonly (readonly [string, ActorRole])[]> = {
    ENTERED: [],
    SENT: [['send', 'RECORD_OFFICER']],
    RECEIVED: [['receive', 'CENTRE_RECEIVER']],
    CHECKED: [['checkRecord', 'CENTRE_RECEIVER']],
    REVIEWED: [['review', 'CENTRE_REVIEWER']],
    OFFICIALLY_UPDATED: [['updateOfficially', 'CENTRE_APPROVER']],
    DIFFERENCE_ASKED: [],
    RETURNED: [],
    ABANDONED: [],
  };
  const order: TransferStep[] = ['SENT', 'RECEIVED', 'CHECKED', 'REVIEWED', 'OFFICIALLY_UPDATED'];
  let state = openedTransfer();
  const go = (act: string, role: ActorRole): void => {
    state = must(transferFlow, state, commandOf(act, actorIn(role))).state;
  };
  if (step === 'DIFFERENCE_ASKED') return differing();
  if (step === 'ABANDONED') go('abandon', 'RECORD_OFFICER');
  const until = step === 'RETURNED' ? 'RECEIVED' : step;
  for (const reached of order.slice(0, order.indexOf(until) + 1)) {
    for (const [act, role] of deeds[reached]) go(act, role);
  }
  if (step === 'RETURNED') go('returnRecord', 'CENTRE_RECEIVER');
  return state;
}

/** Reached only where a paper goes by post as well, which the law of these cases does not know. */
function differing(): TransferState {
  return { ...openedTransfer(), step: 'DIFFERENCE_ASKED' };
}

test.each(TRANSFER_STEPS)('of a transfer at %s every role may do its own part only', (step) => {
  const state = transferAt(step);
  expect(state.step).toBe(step);
  expect(permittedIn(transferFlow, state, TRANSFER_ACTS)).toEqual(expectedIn(TRANSFER[step]));
});

/** The acts that lead to each step of a request for a code. */
const TO_STEP = {
  ASKED: [],
  PROPOSED: ['proposeEntry'],
  RELEASED: ['proposeEntry', 'grantCode'],
  MAPPED: ['proposeMapping', 'grantCode'],
  TAKEN_BACK: ['takeBack'],
} as const;

test.each(CODE_REQUEST_STEPS)('of a request for a code at %s only its own people act', (step) => {
  const doers = {
    proposeEntry: 'CENTRE_REVIEWER',
    proposeMapping: 'CENTRE_REVIEWER',
    grantCode: 'CENTRE_APPROVER',
    takeBack: 'RECORD_OFFICER',
  } as const;
  let state = openedCodeRequest();
  for (const act of TO_STEP[step]) {
    const command = commandOf(act, actorIn(doers[act]), { code: 'MOI-1' });
    ({ state } = must(codeRequestFlow, state, command));
  }
  expect(state.step).toBe(step);
  const acts = [...new Set(codeRequestFlow.rules.map(({ act }) => act))];
  expect(permittedIn(codeRequestFlow, state, acts)).toEqual(expectedIn(CODE_REQUEST[step]));
});

test('who proposed a code neither approves nor returns it', () => {
  const roles = ['CENTRE_REVIEWER', 'CENTRE_APPROVER'] as const;
  const both: Actor = { ...actorIn('CENTRE_REVIEWER'), roles };
  const { state } = must(codeRequestFlow, openedCodeRequest(), commandOf('proposeEntry', both));
  for (const act of ['grantCode', 'returnProposal']) {
    expect(refusalOf(codeRequestFlow, state, commandOf(act, both), SITUATION)).toBe('FOUR_EYES');
  }
});

test('nobody of another unit may do what is the owner’s or the Centre’s', () => {
  const elsewhere = (role: ActorRole): Actor => ({ ...actorIn(role), unit: 'STP-40' });
  for (const step of APPLICATION_STEPS) {
    for (const rule of applicationFlow.rules) {
      if (rule.unit !== 'owner') continue;
      for (const role of rule.roles) {
        const command = commandOf(rule.act, elsewhere(role), codesFor(rule.act, role));
        expect(refusalOf(applicationFlow, stateAt(step), command, SITUATION)).not.toBeNull();
      }
    }
  }
});

test.each(APPLICATION_STEPS)('at %s the offered acts are those the judge allows', (step) => {
  const state = stateAt(step);
  for (const role of ALL_ROLES) {
    const actor = actorAt(role, step);
    for (const { act, refusal } of availableActs(applicationFlow, state, actor, SITUATION)) {
      const command = commandOf(act, actor, codesFor(act, role));
      const judged = refusalOf(applicationFlow, state, command, SITUATION);
      if (refusal !== null) expect([act, judged]).toEqual([act, refusal]);
      else if (![...TIMED, ...NAMES_A_REQUEST].includes(act))
        expect([act, role, judged]).toEqual([act, role, null]);
    }
    const offered = availableActs(applicationFlow, state, actor, SITUATION).map(({ act }) => act);
    const legal = ACTS.filter(
      (act) =>
        !ELSEWHERE.includes(act) &&
        refusalOf(applicationFlow, state, commandOf(act, actor, codesFor(act, role)), SITUATION) ===
          null,
    );
    expect(offered).toEqual(expect.arrayContaining(legal));
  }
});

test.each([
  ['CHECKING', 'check', 'DIVISION_HEAD', ['draft']],
  ['CHECKING', 'return', 'DIVISION_HEAD', ['draft']],
  ['SIGNING', 'sign', 'DIRECTOR', ['draft', 'check']],
  ['ISSUING', 'issue', 'SEAL_CLERK', ['draft', 'check', 'sign']],
] as const)('at %s nobody may %s who had a hand in it before', (step, act, role, duties) => {
  const state = applicationAt(step);
  for (const duty of duties) {
    const actor = actorIn(role, 'same person');
    const touched = { ...state, doneBy: { ...state.doneBy, [duty]: actor.id } };
    expect(refusalOf(applicationFlow, touched, commandOf(act, actor), SITUATION)).toBe('FOUR_EYES');
    expect(availableActs(applicationFlow, touched, actor, SITUATION)).toContainEqual(
      expect.objectContaining({ act, refusal: 'FOUR_EYES' }),
    );
  }
});
