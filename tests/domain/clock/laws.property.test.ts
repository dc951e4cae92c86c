import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { TermUnit } from '../../../domain/clock/law.ts';
import { runs, terms } from '../../recount/runs.ts';
import {
  dueAt,
  dueOf,
  explainTerm,
  isWorkingDay,
  workingMsBetween,
} from '../../../domain/clock/workingTime.ts';
import { HOUR_MS, addDays, dateOf, startOfDay } from '../../../domain/instant.ts';
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

test('a standstill of no length changes nothing', () => {
  check(
    fc.property(runs, terms, fc.nat(3), ({ startedAt, stood }, some, place) => {
      const at = stood[place]?.[0] ?? stood.at(-1)?.[1] ?? startedAt;
      const more = stood.toSpliced(place, 0, [at, at]);
      const due = dueOf({ startedAt, stood }, some, ALL_YEARS);
      expect(dueOf({ startedAt, stood: more }, some, ALL_YEARS)).toBe(due);
    }),
  );
});

test('a standstill in two parts gives what it gives in one', () => {
  check(
    fc.property(runs, terms, fc.double({ min: 0, max: 1, noNaN: true }), (run, some, share) => {
      const parts = run.stood.flatMap(([from, to]): [number, number][] => {
        const middle = from + Math.floor((to - from) * share);
        return [
          [from, middle],
          [middle, to],
        ];
      });
      const due = dueOf({ ...run, stood: parts }, some, ALL_YEARS);
      expect(due).toBe(dueOf(run, some, ALL_YEARS));
    }),
  );
});

test('a term counted on from where half of it ended ends where the whole does', () => {
  check(
    fc.property(instant, fc.nat(30), fc.integer({ min: 1, max: 30 }), (start, half, rest) => {
      const days = { amount: half + rest, unit: 'workingDay' } as const;
      const first = dueAt(start, { ...days, amount: half }, ALL_YEARS);
      const whole = dueAt(start, days, ALL_YEARS);
      expect(half === 0 ? whole : dueAt(first, { ...days, amount: rest }, ALL_YEARS)).toBe(whole);
    }),
  );
});

test('one more holiday never makes a term due earlier, nor one more working Saturday later', () => {
  check(
    fc.property(instant, terms, fc.nat(60), (start, some, after) => {
      const date = addDays(dateOf(start), after);
      const due = dueAt(start, some, ALL_YEARS);
      const holiday = { ...ALL_YEARS, daysOff: [...ALL_YEARS.daysOff, date] };
      expect(dueAt(start, some, holiday)).toBeGreaterThanOrEqual(due);
      const worked = { ...ALL_YEARS, makeUpDays: [...ALL_YEARS.makeUpDays, date] };
      expect(dueAt(start, some, worked)).toBeLessThanOrEqual(due);
    }),
  );
});

test('one more holiday never makes a clock due earlier that stood still before it was due', () => {
  const still = fc.tuple(fc.nat(20), fc.nat(20 * 24));
  check(
    fc.property(instant, terms, still, fc.nat(60), (startedAt, some, [ran, hours], after) => {
      const due = dueAt(startedAt, some, ALL_YEARS);
      const from = startedAt + ran * 24 * HOUR_MS;
      fc.pre(from < startOfDay(dateOf(due)));
      const run = { startedAt, stood: [[from, from + hours * HOUR_MS]] as const };
      const holiday = [...ALL_YEARS.daysOff, addDays(dateOf(startedAt), after)];
      const later = dueOf(run, some, { ...ALL_YEARS, daysOff: holiday });
      expect(later).toBeGreaterThanOrEqual(dueOf(run, some, ALL_YEARS));
    }),
  );
});

test('a clock in days is never due on a day without work, whatever stood still', () => {
  check(
    fc.property(runs, terms, (run, some) => {
      fc.pre(some.unit === 'calendarDay' || some.unit === 'workingDay');
      expect(isWorkingDay(dateOf(dueOf(run, some, ALL_YEARS)), ALL_YEARS)).toBe(true);
    }),
  );
});

test.each([
  ['before the start', [[at('2026-03-01'), at('2026-03-03')]]],
  ['backwards', [[at('2026-03-04'), at('2026-03-03')]]],
  ['for ever', [[at('2026-03-04'), Number.POSITIVE_INFINITY]]],
  [
    'twice at once',
    [
      [at('2026-03-03'), at('2026-03-05')],
      [at('2026-03-04'), at('2026-03-06')],
    ],
  ],
])('a clock cannot stand still %s', (_when, stood) => {
  const facts = { startedAt: at('2026-03-02'), stood: stood as [number, number][] };
  expect(() => dueOf(facts, { amount: 5, unit: 'workingDay' }, ALL_YEARS)).toThrow(
    expect.objectContaining({ code: 'STANDSTILL_IMPOSSIBLE' }),
  );
});
