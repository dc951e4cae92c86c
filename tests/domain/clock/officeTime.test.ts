import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { officeMeter } from '../../../domain/clock/officeTime.ts';
import { workingMsBetween } from '../../../domain/clock/workingTime.ts';
import { DAY_MS, endOfDay, startOfDay } from '../../../domain/instant.ts';
import { ALL_YEARS, at } from '../../support/nationalCalendar.ts';

const meter = officeMeter(ALL_YEARS);
const [first, last] = [startOfDay(ALL_YEARS.from), endOfDay(ALL_YEARS.to)];

test('the difference of two readings is the office time between two instants', () => {
  const instant = fc.integer({ min: first, max: last - 60 * DAY_MS });
  fc.assert(
    fc.property(instant, fc.integer({ min: 0, max: 60 * DAY_MS }), (from, span) => {
      expect(meter(from + span) - meter(from)).toBe(workingMsBetween(from, from + span, ALL_YEARS));
    }),
  );
});

test('outside the calendar it reads as at its ends', () => {
  expect(meter(first - 5 * DAY_MS)).toBe(0);
  expect(meter(last + 5 * DAY_MS)).toBe(meter(last));
  expect(meter(at('2026-02-23'))).toBeGreaterThan(meter(at('2026-02-13')));
});
