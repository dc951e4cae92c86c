import { expect, test } from '@jest/globals';
import type { Law } from '../../../domain/clock/law.ts';
import type { Command } from '../../../domain/flow/flow.ts';
import { availableActs, refusalOf, step } from '../../../domain/flow/judge.ts';
import { transferFlow } from '../../../domain/flow/transferFlow.ts';
import type { TransferState } from '../../../domain/flow/transferState.ts';
import type { ActorRole } from '../../../domain/role.ts';
import { actorIn, commandOf, LAW, OPENED, openedTransfer } from '../../support/cases.ts';

const PAPER = { citation: 'x', verified: false };
const DUAL: Law = { ...LAW, exchange: { paper: { from: '2015-05-01', until: null, ...PAPER } } };
const OVER: Law = {
  ...LAW,
  exchange: { paper: { from: '2015-05-01', until: '2015-10-31', ...PAPER } },
};

type Deed = readonly [act: string, role: ActorRole, codes?: Command['codes']];
const SEND: Deed = ['send', 'RECORD_OFFICER'];
const RECEIVE: Deed = ['receive', 'CENTRE_RECEIVER'];
const CHECK: Deed = ['checkRecord', 'CENTRE_RECEIVER'];
const REVIEW: Deed = ['review', 'CENTRE_REVIEWER'];
const UPDATE: Deed = ['updateOfficially', 'CENTRE_APPROVER'];
const COPY = '00000000-0000-4000-8000-000000000001';
const came = (differs: number): Deed => [
  'registerPaper',
  'CENTRE_RECEIVER',
  { copyPaperId: COPY, differs },
];

function lived(deeds: readonly Deed[], law = DUAL, from = openedTransfer()): TransferState {
  return deeds.reduce((state, [act, role, codes]) => {
    const made = step(transferFlow, state, commandOf(act, actorIn(role), codes), {
      now: OPENED,
      law,
    });
    if (!made.ok) throw new Error(`${act}: ${made.code}`);
    return made.state;
  }, from);
}

function refused(state: TransferState, [act, role, codes]: Deed, law = DUAL) {
  return refusalOf(transferFlow, state, commandOf(act, actorIn(role), codes), { now: OPENED, law });
}

test('a case whose law knows no paper, or whose days of paper are over, goes electronically only', () => {
  for (const law of [LAW, OVER]) {
    const sent = lived([SEND], law);
    expect(sent).not.toHaveProperty('paper');
    expect(refused(sent, ['postPaper', 'RECORD_OFFICER'], law)).toBe('ELECTRONIC_ONLY');
    expect(refused(sent, came(0), law)).toBe('ELECTRONIC_ONLY');
    const offered = availableActs(transferFlow, sent, actorIn('RECORD_OFFICER'), {
      now: OPENED,
      law,
    });
    expect(offered).toEqual([]);
    expect(lived([RECEIVE, CHECK, REVIEW, UPDATE], law, sent).step).toBe('OFFICIALLY_UPDATED');
  }
});

test('under the dual channel an official update needs the paper, whichever copy comes first', () => {
  const reviewed = lived([SEND, RECEIVE, CHECK, REVIEW]);
  expect(refused(reviewed, UPDATE)).toBe('PAPER_NOT_ARRIVED');
  expect(lived([came(0), UPDATE], DUAL, reviewed).step).toBe('OFFICIALLY_UPDATED');
  const paperFirst: Deed = ['receive', 'CENTRE_RECEIVER', { copyPaperId: COPY, differs: 0 }];
  expect(lived([SEND, paperFirst, CHECK, REVIEW, UPDATE]).step).toBe('OFFICIALLY_UPDATED');
});

test('the paper is posted once and comes once', () => {
  const posted = lived([SEND, ['postPaper', 'RECORD_OFFICER'], came(0)]);
  expect(posted.paper).toMatchObject({ postedAt: OPENED, arrivedAt: OPENED, differs: 0 });
  expect(refused(posted, ['postPaper', 'RECORD_OFFICER'])).toBe('PAPER_POSTED');
  expect(refused(posted, came(0))).toBe('PAPER_KNOWN');
});

const DIFFERING = [SEND, RECEIVE, CHECK, came(2), REVIEW] as const;
const ASK: Deed = ['askSupplier', 'CENTRE_APPROVER'];
const answer = (rightCopy: string): Deed => ['answerDifference', 'RECORD_OFFICER', { rightCopy }];

test('a difference stops the update until the province has answered', () => {
  const reviewed = lived(DIFFERING);
  expect(refused(reviewed, UPDATE)).toBe('DIFFERENCE_OPEN');
  const asked = lived([ASK], DUAL, reviewed);
  expect(asked).toMatchObject({ step: 'DIFFERENCE_ASKED', assignee: actorIn('RECORD_OFFICER').id });
  expect(refused(asked, UPDATE)).toBe('CASE_WRONG_STEP');
});

test('where the electronic copy is right the case goes on from where it was asked', () => {
  const settled = lived([...DIFFERING, ASK, answer('ELECTRONIC')]);
  expect(settled).toMatchObject({ step: 'REVIEWED', recordPaperId: 'paper' });
  expect(refused(settled, ASK)).toBe('NO_DIFFERENCE');
  expect(lived([UPDATE], DUAL, settled).step).toBe('OFFICIALLY_UPDATED');
});

test('where the paper is right its copy is taken over and is checked and reviewed anew', () => {
  const settled = lived([...DIFFERING, ASK, answer('PAPER')]);
  expect(settled).toMatchObject({ step: 'RECEIVED', recordPaperId: COPY });
  expect(settled.doneBy).toEqual({
    send: actorIn('RECORD_OFFICER').id,
    receive: actorIn('CENTRE_RECEIVER').id,
  });
  expect(lived([CHECK, REVIEW, UPDATE], DUAL, settled).step).toBe('OFFICIALLY_UPDATED');
});

test('where neither is right the record is returned, and the term to send it runs again', () => {
  const back = lived([...DIFFERING, ASK, answer('NEITHER')]);
  expect(back.step).toBe('RETURNED');
  expect(back.clocks.find(({ name }) => name === 'send')?.stoppedAt).toBeNull();
  // A correction with which the paper still differs needs another paper.
  const again = lived([['correct', 'RECORD_OFFICER', { differs: 1 }], SEND], DUAL, back);
  expect(again.paper).toMatchObject({ postedAt: null, copyPaperId: null });
  const agreed = lived([['correct', 'RECORD_OFFICER', { differs: 0 }], SEND], DUAL, back);
  expect(agreed.paper).toMatchObject({ copyPaperId: COPY, differs: 0 });
});

test('a slip is corrected by its own form and makes no record of its own', () => {
  const slip: TransferState = { ...openedTransfer(), slip: true };
  expect(refused(slip, ['correct', 'RECORD_OFFICER'])).toBe('TRANSFER_OF_OTHER_KIND');
  expect(refused(openedTransfer(), ['correctSlip', 'RECORD_OFFICER'])).toBe(
    'TRANSFER_OF_OTHER_KIND',
  );
  const reviewed = lived([SEND, RECEIVE, CHECK, REVIEW], LAW, slip);
  const command = commandOf('updateOfficially', actorIn('CENTRE_APPROVER'));
  const made = step(transferFlow, reviewed, command, { now: OPENED, law: LAW });
  expect(made).toMatchObject({ ok: true, effects: { officialUpdate: false } });
});
