import { expect, test } from '@jest/globals';
import { applicationFlow } from '../../../domain/flow/applicationFlow.ts';
import { availableActs, refusalOf, step } from '../../../domain/flow/judge.ts';
import { DAY_MS } from '../../../domain/instant.ts';
import {
  actorIn,
  after,
  answered,
  applicationAt,
  CLASSIFY,
  commandOf,
  COURT_REQUEST,
  LAW,
  must,
  opened,
  OPENED,
  POLICE_REQUEST,
} from '../../support/cases.ts';
import { at } from '../../support/nationalCalendar.ts';

const NOW = { now: OPENED, law: LAW };
const officer = actorIn('LLTP_OFFICER');

test('10 days run from the day after acceptance to the end of the tenth (Law 28/2009 Art. 48)', () => {
  const [total] = opened().clocks;
  expect(total).toMatchObject({ name: 'total', effect: 'legal', term: 'totalSimple' });
  expect(total?.dueAt).toBe(at('2023-09-29', '00:00') - 1);
});

test('15 days need a ground (Art. 47.2–3); a ground named later moves the due date', () => {
  const state = opened();
  const bare = commandOf('classify', officer, { regime: 'COMPLEX', grounds: [] });
  expect(refusalOf(applicationFlow, state, bare, NOW)).toBe('COMPLEX_GROUND_MISSING');
  const verifying = after(state, [CLASSIFY]);
  const grounds = ['TIME_ABROAD'];
  const complex = after(verifying, [['reclassify', 'LLTP_OFFICER', { grounds }]]);
  expect(complex).toMatchObject({ regime: 'COMPLEX', grounds, step: 'VERIFYING' });
  const due = complex.clocks.find(({ name }) => name === 'total')?.dueAt ?? 0;
  expect(due).toBe(at('2023-10-04', '00:00') - 1);
  const again = commandOf('reclassify', officer, { grounds });
  expect(refusalOf(applicationFlow, complex, again, NOW)).toBe('ALREADY_COMPLEX');
});

test('24 hours for an urgent request run day and night', () => {
  const [total] = opened({ suggestedRegime: 'URGENT' }).clocks;
  expect(total?.dueAt).toBe(OPENED + DAY_MS);
});

test('a dossier whose fee is not settled is not accepted', () => {
  const unpaid = commandOf('accept', actorIn('ONE_STOP_OFFICER'), { feeSettled: false });
  expect(refusalOf(applicationFlow, opened({}, false), unpaid, NOW)).toBe('FEE_NOT_SETTLED');
});

test('after acceptance the director refuses, unless the same person classified, drafted or checked (Art. 49)', () => {
  const refuse = (id = 'DIRECTOR') =>
    commandOf('refuse', { ...actorIn('DIRECTOR'), id }, { ground: 'PAPERS_INCOMPLETE_OR_FORGED' });
  const checked = applicationAt('SIGNING');
  const { state } = must(applicationFlow, checked, refuse(), OPENED);
  expect(state).toMatchObject({ step: 'REFUSED', assignee: null });
  expect(state.clocks.map(({ stoppedAt }) => stoppedAt)).not.toContain(null);
  for (const id of [officer.id, actorIn('DIVISION_HEAD').id])
    expect(refusalOf(applicationFlow, checked, refuse(id), NOW)).toBe('FOUR_EYES');
});

test('what was never accepted is not the director’s to refuse, also while its supplement is waited for', () => {
  const waiting = after(opened({}, false), [['requestSupplement', 'ONE_STOP_OFFICER']]);
  expect(waiting).toMatchObject({ step: 'SUPPLEMENT_REQUESTED', acceptedAt: null });
  const director = actorIn('DIRECTOR');
  const refuse = commandOf('refuse', director, { ground: 'NOT_COMPETENT' });
  expect(refusalOf(applicationFlow, waiting, refuse, NOW)).toBe('CASE_WRONG_STEP');
  const offered = availableActs(applicationFlow, waiting, director, NOW).map(({ act }) => act);
  expect(offered).not.toContain('refuse');
});

test('a clean answer of the police brings the case back to the officer who classified it', () => {
  const state = after(opened(), [CLASSIFY, answered('NO_RECORD')]);
  expect(state).toMatchObject({ step: 'EVALUATING', assignee: 'LLTP_OFFICER' });
  expect(state.requests).toHaveLength(1);
});

test.each(['RECORD_FOUND', 'UNCLEAR'])(
  'an answer %s asks the court (Decree 111/2010 Art. 26)',
  (outcome) => {
    const verifying = after(opened(), [CLASSIFY]);
    const [act, role, codes] = answered(outcome);
    const { state, effects } = must(
      applicationFlow,
      verifying,
      commandOf(act, actorIn(role), codes),
    );
    expect(state.step).toBe('VERIFYING');
    expect(effects.messages).toEqual([
      {
        id: `${COURT_REQUEST}/round-1`,
        kind: 'VERIFICATION_REQUEST',
        toUnit: 'TAND-01',
        requestId: COURT_REQUEST,
      },
    ]);
    expect(after(state, [answered('RECORD_FOUND', COURT_REQUEST)]).step).toBe('EVALUATING');
  },
);

test.each(['CANNOT_ANSWER_YET', 'NEEDS_IDENTIFICATION'])(
  '%s leaves the question open and its clock running',
  (outcome) => {
    const state = after(opened(), [CLASSIFY, answered(outcome)]);
    expect(state.step).toBe('VERIFYING');
    const clock = state.clocks.find(({ name }) => name === `verification:${POLICE_REQUEST}`);
    expect(clock?.stoppedAt).toBeNull();
  },
);

test('given identification puts the question again in a second round', () => {
  const asked = after(opened(), [CLASSIFY, answered('NEEDS_IDENTIFICATION')]);
  const identify = commandOf('identify', officer, { requestId: POLICE_REQUEST });
  const { state, effects } = must(applicationFlow, asked, identify);
  expect(effects.messages).toMatchObject([{ id: `${POLICE_REQUEST}/round-2` }]);
  expect(state.requests[0]).toMatchObject({ round: 2, outcome: null });
});

test.each(['EVALUATING', 'CHECKING', 'SIGNING'] as const)(
  'an answer replaced at %s undoes what rested on it',
  (reached) => {
    const before = applicationAt(reached);
    const state = after(before, [answered('RECORD_FOUND', POLICE_REQUEST, true)]);
    expect(state).toMatchObject({ step: 'VERIFYING', conclusion: null });
    expect(Object.keys(state.doneBy)).toEqual(['classify']);
    expect(state.requests.map(({ kind }) => kind)).toEqual(['POLICE', 'COURT']);
  },
);

test.each(['ISSUING', 'DELIVERING', 'POSTED'] as const)(
  'an answer replaced at %s comes too late',
  (reached) => {
    const [act, role, codes] = answered('RECORD_FOUND', POLICE_REQUEST, true);
    const command = commandOf(act, actorIn(role), codes);
    expect(refusalOf(applicationFlow, applicationAt(reached), command, NOW)).toBe(
      'ANSWER_TOO_LATE',
    );
  },
);

test.each([
  ['VERIFICATION_NOT_ASKED', actorIn('POLICE_LIAISON'), { requestId: 'HN-P-2023-000001/POLICE-9' }],
  [
    'NOT_THE_ASKED_AGENCY',
    { ...actorIn('POLICE_LIAISON'), unit: 'PV06-40' },
    { requestId: POLICE_REQUEST },
  ],
] as const)('an answer is refused with %s', (code, actor, codes) => {
  const command = commandOf('answerVerification', actor, { ...codes, outcome: 'NO_RECORD' });
  expect(refusalOf(applicationFlow, after(opened(), [CLASSIFY]), command, NOW)).toBe(code);
});

test('a second answer that replaces nothing is refused', () => {
  const [act, role, codes] = answered('UNCLEAR');
  const command = commandOf(act, actorIn(role), codes);
  expect(refusalOf(applicationFlow, applicationAt('EVALUATING'), command, NOW)).toBe(
    'ANSWER_ALREADY_GIVEN',
  );
});

test('the legal clock stops when the certificate is numbered, and a recall voids it', () => {
  const { state, effects } = must(
    applicationFlow,
    applicationAt('ISSUING'),
    commandOf('issue', actorIn('SEAL_CLERK')),
    OPENED + DAY_MS,
  );
  expect(effects.certificate).toBe('ISSUE');
  expect(state.clocks.every(({ stoppedAt }) => stoppedAt !== null)).toBe(true);
  const recalled = must(applicationFlow, state, commandOf('recall', actorIn('DIRECTOR')));
  expect(recalled.effects.certificate).toBe('RECALL');
  expect(recalled.state).toMatchObject({ step: 'EVALUATING', conclusion: null, issues: 1 });
});

test('a term that runs past the published calendar is refused by name', () => {
  const calendar = { ...LAW.calendar, to: '2023-09-19' };
  const situation = { now: OPENED, law: { ...LAW, calendar } };
  const made = step(applicationFlow, opened(), commandOf(...pick(CLASSIFY)), situation);
  expect(made).toMatchObject({ ok: false, code: 'CALENDAR_EXHAUSTED' });
});

function pick([act, role, codes]: typeof CLASSIFY) {
  return [act, actorIn(role), codes] as const;
}

test('an unknown act and an old revision are refused by name', () => {
  const state = opened();
  expect(refusalOf(applicationFlow, state, commandOf('burn', officer), NOW)).toBe('UNKNOWN_ACT');
  const stale = { ...commandOf('classify', officer), expectedRev: state.rev + 1 };
  expect(refusalOf(applicationFlow, state, stale, NOW)).toBe('STALE_REVISION');
});
