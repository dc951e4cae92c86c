import { expect, test } from '@jest/globals';
import { dueAt } from '../../../domain/clock/workingTime.ts';
import { applicationFlow } from '../../../domain/flow/applicationFlow.ts';
import type { ApplicationState } from '../../../domain/flow/applicationState.ts';
import { reclassifyClock, ruleOf } from '../../../domain/flow/clocks.ts';
import type { Command } from '../../../domain/flow/flow.ts';
import { availableActs } from '../../../domain/flow/judge.ts';
import { DAY_MS } from '../../../domain/instant.ts';
import {
  actorIn,
  after,
  answered,
  CLASSIFY,
  clockOf,
  commandOf,
  LAW,
  must,
  OLDER_LAW,
  opened,
  OPENED,
  POLICE_REQUEST,
  refused,
} from '../../support/cases.ts';
import { at } from '../../support/nationalCalendar.ts';

const POLICE_CLOCK = `verification:${POLICE_REQUEST}`;
const officer = actorIn('LLTP_OFFICER');
const liaison = actorIn('POLICE_LIAISON');

function extends_(by = officer, codes: Command['codes'] = {}): Command {
  const command = commandOf('extendClock', by, {
    clock: POLICE_CLOCK,
    basis: 'CARD_INDEX',
    ...codes,
  });
  return { ...command, paperId: 'paper' };
}

test.each([
  ['its officer', officer],
  ['the police itself', liaison],
])('the police’s term is extended to 9 working days by %s, with the reason', (_, by) => {
  const asked = after(opened(), [CLASSIFY]);
  const { state } = must(applicationFlow, asked, extends_(by), OPENED + DAY_MS);
  const clock = clockOf(state, POLICE_CLOCK);
  expect(clock.dueAt).toBe(at('2023-09-30', '00:00') - 1);
  expect(clock.budget).toEqual({ amount: 9, unit: 'workingDay' });
  expect(clock.changes).toMatchObject([
    {
      kind: 'EXTENDED',
      reason: 'CARD_INDEX',
      paperId: 'paper',
      dueBefore: clockOf(asked, POLICE_CLOCK).dueAt,
      dueAt: clock.dueAt,
      citation: expect.stringContaining('Điều 25'),
    },
  ]);
  expect(state.requests[0]?.dueAt).toBe(clock.dueAt);
  expect(clockOf(state, 'total').dueAt).toBe(clockOf(asked, 'total').dueAt);
  expect(refused(state, extends_(by), OPENED + DAY_MS)).toBe('ALREADY_EXTENDED');
});

test('a term that applies after an extension is counted as it stands, not as it was extended', () => {
  const asked = after(opened(), [CLASSIFY]);
  const extended = clockOf(must(applicationFlow, asked, extends_()).state, POLICE_CLOCK);
  const situation = { now: OPENED, law: LAW };
  const court = reclassifyClock(extended, 'court', { paperId: null }, situation);
  const { amount, unit, citation } = LAW.terms.court;
  expect(ruleOf(court, LAW)).toMatchObject({ budget: { amount, unit }, citation });
  expect(court).toMatchObject({
    budget: { amount, unit },
    dueAt: dueAt(OPENED, { amount, unit }, LAW.calendar),
  });
});

test('an extension is refused by name and changes nothing', () => {
  const asked = after(opened(), [CLASSIFY]);
  const over = clockOf(asked, POLICE_CLOCK).dueAt;
  expect(refused(asked, extends_(), over)).toBeNull();
  expect(refused(asked, extends_(), over + 1)).toBe('EXTENSION_TOO_LATE');
  expect(refused(asked, extends_(officer, { clock: 'total' }))).toBe('EXTENSION_NOT_ALLOWED');
  expect(refused(asked, extends_(officer, { clock: 'nonsense' }))).toBe('CLOCK_UNKNOWN');
  expect(refused(asked, extends_(officer, { basis: 'HASTE' }))).toBe('EXTENSION_NOT_ALLOWED');
  expect(refused(asked, extends_(), OPENED, OLDER_LAW)).toBe('EXTENSION_NOT_ALLOWED');
  const elsewhere = { ...liaison, unit: 'PV06-40' };
  expect(refused(asked, extends_(elsewhere))).toBe('NOT_THE_ASKED_AGENCY');
  const open = after(opened(), [CLASSIFY, answered('UNCLEAR')]);
  expect(refused(open, extends_(liaison))).toBe('ANSWER_ALREADY_GIVEN');
});

test('the page offers an extension while one is possible and says why not afterwards', () => {
  const asked = after(opened(), [CLASSIFY]);
  const offered = (state: ApplicationState, now: number) =>
    availableActs(applicationFlow, state, officer, { now, law: LAW }).find(
      ({ act }) => act === 'extendClock',
    )?.refusal;
  expect(offered(asked, OPENED)).toBeNull();
  expect(offered(asked, OPENED + 30 * DAY_MS)).toBe('EXTENSION_TOO_LATE');
  const { state } = must(applicationFlow, asked, extends_());
  expect(offered(state, OPENED)).toBe('ALREADY_EXTENDED');
});
