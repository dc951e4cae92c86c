import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { applicationFlow } from '../../../domain/flow/applicationFlow.ts';
import { nextWake } from '../../../domain/flow/escalation.ts';
import type { ApplicationState } from '../../../domain/flow/applicationState.ts';
import { refusalOf } from '../../../domain/flow/judge.ts';
import { dueAt, isWorkingDay } from '../../../domain/clock/workingTime.ts';
import { dateOf, DAY_MS } from '../../../domain/instant.ts';
import {
  actorIn,
  after,
  CLASSIFY,
  commandOf,
  LAW,
  must,
  OLDER_LAW,
  opened,
  OPENED,
} from '../../support/cases.ts';
import { at } from '../../support/nationalCalendar.ts';

const SYSTEM = actorIn('SYSTEM');
const tick = commandOf('escalate', SYSTEM);

function clockOf(state: ApplicationState, name: string) {
  const clock = state.clocks.find((each) => each.name === name);
  if (clock === undefined) throw new Error(`no clock ${name}`);
  return clock;
}

/** Wake as often as the case asks to, at the instants it asks for, until `until`. */
function wakeUntil(state: ApplicationState, until: number) {
  const fired: string[] = [];
  let now = nextWake(state);
  let current = state;
  while (now !== null && now <= until) {
    const made = must(applicationFlow, current, tick, now);
    fired.push(...made.effects.escalations.map(({ clock, rung }) => `${clock} ${rung}`));
    current = made.state;
    now = nextWake(current);
  }
  return { fired, state: current };
}

test('each rung fires once, at its instant, in order', () => {
  const state = after(opened(), [CLASSIFY]);
  const { fired, state: end } = wakeUntil(state, OPENED + 60 * DAY_MS);
  const police = 'verification:HN-P-2023-000001/POLICE-1 OVERDUE';
  expect(fired.filter((each) => each !== police)).toEqual([
    'total AT_RISK',
    'total DUE_SOON',
    'total OVERDUE',
    'total LONG_OVERDUE',
  ]);
  expect(fired).toHaveLength(5);
  expect(fired).toContain(police);
  expect(nextWake(end)).toBeNull();
});

test('after a downtime all rungs that were missed fire once, in order', () => {
  const state = opened();
  const { effects, state: end } = must(applicationFlow, state, tick, OPENED + 90 * DAY_MS);
  expect(effects.escalations).toMatchObject([
    { rung: 'AT_RISK', tells: ['SUPERVISOR'] },
    { rung: 'DUE_SOON', tells: ['LLTP_OFFICER', 'SUPERVISOR'] },
    { rung: 'OVERDUE', tells: ['SUPERVISOR'] },
    { rung: 'LONG_OVERDUE', tells: ['DIRECTOR'] },
  ]);
  const again = refusalOf(applicationFlow, end, tick, { now: OPENED + 91 * DAY_MS, law: LAW });
  expect(again).toBe('CASE_WRONG_STEP');
});

test('nothing fires one millisecond before its instant', () => {
  const state = opened();
  const { atRiskAt } = clockOf(state, 'total');
  const refused = (now: number) => refusalOf(applicationFlow, state, tick, { now, law: LAW });
  expect(refused((atRiskAt ?? 0) - 1)).toBe('CASE_WRONG_STEP');
  expect(refused(atRiskAt ?? 0)).toBeNull();
  const { state: warned } = must(applicationFlow, state, tick, atRiskAt ?? 0);
  expect(nextWake(warned)).toBe(at('2023-09-28', '00:00'));
});

test('after two days of downtime each missed rung fires once, in order, and the rest in time', () => {
  const state = opened();
  const { atRiskAt } = clockOf(state, 'total');
  const back = (atRiskAt ?? 0) + 2 * DAY_MS;
  const { effects, state: caughtUp } = must(applicationFlow, state, tick, back);
  expect(effects.escalations.map(({ rung }) => rung)).toEqual(['AT_RISK', 'DUE_SOON']);
  const { fired } = wakeUntil(caughtUp, OPENED + 60 * DAY_MS);
  expect(fired).toEqual(['total OVERDUE', 'total LONG_OVERDUE']);
});

test('a case opened before there was a ladder is warned and told as before', () => {
  const state = opened({}, true, OPENED, OLDER_LAW);
  const { atRiskAt, dueAt, ...clock } = clockOf(state, 'total');
  expect(atRiskAt).toBe(OPENED + Math.floor((dueAt - OPENED) * 0.7));
  expect(Object.keys(clock)).not.toContain('rungs');
  const { effects } = must(applicationFlow, state, tick, OPENED + 90 * DAY_MS, OLDER_LAW);
  expect(effects.escalations).toEqual([
    { clock: 'total', rung: 'AT_RISK', dueAt },
    { clock: 'total', rung: 'OVERDUE', dueAt },
  ]);
});

test('days on which the clock stood still are not counted, and the term still ends with a working day', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 5 * DAY_MS }),
      fc.integer({ min: 0, max: 29 * DAY_MS }),
      (before, pause) => {
        const [asked, back] = supplemented(opened(), OPENED + before, OPENED + before + pause);
        expect(clockOf(asked, 'total').pausedAt).toBe(OPENED + before);
        const is = clockOf(back, 'total');
        const still = daysBetween(OPENED + before, OPENED + before + pause);
        const term = { amount: 10 + still, unit: 'calendarDay' as const };
        expect(is.dueAt).toBe(dueAt(OPENED, term, LAW.calendar));
        expect(isWorkingDay(dateOf(is.dueAt), LAW.calendar)).toBe(true);
        expect(is.pausedAt).toBeNull();
        expect(back.step).toBe('ACCEPTED');
      },
    ),
  );
});

test('classifying after a supplement keeps the days the clock stood still', () => {
  const [, back] = supplemented(opened(), OPENED + DAY_MS, OPENED + 8 * DAY_MS);
  const extended = clockOf(back, 'total').dueAt;
  expect(extended).toBeGreaterThan(clockOf(opened(), 'total').dueAt + 6 * DAY_MS);
  expect(clockOf(after(back, [CLASSIFY]), 'total').dueAt).toBe(extended);
});

test('a case that was late before a supplement is told of again when it is late anew', () => {
  const late = must(applicationFlow, opened(), tick, OPENED + 12 * DAY_MS).state;
  expect(clockOf(late, 'total').fired).toEqual(['AT_RISK', 'DUE_SOON', 'OVERDUE']);
  // Late by the day it was asked: a supplement gives a term that was over no more time.
  const [, back] = supplemented(late, OPENED + 12 * DAY_MS, OPENED + 32 * DAY_MS);
  expect(clockOf(back, 'total').fired).toContain('OVERDUE');
  expect(clockOf(back, 'total').dueAt).toBe(clockOf(late, 'total').dueAt);
  // Asked while there was time: the due date lies ahead again.
  const [, later] = supplemented(late, OPENED + 9 * DAY_MS, OPENED + 12 * DAY_MS);
  expect(clockOf(later, 'total').fired).not.toContain('OVERDUE');
  const { fired } = wakeUntil(later, OPENED + 60 * DAY_MS);
  expect(fired).toContain('total OVERDUE');
});

function supplemented(state: ApplicationState, askedAt: number, receivedAt: number) {
  const ask = commandOf('requestSupplement', actorIn('LLTP_OFFICER'));
  const asked = must(applicationFlow, state, ask, askedAt).state;
  const receive = commandOf('receiveSupplement', actorIn('ONE_STOP_OFFICER'));
  return [asked, must(applicationFlow, asked, receive, receivedAt).state] as const;
}

function daysBetween(from: number, to: number): number {
  return Math.round((Date.parse(dateOf(to)) - Date.parse(dateOf(from))) / DAY_MS);
}

test('a paused clock does not wake the case; the supplement’s own clock ends it', () => {
  const ask = commandOf('requestSupplement', actorIn('LLTP_OFFICER'));
  const { state } = must(applicationFlow, opened(), ask);
  const { dueAt } = clockOf(state, 'supplement');
  expect(nextWake(state)).toBe(dueAt + 1);
  const lapse = commandOf('lapse', SYSTEM);
  const judged = (now: number) => refusalOf(applicationFlow, state, lapse, { now, law: LAW });
  expect(judged(dueAt)).toBe('CASE_WRONG_STEP');
  expect(judged(dueAt + 1)).toBeNull();
  expect(must(applicationFlow, state, lapse, dueAt + 1).state.step).toBe('LAPSED');
});

test('a supplement asked before acceptance pauses nothing: no clock runs yet', () => {
  const ask = commandOf('requestSupplement', actorIn('ONE_STOP_OFFICER'));
  const { state } = must(applicationFlow, opened({}, false), ask);
  expect(state.clocks.map(({ name }) => name)).toEqual(['supplement']);
});
