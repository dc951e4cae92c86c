import { expect, test } from '@jest/globals';
import { endOfDay } from '../../domain/instant.ts';
import { recountTerm } from '../../recount/recountTerm.ts';
import { dayAfter } from '../../recount/tearOff.ts';
import { at, NATIONAL } from '../support/nationalCalendar.ts';

test('a clock that stood still over a weekend, leaf by leaf', () => {
  const run = {
    startedAt: at('2026-03-05'),
    stood: [[at('2026-03-06'), at('2026-03-09')]] as const,
  };
  const { dueAt, givenBack, days } = recountTerm(run, { amount: 2, unit: 'workingDay' }, NATIONAL);
  expect(dueAt).toBe(endOfDay('2026-03-10'));
  expect(givenBack).toBe(1);
  expect(
    days.map((day) => `${day.date} ${day.why} ${day.left}${day.stood ? ' stood' : ''}`),
  ).toEqual([
    '2026-03-05 FIRST_DAY 3',
    '2026-03-06 COUNTED 2',
    '2026-03-07 NOT_COUNTED 2 stood',
    '2026-03-08 NOT_COUNTED 2 stood',
    '2026-03-09 COUNTED 1 stood',
    '2026-03-10 COUNTED 0',
  ]);
});

test('leaves say what is printed on them', () => {
  const run = { startedAt: at('2024-04-26'), stood: [] };
  const { days } = recountTerm(run, { amount: 3, unit: 'workingDay' }, NATIONAL);
  expect(days.map(({ date, offices, name }) => [date, offices, name])).toEqual([
    ['2024-04-26', 'OPEN', null],
    ['2024-04-27', 'SHUT_AT_WEEKEND', null],
    ['2024-04-28', 'SHUT_AT_WEEKEND', null],
    ['2024-04-29', 'SHUT', expect.stringContaining('hoán đổi')],
    ['2024-04-30', 'SHUT', expect.any(String)],
    ['2024-05-01', 'SHUT', expect.any(String)],
    ['2024-05-02', 'OPEN', null],
    ['2024-05-03', 'OPEN', null],
    ['2024-05-04', 'OPEN_TO_MAKE_UP', expect.stringContaining('Làm bù')],
  ]);
});

test('office time in a standstill is given back to a term in office hours, nights are not', () => {
  const stood = [[at('2026-03-02', '16:00'), at('2026-03-03', '08:30')]] as const;
  const run = { startedAt: at('2026-03-02', '15:00'), stood };
  const { dueAt, givenBack } = recountTerm(run, { amount: 2, unit: 'workingHour' }, NATIONAL);
  expect(givenBack).toBe(2);
  expect(dueAt).toBe(at('2026-03-03', '09:30'));
});

test.each([
  ['2023-02-28', '2023-03-01'],
  ['2024-02-28', '2024-02-29'],
  ['2024-12-31', '2025-01-01'],
])('after %s comes %s', (date, next) => {
  expect(dayAfter(date)).toBe(next);
});

test.each([
  ['a date past the calendar', '2028-12-29', 5, 'workingDay', 'OUTSIDE_CALENDAR'],
  ['a start before the calendar', '2013-12-29', 5, 'calendarDay', 'OUTSIDE_CALENDAR'],
  ['a part of a day', '2026-03-02', 0.5, 'workingDay', 'NOT_COUNTABLE'],
  ['a negative amount', '2026-03-02', -1, 'hour', 'NOT_COUNTABLE'],
  ['an unknown unit', '2026-03-02', 1, 'week', 'NOT_COUNTABLE'],
  ['a century of hours', '2026-03-02', 876_600, 'hour', 'TOO_LONG'],
])('%s has no answer', (_what, from, amount, unit, code) => {
  const run = { startedAt: at(from), stood: [] };
  expect(() => recountTerm(run, { amount, unit } as never, NATIONAL)).toThrow(
    expect.objectContaining({ name: 'RecountError', code }),
  );
});

test('a standstill that ends before it begins has no answer', () => {
  const run = {
    startedAt: at('2026-03-02'),
    stood: [[at('2026-03-05'), at('2026-03-04')]] as const,
  };
  expect(() => recountTerm(run, { amount: 5, unit: 'workingDay' }, NATIONAL)).toThrow(
    'out of order',
  );
});
