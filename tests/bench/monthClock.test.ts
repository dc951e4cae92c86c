import { expect, test } from '@jest/globals';
import {
  dayLengths,
  fullDayOf,
  HORIZON,
  monthClock,
  officeSpeed,
  workingDays,
} from '../../bench/month/monthClock.ts';
import {
  businessClockText,
  businessTime,
  parseBusinessClock,
  realDelayUntil,
} from '../../domain/clock/businessClock.ts';
import { at } from '../support/nationalCalendar.ts';

const NOW = 1_700_000_000_000;
const lengths = dayLengths(workingDays(), 10_000);
const clock = monthClock(lengths, { now: NOW, realStart: NOW + 30_000 });
const realAt = (date: string, time: string): number => realDelayUntil(clock, at(date, time), 0);

test('time all but stands until the start, then office hours pass at their pace', () => {
  expect(businessTime(clock, NOW)).toBe(at('2023-09-01', '00:00'));
  expect(businessTime(clock, NOW + 30_000) - businessTime(clock, NOW)).toBe(30_000);
  const morning = realAt('2023-09-05', '17:30') - realAt('2023-09-05', '07:30');
  expect(Math.abs(morning - 10_000)).toBeLessThanOrEqual(2);
});

test('a night, a weekend and a holiday take the same small time', () => {
  const night = realAt('2023-09-06', '07:30') - realAt('2023-09-05', '17:30');
  const weekend = realAt('2023-09-11', '07:30') - realAt('2023-09-08', '17:30');
  expect(night).toBeLessThan(1_000);
  expect(Math.abs(night - weekend)).toBeLessThanOrEqual(2);
});

test('days after the last arrivals are shorter, and there are some up to the horizon', () => {
  expect(lengths.get('2023-10-02')).toBe(6_000);
  expect(lengths.get('2023-10-16')).toBe(3_000);
  expect(lengths.get('2023-11-17')).toBe(1_000);
  expect([...lengths.keys()].at(-1)).toBe(HORIZON);
});

test('processes read the clock back from its text', () => {
  const read = parseBusinessClock(businessClockText(clock));
  for (const [date, time] of [
    ['2023-09-05', '09:00'],
    ['2023-09-16', '12:00'],
    ['2023-11-10', '16:00'],
  ] as const) {
    const real = realAt(date, time);
    expect(Math.abs(businessTime(read, real) - businessTime(clock, real))).toBeLessThan(1_000);
  }
});

test('a speed and the length of a day are two names of one thing', () => {
  expect(officeSpeed(10_000)).toBe(3_600);
  expect(fullDayOf(officeSpeed(12_345))).toBeCloseTo(12_345);
});
