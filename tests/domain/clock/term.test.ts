import { expect, test } from '@jest/globals';
import { type DayExplanation, dueAt, explainTerm } from '../../../domain/clock/workingTime.ts';
import { dateOf, endOfDay } from '../../../domain/instant.ts';
import { ALL_YEARS, at } from '../../support/nationalCalendar.ts';

const WORKING_DAYS: [amount: number, start: string, due: string][] = [
  [5, '2026-02-12', '2026-02-26'],
  [5, '2025-04-24', '2025-05-05'],
  [5, '2023-01-19', '2023-02-02'],
  [5, '2022-01-28', '2022-02-11'],
  [2, '2024-04-26', '2024-05-03'],
  [3, '2024-04-26', '2024-05-04'],
  [1, '2026-08-21', '2026-08-22'],
  [2, '2026-08-28', '2026-09-04'],
  [2, '2026-11-20', '2026-11-25'],
  [1, '2025-12-31', '2026-01-05'],
  [0, '2026-02-16', '2026-02-23'],
  [0, '2026-02-13', '2026-02-13'],
];

const CALENDAR_DAYS: [amount: number, start: string, raw: string, due: string][] = [
  [10, '2024-02-01', '2024-02-11', '2024-02-15'],
  [10, '2025-01-20', '2025-01-30', '2025-02-03'],
  [10, '2023-01-13', '2023-01-23', '2023-01-27'],
  [10, '2015-02-09', '2015-02-19', '2015-02-24'],
  [10, '2024-04-19', '2024-04-29', '2024-05-02'],
  [10, '2019-04-24', '2019-05-04', '2019-05-04'],
  [10, '2018-12-21', '2018-12-31', '2019-01-02'],
  [15, '2023-01-13', '2023-01-28', '2023-01-30'],
  [10, '2025-12-23', '2026-01-02', '2026-01-05'],
  [0, '2026-02-14', '2026-02-14', '2026-02-23'],
];

test.each(WORKING_DAYS)('%i working days from %s end on %s at 24:00', (amount, start, due) => {
  const term = { amount, unit: 'workingDay' } as const;
  expect(dueAt(at(start), term, ALL_YEARS)).toBe(endOfDay(due));
});

test.each(CALENDAR_DAYS)('%i days from %s run to %s and end on %s', (amount, start, raw, due) => {
  const term = { amount, unit: 'calendarDay' } as const;
  expect(dueAt(at(start), term, ALL_YEARS)).toBe(endOfDay(due));
  const counted = explainTerm(at(start), term, ALL_YEARS).filter((day) => day.counted === 1);
  expect(counted.at(-1)?.date ?? start).toBe(raw);
});

test.each(['00:00', '07:29', '16:59', '23:59'])(
  'received at %s, the first day is not counted',
  (time) => {
    const start = at('2026-03-02', time);
    expect(dateOf(dueAt(start, { amount: 1, unit: 'calendarDay' }, ALL_YEARS))).toBe('2026-03-03');
    expect(dateOf(dueAt(start, { amount: 1, unit: 'workingDay' }, ALL_YEARS))).toBe('2026-03-03');
  },
);

test.each<[hours: number, start: string, startTime: string, due: string, dueTime: string]>([
  [8, '2026-03-02', '07:30', '2026-03-02', '17:00'],
  [8, '2026-03-02', '09:00', '2026-03-03', '09:00'],
  [1, '2026-03-02', '11:00', '2026-03-02', '13:30'],
  [0.5, '2026-03-02', '12:00', '2026-03-02', '13:30'],
  [4, '2026-03-06', '17:00', '2026-03-09', '11:30'],
  [8, '2026-02-13', '16:00', '2026-02-23', '16:00'],
  [8, '2026-08-21', '17:30', '2026-08-22', '17:00'],
  [0, '2026-02-17', '03:00', '2026-02-17', '03:00'],
])('%d office hours from %s %s end on %s at %s', (amount, start, startTime, due, dueTime) => {
  const term = { amount, unit: 'workingHour' } as const;
  expect(dueAt(at(start, startTime), term, ALL_YEARS)).toBe(at(due, dueTime));
});

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
