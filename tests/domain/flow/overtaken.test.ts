import { expect, test } from '@jest/globals';
import type { Command } from '../../../domain/flow/flow.ts';
import {
  actorIn,
  after,
  answered,
  CLASSIFY,
  clockOf,
  commandOf,
  type Deed,
  opened,
  POLICE_REQUEST,
  refused,
} from '../../support/cases.ts';

const asked = () => after(opened(), [CLASSIFY]);
const POLICE = actorIn('POLICE_LIAISON');

function says(outcome: string, more: Command['codes']): Deed {
  const [act, role, codes] = answered(outcome);
  return [act, role, { ...codes, ...more }];
}

function refusalOf([act, , codes]: Deed, state = asked()) {
  return refused(state, commandOf(act, POLICE, codes));
}

test('an answer that a later one of the unit overtook changes nothing', () => {
  const replaced = after(asked(), [says('NO_RECORD', { sequence: 9 })]);
  const older = says('RECORD_FOUND', { sequence: 8, replaces: true });
  expect(refusalOf(older, replaced)).toBe('ANSWER_OVERTAKEN');
  const newer = says('RECORD_FOUND', { sequence: 10, replaces: true });
  expect(refusalOf(newer, replaced)).toBeNull();
});

test('an answer to an earlier round is refused, one to the present round is taken', () => {
  const again = after(asked(), [
    answered('NEEDS_IDENTIFICATION'),
    ['identify', 'LLTP_OFFICER', { requestId: POLICE_REQUEST }],
  ]);
  expect(refusalOf(says('NO_RECORD', { round: 1 }), again)).toBe('REQUEST_ASKED_AGAIN');
  expect(refusalOf(says('NO_RECORD', { round: 2 }), again)).toBeNull();
});

test('a unit that takes its answer back owes one again, within a new term', () => {
  const name = `verification:${POLICE_REQUEST}`;
  const done = after(asked(), [answered('NO_RECORD')]);
  expect(clockOf(done, name)?.stoppedAt).not.toBeNull();
  const open = after(done, [says('CANNOT_ANSWER_YET', { replaces: true })]);
  expect(open.step).toBe('VERIFYING');
  expect(clockOf(open, name)?.stoppedAt).toBeNull();
  expect(open.requests[0]?.dueAt).toBe(clockOf(open, name)?.dueAt);
});
