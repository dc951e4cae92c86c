import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { budgetOf, dueOf, explainTerm } from '../../domain/clock/workingTime.ts';
import { recountTerm } from '../../recount/recountTerm.ts';
import { ALL_YEARS, NATIONAL } from '../support/nationalCalendar.ts';
import { onTheHour, runs, terms } from './runs.ts';

const CASES = 100_000;

test('both engines find the same due instant in 100,000 random cases over 2015 to 2028', () => {
  let compared = 0;
  fc.assert(
    fc.property(fc.oneof({ arbitrary: runs, weight: 4 }, onTheHour), terms, (run, term) => {
      compared += 1;
      return dueOf(run, term, ALL_YEARS) === recountTerm(run, term, NATIONAL).dueAt;
    }),
    { numRuns: CASES },
  );
  expect(compared).toBe(CASES);
});

test('both engines explain it by the same dates', () => {
  fc.assert(
    fc.property(runs, terms, (run, term) => {
      const first = explainTerm(run.startedAt, budgetOf(run, term, ALL_YEARS), ALL_YEARS);
      const { days } = recountTerm(run, term, NATIONAL);
      expect(days.map(({ date }) => date)).toEqual(first.map(({ date }) => date));
      days.forEach(({ counted }, at) => expect(counted).toBeCloseTo(first[at]?.counted ?? -1, 6));
    }),
    { numRuns: 300 },
  );
});

test('the days of a recount take what the term and the standstills give, down to nothing', () => {
  fc.assert(
    fc.property(runs, terms, (run, term) => {
      const { days, givenBack } = recountTerm(run, term, NATIONAL);
      const sum = days.reduce((total, { counted }) => total + counted, 0);
      expect(sum).toBeCloseTo(term.amount + givenBack, 6);
      expect(days.at(-1)?.left).toBe(0);
    }),
    { numRuns: 300 },
  );
});
