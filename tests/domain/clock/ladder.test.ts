import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { rungsOn } from '../../../domain/clock/ladder.ts';
import type { Budget, LadderRung, RungTime } from '../../../domain/clock/law.ts';
import { readClock } from '../../../domain/clock/reading.ts';
import { CalendarExhausted, dueAt, dueOf } from '../../../domain/clock/workingTime.ts';
import { DAY_MS, HOUR_MS, type InstantMs } from '../../../domain/instant.ts';
import { ALL_YEARS, at } from '../../support/nationalCalendar.ts';

const source = { citation: 'c', verified: false };

function rung(name: LadderRung['rung'], when: RungTime): LadderRung {
  return { rung: name, effects: ['legal'], when, tells: ['SUPERVISOR'], ...source };
}

function reached(
  when: RungTime,
  startedAt: InstantMs,
  budget: Budget,
  stood: readonly (readonly [number, number])[] = [],
): InstantMs {
  const due = dueOf({ startedAt, stood }, budget, ALL_YEARS);
  const facts = { effect: 'legal' as const, startedAt, dueAt: due, stood };
  const [only] = rungsOn([rung('AT_RISK', when)], facts, budget, ALL_YEARS);
  return only?.at ?? Number.NaN;
}

const days = (amount: number): Budget => ({ amount, unit: 'calendarDay' });
const workingDays = (amount: number): Budget => ({ amount, unit: 'workingDay' });

test('a share of a term is counted by the calendar: Tết takes nothing of working days', () => {
  const start = at('2026-02-12');
  expect(reached({ fraction: 0.6 }, start, workingDays(5))).toBe(at('2026-02-25', '00:00'));
  expect(reached({ fraction: 0.5 }, start, workingDays(5))).toBe(at('2026-02-24', '12:00'));
  expect(reached({ fraction: 0.7 }, at('2023-09-18'), days(10))).toBe(at('2023-09-26', '00:00'));
});

test('a share skips the days a clock stood still', () => {
  const stood = [[at('2023-09-20'), at('2023-09-25')]] as const;
  const start = at('2023-09-18');
  expect(reached({ fraction: 0.7 }, start, days(10), stood)).toBe(at('2023-10-01', '00:00'));
  const hours: Budget = { amount: 24, unit: 'hour' };
  const nap = [[start + 6 * HOUR_MS, start + 9 * HOUR_MS]] as const;
  expect(reached({ fraction: 0.5 }, start, hours, nap)).toBe(start + 15 * HOUR_MS);
});

test('so much before due: whole days after the instant, office hours backwards', () => {
  const before = (amount: number, unit: Budget['unit']) => ({ before: { amount, unit } });
  // Due Friday 29 September: one working day is left from Friday's first hour on.
  const start = at('2023-09-19');
  expect(reached(before(1, 'workingDay'), start, days(10))).toBe(at('2023-09-29', '00:00'));
  expect(reached(before(2, 'workingDay'), start, days(10))).toBe(at('2023-09-28', '00:00'));
  expect(reached(before(24, 'hour'), start, days(10))).toBe(at('2023-09-30', '00:00') - 1 - DAY_MS);
  expect(reached(before(9, 'workingHour'), start, days(10))).toBe(at('2023-09-28', '16:00'));
  // A term shorter than the warning is due soon from its start.
  expect(reached(before(9, 'workingDay'), start, days(2))).toBe(start);
});

test('so much after due: at once, or when the days after it have ended', () => {
  const start = at('2023-09-18');
  const due = at('2023-09-29', '00:00') - 1;
  const after = (amount: number) => ({ after: { amount, unit: 'workingDay' as const } });
  expect(reached(after(0), start, days(10))).toBe(due + 1);
  expect(reached(after(5), start, days(10))).toBe(at('2023-10-06', '00:00'));
});

test('rungs of other effects are none of a clock; the rest come in the order of their instants', () => {
  const ladder = [
    rung('LONG_OVERDUE', { after: workingDays(5) }),
    { ...rung('OVERDUE', { after: days(0) }), effects: ['norm' as const] },
    rung('AT_RISK', { fraction: 0.7 }),
    rung('DUE_SOON', { before: workingDays(1) }),
  ];
  const startedAt = at('2023-09-18');
  const due = dueAt(startedAt, days(10), ALL_YEARS);
  const facts = { effect: 'legal' as const, startedAt, dueAt: due, stood: [] };
  const rungs = rungsOn(ladder, facts, days(10), ALL_YEARS);
  expect(rungs.map((each) => each.rung)).toEqual(['AT_RISK', 'DUE_SOON', 'LONG_OVERDUE']);
});

test('a rung beyond the published calendar is refused, not armed silently', () => {
  const short = { ...ALL_YEARS, to: '2023-09-30' };
  const startedAt = at('2023-09-18');
  const facts = { effect: 'legal' as const, startedAt, dueAt: at('2023-09-28'), stood: [] };
  const ladder = [rung('LONG_OVERDUE', { after: workingDays(5) })];
  expect(() => rungsOn(ladder, facts, days(10), short)).toThrow(CalendarExhausted);
});

test('a clock read at any instant: used, running since, overdue', () => {
  const startedAt = at('2023-09-18');
  const stood = [[at('2023-09-20'), at('2023-09-25')]] as const;
  const budget = days(10);
  const due = dueOf({ startedAt, stood }, budget, ALL_YEARS);
  const clock = { startedAt, dueAt: due, stood, pausedAt: null, stoppedAt: null };
  const read = (now: InstantMs, changes = {}) =>
    readClock({ ...clock, ...changes }, budget, ALL_YEARS, now);
  expect(read(at('2023-09-26'))).toEqual({
    budget,
    consumed: 2,
    runningSince: at('2023-09-25'),
    overdue: false,
  });
  expect(read(due)).toMatchObject({ consumed: 10, overdue: false });
  expect(read(due + 1)).toMatchObject({ consumed: 10, overdue: true });
  const pausedAt = due + DAY_MS;
  expect(read(due + 9 * DAY_MS, { pausedAt })).toMatchObject({
    runningSince: null,
    overdue: false,
  });
  expect(read(due + 9 * DAY_MS, { stoppedAt: due })).toMatchObject({ overdue: false });
});

test('what is used grows with time and is all of the budget when the term ends', () => {
  const units = fc.constantFrom<Budget['unit']>('calendarDay', 'workingDay', 'hour', 'workingHour');
  fc.assert(
    fc.property(
      fc.integer({ min: at('2015-01-05'), max: at('2028-06-30') }),
      fc.integer({ min: 1, max: 30 }),
      units,
      fc.array(fc.integer({ min: 0, max: 20 * DAY_MS }), { maxLength: 6 }),
      (startedAt, amount, unit, steps) => {
        const budget = { amount, unit };
        const due = dueAt(startedAt, budget, ALL_YEARS);
        const clock = { startedAt, dueAt: due, stood: [], pausedAt: null, stoppedAt: null };
        let now = startedAt;
        let used = 0;
        for (const step of steps) {
          now += step;
          const { consumed } = readClock(clock, budget, ALL_YEARS, now);
          expect(consumed).toBeGreaterThanOrEqual(used);
          used = consumed;
        }
        expect(readClock(clock, budget, ALL_YEARS, due).consumed).toBeCloseTo(amount, 9);
      },
    ),
    { numRuns: 500 },
  );
});
