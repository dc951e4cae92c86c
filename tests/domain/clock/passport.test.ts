import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Budget } from '../../../domain/clock/law.ts';
import {
  type ExplainableClock,
  passportDays,
  passportSteps,
} from '../../../domain/clock/passport.ts';
import { dueOf } from '../../../domain/clock/workingTime.ts';
import { addDays, DAY_MS, dateOf, HOUR_MS, type InstantMs } from '../../../domain/instant.ts';
import { dayNames } from '../../../domain/law/calendar.ts';
import { ALL_YEARS, at, NATIONAL } from '../../support/nationalCalendar.ts';

const NAMES = dayNames(NATIONAL);
const TEN_DAYS: Budget = { amount: 10, unit: 'calendarDay' };

function clock(
  startedAt: InstantMs,
  budget: Budget,
  changes: Partial<ExplainableClock> = {},
): ExplainableClock {
  const stood = changes.stood ?? [];
  const due = dueOf({ startedAt, stood }, budget, ALL_YEARS);
  return { startedAt, dueAt: due, stood, pausedAt: null, stoppedAt: null, ...changes };
}

function daysOf(started: InstantMs, budget: Budget, changes: Partial<ExplainableClock> = {}) {
  const explained = clock(started, budget, changes);
  return passportDays(explained, budget, ALL_YEARS, NAMES, explained.dueAt);
}

const kinds = (days: ReturnType<typeof daysOf>): string[] =>
  days.map(({ date, kind }) => `${date.slice(5)} ${kind}`);

const sum = (days: ReturnType<typeof daysOf>): number =>
  Math.round(days.reduce((all, { counted }) => all + counted, 0) * HOUR_MS) / HOUR_MS;

test('Tết 2024: ten days end in the holiday and roll to the first working day after it', () => {
  const days = daysOf(at('2024-02-01'), TEN_DAYS);
  expect(days).toHaveLength(15);
  expect(days[0]).toMatchObject({ date: '2024-02-01', kind: 'START', counted: 0 });
  expect(days.at(-1)).toMatchObject({ date: '2024-02-15', kind: 'DUE', counted: 0 });
  const rolled = days.filter(({ kind }) => kind === 'ROLLED_FORWARD');
  expect(rolled.map(({ date }) => date)).toEqual(['2024-02-12', '2024-02-13', '2024-02-14']);
  expect(rolled.every(({ name }) => name !== null)).toBe(true);
  expect(sum(days)).toBe(10);
});

test('accepted at 16:55 before a holiday: the holiday is named, and no day but working ones counts', () => {
  const days = daysOf(at('2023-01-19', '16:55'), { amount: 2, unit: 'workingDay' });
  expect(kinds(days)).toEqual([
    '01-19 START',
    '01-20 HOLIDAY',
    '01-21 WEEKEND',
    '01-22 WEEKEND',
    '01-23 HOLIDAY',
    '01-24 HOLIDAY',
    '01-25 HOLIDAY',
    '01-26 HOLIDAY',
    '01-27 COUNTED',
    '01-28 WEEKEND',
    '01-29 WEEKEND',
    '01-30 DUE',
  ]);
  expect(days[1]?.name?.nameVi).toMatch(/Tết/u);
});

test('a make-up Saturday counts, the working day it replaces is off by decision', () => {
  const days = daysOf(at('2024-04-26'), { amount: 4, unit: 'workingDay' });
  expect(kinds(days)).toEqual([
    '04-26 START',
    '04-27 WEEKEND',
    '04-28 WEEKEND',
    '04-29 DAY_OFF',
    '04-30 HOLIDAY',
    '05-01 HOLIDAY',
    '05-02 COUNTED',
    '05-03 COUNTED',
    '05-04 MAKE_UP_COUNTED',
    '05-05 WEEKEND',
    '05-06 DUE',
  ]);
  expect(sum(days)).toBe(4);
});

test('24 hours from 30 Tết run through New Year’s night', () => {
  const days = daysOf(at('2024-02-09', '14:00'), { amount: 24, unit: 'hour' });
  expect(days).toMatchObject([
    { date: '2024-02-09', kind: 'START', counted: 10 },
    { date: '2024-02-10', kind: 'DUE', counted: 14 },
  ]);
});

test('hours of the office: received after closing nothing of that date counts', () => {
  const days = daysOf(at('2024-05-03', '17:30'), { amount: 8, unit: 'workingHour' });
  expect(days).toMatchObject([
    { date: '2024-05-03', kind: 'AFTER_HOURS', counted: 0 },
    { date: '2024-05-04', kind: 'DUE', counted: 8 },
  ]);
});

test('days that stood still carry reason, source and paper, and are made up at the end', () => {
  const from = at('2023-09-20');
  const to = at('2023-09-25');
  const pause = {
    from,
    to,
    reason: 'SUPPLEMENT' as const,
    citation: 'Thông lệ',
    paperId: 'letter',
  };
  const days = daysOf(at('2023-09-18'), TEN_DAYS, { stood: [[from, to]], pauses: [pause] });
  const paused = days.filter(({ kind }) => kind === 'PAUSED');
  expect(paused.map(({ date }) => date)).toEqual([
    '2023-09-21',
    '2023-09-22',
    '2023-09-23',
    '2023-09-24',
    '2023-09-25',
  ]);
  expect(paused.every((day) => day.pause === pause)).toBe(true);
  expect(days.at(-1)).toMatchObject({ date: '2023-10-03', kind: 'DUE' });
  expect(sum(days)).toBe(10);
});

test('a clock that stands still is explained as if it ran again now', () => {
  const pausedAt = at('2023-09-20');
  const standing = clock(at('2023-09-18'), TEN_DAYS, { pausedAt });
  const days = passportDays(standing, TEN_DAYS, ALL_YEARS, NAMES, at('2023-09-22'));
  expect(days.filter(({ kind }) => kind === 'PAUSED')).toHaveLength(2);
  expect(days.at(-1)?.date).toBe('2023-10-02');
  expect(sum(days)).toBe(10);
});

test('the steps tell pauses and changes in order, each with what stands behind it', () => {
  const start = at('2023-09-18');
  const pause = {
    from: start + DAY_MS,
    to: start + 3 * DAY_MS,
    reason: 'SUPPLEMENT' as const,
    citation: 'c',
    paperId: 'p',
  };
  const change = {
    kind: 'EXTENDED' as const,
    at: start + 2 * DAY_MS,
    reason: 'CARD_INDEX',
    citation: 'd',
    paperId: 'q',
    dueBefore: 1,
    dueAt: 2,
  };
  const told = clock(start, TEN_DAYS, {
    stood: [[pause.from, pause.to]],
    pauses: [pause],
    stoppedAt: start + 5 * DAY_MS,
  });
  expect(passportSteps({ ...told, changes: [change] })).toMatchObject([
    { kind: 'STARTED', at: start },
    { kind: 'PAUSED', reason: 'SUPPLEMENT', citation: 'c', paperId: 'p' },
    { kind: 'EXTENDED', reason: 'CARD_INDEX', dueBefore: 1, dueAt: 2 },
    { kind: 'RESUMED', at: pause.to },
    { kind: 'STOPPED' },
  ]);
});

const budgets = fc.oneof(
  fc.record({ amount: fc.integer({ min: 1, max: 30 }), unit: fc.constant('calendarDay' as const) }),
  fc.record({ amount: fc.integer({ min: 1, max: 15 }), unit: fc.constant('workingDay' as const) }),
  fc.record({ amount: fc.integer({ min: 1, max: 72 }), unit: fc.constant('hour' as const) }),
  fc.record({ amount: fc.integer({ min: 1, max: 40 }), unit: fc.constant('workingHour' as const) }),
);
const starts = fc.integer({ min: at('2015-01-05'), max: at('2028-06-30') });

test('whatever the term, its start and its pause, the dates have no gap and add up to the budget', () => {
  fc.assert(
    fc.property(
      starts,
      budgets,
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.integer({ min: 0, max: 40 * DAY_MS }),
      (start, budget, share, length) => {
        const free = clock(start, budget);
        // A pause begins while the term runs: later it gives no more time.
        const from = start + Math.floor((free.dueAt - start) * share);
        const days = daysOf(start, budget, { stood: [[from, from + length]] });
        expect(sum(days)).toBe(budget.amount);
        days.reduce((before, day) => {
          expect(day.date).toBe(addDays(before.date, 1));
          return day;
        });
        const due = clock(start, budget, { stood: [[from, from + length]] }).dueAt;
        expect(days.at(-1)?.date).toBe(dateOf(due));
        expect(days.every(({ counted }) => counted >= 0)).toBe(true);
      },
    ),
    { numRuns: 400 },
  );
});
