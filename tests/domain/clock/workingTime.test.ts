import { expect, test } from '@jest/globals';
import {
  CalendarExhausted,
  dueAt,
  explainTerm,
  isWorkingDay,
  workingMsBetween,
} from '../../../domain/clock/workingTime.ts';
import { HOUR_MS } from '../../../domain/instant.ts';
import { ALL_YEARS, at } from '../../support/nationalCalendar.ts';

test.each([
  ['2026-03-02', true],
  ['2026-03-07', false],
  ['2026-02-17', false],
  ['2026-01-02', false],
  ['2026-01-10', true],
  ['2016-04-16', false],
  ['2016-04-18', false],
])('%s: offices work, %p', (date, works) => {
  expect(isWorkingDay(date, ALL_YEARS)).toBe(works);
});

test.each<[a: string, b: string, hours: number]>([
  ['2026-03-02 07:30', '2026-03-02 17:00', 8],
  ['2026-03-02 11:30', '2026-03-02 13:00', 0],
  ['2026-03-02 16:00', '2026-03-03 08:30', 2],
  ['2026-03-06 16:00', '2026-03-09 08:00', 1.5],
  ['2026-02-13 17:00', '2026-02-23 07:30', 0],
  ['2026-08-21 17:00', '2026-08-24 00:00', 8],
  ['2026-03-03 08:30', '2026-03-02 16:00', -2],
])('from %s to %s are %d office hours', (a, b, hours) => {
  const [from, to] = [a, b].map((text) => at(text.slice(0, 10), text.slice(11)));
  expect(workingMsBetween(from ?? 0, to ?? 0, ALL_YEARS)).toBe(hours * HOUR_MS);
});

const march = { ...ALL_YEARS, from: '2026-03-02', to: '2026-03-13' };

test('a slice serves terms to its last day and refuses one day more', () => {
  const start = at('2026-03-02');
  expect(dueAt(start, { amount: 9, unit: 'workingDay' }, march)).toBeLessThan(
    at('2026-03-14', '00:00'),
  );
  expect(() => dueAt(start, { amount: 10, unit: 'workingDay' }, march)).toThrow(CalendarExhausted);
  expect(() => dueAt(start, { amount: 12, unit: 'calendarDay' }, march)).toThrow(CalendarExhausted);
  expect(() => dueAt(start, { amount: 81, unit: 'workingHour' }, march)).toThrow(CalendarExhausted);
  expect(() => explainTerm(start, { amount: 10, unit: 'workingDay' }, march)).toThrow(
    CalendarExhausted,
  );
});

test('a start before the slice is refused in every counted unit', () => {
  for (const unit of ['calendarDay', 'workingDay', 'workingHour'] as const) {
    expect(() => dueAt(at('2026-02-27'), { amount: 3, unit }, march)).toThrow(CalendarExhausted);
  }
  expect(() => workingMsBetween(at('2026-02-27'), at('2026-03-03'), march)).toThrow(
    CalendarExhausted,
  );
  expect(() => isWorkingDay('2026-03-01', march)).toThrow(CalendarExhausted);
});

test('the error carries its code, the date and the published range', () => {
  expect(() => isWorkingDay('2026-03-14', march)).toThrow(
    expect.objectContaining({
      code: 'CALENDAR_EXHAUSTED',
      message: '2026-03-14 lies outside calendar VN-test, published from 2026-03-02 to 2026-03-13',
    }),
  );
});

test('a senseless amount ends at the slice and not in an endless count', () => {
  const forEver = { amount: Number.MAX_SAFE_INTEGER, unit: 'calendarDay' } as const;
  expect(() => dueAt(at('2026-03-02'), forEver, march)).toThrow(CalendarExhausted);
});
