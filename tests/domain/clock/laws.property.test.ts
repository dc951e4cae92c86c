import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { TermUnit } from '../../../domain/clock/law.ts';
import {
  dueAt,
  explainTerm,
  isWorkingDay,
  workingMsBetween,
} from '../../../domain/clock/workingTime.ts';
import { HOUR_MS, addDays, dateOf } from '../../../domain/instant.ts';
import { ALL_YEARS, at } from '../../support/nationalCalendar.ts';

const instant = fc.integer({ min: at('2015-01-01'), max: at('2027-12-31') });
const nearby = fc.tuple(instant, fc.integer({ min: 0, max: 40 * 24 * HOUR_MS }));
const unit = fc.constantFrom<TermUnit>('calendarDay', 'workingDay', 'workingHour', 'hour');
const term = fc.record({ amount: fc.integer({ min: 0, max: 60 }), unit });
const check = <T>(property: fc.IProperty<T>): void => fc.assert(property, { numRuns: 300 });

test('a later start is never due earlier', () => {
  check(
    fc.property(nearby, term, ([start, delay], some) => {
      const early = dueAt(start, some, ALL_YEARS);
      expect(dueAt(start + delay, some, ALL_YEARS)).toBeGreaterThanOrEqual(early);
    }),
  );
});

test('more to count is never due earlier', () => {
  check(
    fc.property(instant, term, (start, some) => {
      const more = { ...some, amount: some.amount + 1 };
      const due = dueAt(start, some, ALL_YEARS);
      expect(dueAt(start, more, ALL_YEARS)).toBeGreaterThanOrEqual(due);
    }),
  );
});

test('a term in days ends on a working day, and no working day before it would do', () => {
  check(
    fc.property(instant, fc.nat(60), (start, amount) => {
      const due = dateOf(dueAt(start, { amount, unit: 'calendarDay' }, ALL_YEARS));
      expect(isWorkingDay(due, ALL_YEARS)).toBe(true);
      for (let date = addDays(dateOf(start), amount); date < due; date = addDays(date, 1)) {
        expect(isWorkingDay(date, ALL_YEARS)).toBe(false);
      }
    }),
  );
});

test('working days after the first, up to the due day, are as many as the term says', () => {
  check(
    fc.property(instant, fc.integer({ min: 1, max: 60 }), (start, amount) => {
      const due = dateOf(dueAt(start, { amount, unit: 'workingDay' }, ALL_YEARS));
      let worked = 0;
      for (let date = dateOf(start); date < due;) {
        date = addDays(date, 1);
        if (isWorkingDay(date, ALL_YEARS)) worked += 1;
      }
      expect(worked).toBe(amount);
      expect(isWorkingDay(due, ALL_YEARS)).toBe(true);
    }),
  );
});

test('office hours to the due instant are as many as the term says', () => {
  check(
    fc.property(instant, fc.nat(100), (start, amount) => {
      const due = dueAt(start, { amount, unit: 'workingHour' }, ALL_YEARS);
      expect(workingMsBetween(start, due, ALL_YEARS)).toBe(amount * HOUR_MS);
    }),
  );
});

test('an explanation has every day once, sums to the term and ends on the due date', () => {
  check(
    fc.property(instant, term, (start, some) => {
      const days = explainTerm(start, some, ALL_YEARS);
      const sum = days.reduce((total, day) => total + day.counted, 0);
      expect(sum).toBeCloseTo(some.amount, 6);
      expect(days.at(-1)?.date).toBe(dateOf(dueAt(start, some, ALL_YEARS)));
      expect(days.at(-1)?.kind).toBe('DUE');
      const dates = days.map((day) => day.date);
      expect(dates).toEqual(dates.map((_, index) => addDays(dateOf(start), index)));
      expect(days.filter((day) => day.kind === 'DUE')).toHaveLength(1);
    }),
  );
});

test('office time is additive and changes sign with its direction', () => {
  check(
    fc.property(nearby, nearby, ([a, delay], [, more]) => {
      const [b, c] = [a + delay, a + more];
      const [ab, bc] = [workingMsBetween(a, b, ALL_YEARS), workingMsBetween(b, c, ALL_YEARS)];
      expect(ab + bc).toBe(workingMsBetween(a, c, ALL_YEARS));
      expect(workingMsBetween(b, a, ALL_YEARS) + ab).toBe(0);
    }),
  );
});
