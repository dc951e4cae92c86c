import { expect, test } from '@jest/globals';
import { type DayExplanation, dueAt, explainTerm } from '../../../domain/clock/workingTime.ts';
import { dateOf } from '../../../domain/instant.ts';
import { ALL_YEARS, at } from '../../support/nationalCalendar.ts';

test.each(['00:00', '07:29', '16:59', '23:59'])(
  'received at %s, the first day is not counted',
  (time) => {
    const start = at('2026-03-02', time);
    expect(dateOf(dueAt(start, { amount: 1, unit: 'calendarDay' }, ALL_YEARS))).toBe('2026-03-03');
    expect(dateOf(dueAt(start, { amount: 1, unit: 'workingDay' }, ALL_YEARS))).toBe('2026-03-03');
  },
);

test('24 hours run on the wall clock through Tết and ask no calendar', () => {
  const start = at('2026-02-16', '16:55');
  const nowhere = { ...ALL_YEARS, from: '2000-01-01', to: '2000-01-01' };
  expect(dueAt(start, { amount: 24, unit: 'hour' }, nowhere)).toBe(at('2026-02-17', '16:55'));
});

test.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('an amount of %d is refused', (amount) => {
  for (const unit of ['calendarDay', 'workingDay', 'workingHour', 'hour'] as const) {
    expect(() => dueAt(at('2026-03-02'), { amount, unit }, ALL_YEARS)).toThrow(RangeError);
  }
});

test('half a day is refused, half an hour is not', () => {
  const start = at('2026-03-02', '09:00');
  expect(() => dueAt(start, { amount: 2.5, unit: 'workingDay' }, ALL_YEARS)).toThrow(RangeError);
  expect(dueAt(start, { amount: 0.5, unit: 'hour' }, ALL_YEARS)).toBe(at('2026-03-02', '09:30'));
});

test.each<[what: string, from: number, term: object, code: string]>([
  ['no instant', Number.NaN, { amount: 1, unit: 'hour' }, 'INSTANT_IMPOSSIBLE'],
  ['an instant beyond all dates', 9e15, { amount: 1, unit: 'workingDay' }, 'INSTANT_IMPOSSIBLE'],
  ['a negative amount', at('2026-03-02'), { amount: -1, unit: 'hour' }, 'AMOUNT_IMPOSSIBLE'],
  ['half a day', at('2026-03-02'), { amount: 0.5, unit: 'calendarDay' }, 'AMOUNT_IMPOSSIBLE'],
  ['hours beyond all dates', at('2026-03-02'), { amount: 1e12, unit: 'hour' }, 'AMOUNT_IMPOSSIBLE'],
  ['an unknown unit', at('2026-03-02'), { amount: 1, unit: 'week' }, 'UNIT_UNKNOWN'],
])('%s is refused by its code', (_what, from, term, code) => {
  const refused = expect.objectContaining({ name: 'Uncountable', code });
  expect(() => dueAt(from, term as never, ALL_YEARS)).toThrow(refused);
  expect(() => explainTerm(from, term as never, ALL_YEARS)).toThrow(refused);
});

test.each(['daysOff', 'makeUpDays'] as const)(
  'a calendar with 30 February in %s is refused',
  (list) => {
    const unsound = { ...ALL_YEARS, [list]: ['2026-02-30'] };
    expect(() => dueAt(at('2026-03-02'), { amount: 1, unit: 'workingDay' }, unsound)).toThrow(
      expect.objectContaining({ code: 'CALENDAR_UNSOUND' }),
    );
  },
);

const rows = (days: DayExplanation[]): string[] =>
  days.map(({ date, kind, nature, counted }) => `${date} ${kind} ${nature} ${counted}`);

test('a term of working days tells why each day counts or not', () => {
  const days = explainTerm(at('2024-04-26'), { amount: 3, unit: 'workingDay' }, ALL_YEARS);
  expect(rows(days)).toEqual([
    '2024-04-26 START WORKING 0',
    '2024-04-27 WEEKEND WEEKEND 0',
    '2024-04-28 WEEKEND WEEKEND 0',
    '2024-04-29 DAY_OFF DAY_OFF 0',
    '2024-04-30 DAY_OFF DAY_OFF 0',
    '2024-05-01 DAY_OFF DAY_OFF 0',
    '2024-05-02 COUNTED WORKING 1',
    '2024-05-03 COUNTED WORKING 1',
    '2024-05-04 DUE MAKE_UP 1',
  ]);
});

test('a make-up Saturday in the middle counts because offices work', () => {
  const days = explainTerm(at('2026-08-21'), { amount: 2, unit: 'workingDay' }, ALL_YEARS);
  expect(rows(days)).toContain('2026-08-22 MAKE_UP_COUNTED MAKE_UP 1');
});

test('calendar days count through Tết and roll forward at the end', () => {
  const days = explainTerm(at('2024-02-08'), { amount: 3, unit: 'calendarDay' }, ALL_YEARS);
  expect(rows(days)).toEqual([
    '2024-02-08 START DAY_OFF 0',
    '2024-02-09 COUNTED DAY_OFF 1',
    '2024-02-10 COUNTED WEEKEND 1',
    '2024-02-11 COUNTED WEEKEND 1',
    '2024-02-12 ROLLED_FORWARD DAY_OFF 0',
    '2024-02-13 ROLLED_FORWARD DAY_OFF 0',
    '2024-02-14 ROLLED_FORWARD DAY_OFF 0',
    '2024-02-15 DUE WORKING 0',
  ]);
});

test('a term of office hours counts hours, from the first day on', () => {
  const days = explainTerm(
    at('2026-03-06', '15:00'),
    { amount: 8, unit: 'workingHour' },
    ALL_YEARS,
  );
  expect(rows(days)).toEqual([
    '2026-03-06 START WORKING 2',
    '2026-03-07 WEEKEND WEEKEND 0',
    '2026-03-08 WEEKEND WEEKEND 0',
    '2026-03-09 DUE WORKING 6',
  ]);
});

test('a term of hours counts nights and holidays', () => {
  const days = explainTerm(at('2026-02-16', '16:00'), { amount: 24, unit: 'hour' }, ALL_YEARS);
  expect(rows(days)).toEqual(['2026-02-16 START DAY_OFF 8', '2026-02-17 DUE DAY_OFF 16']);
});
