import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { budgetOf, dueOf, explainTerm } from '../../domain/clock/workingTime.ts';
import { recountTerm } from '../../recount/recountTerm.ts';
import { calendars, onTheHour, runs, terms } from './runs.ts';

const CASES = 100_000;
const someRuns = fc.oneof({ arbitrary: runs, weight: 4 }, onTheHour);

test('both engines find the same due instant in 100,000 random cases over 2015 to 2028', () => {
  let compared = 0;
  fc.assert(
    fc.property(someRuns, terms, calendars, (run, term, { slice, whole }) => {
      compared += 1;
      return dueOf(run, term, slice) === recountTerm(run, term, whole).dueAt;
    }),
    { numRuns: CASES },
  );
  expect(compared).toBe(CASES);
});

test('both engines explain it by the same dates', () => {
  fc.assert(
    fc.property(runs, terms, calendars, (run, term, { slice, whole }) => {
      const first = explainTerm(run.startedAt, budgetOf(run, term, slice), slice);
      const { days } = recountTerm(run, term, whole);
      expect(days.map(({ date }) => date)).toEqual(first.map(({ date }) => date));
      days.forEach(({ counted }, at) => expect(counted).toBeCloseTo(first[at]?.counted ?? -1, 6));
    }),
    { numRuns: 300 },
  );
});

test('the days of a recount take what the term and the standstills give, down to nothing', () => {
  fc.assert(
    fc.property(runs, terms, calendars, (run, term, { whole }) => {
      const { days, givenBack } = recountTerm(run, term, whole);
      const sum = days.reduce((total, { counted }) => total + counted, 0);
      expect(sum).toBeCloseTo(term.amount + givenBack, 6);
      expect(days.at(-1)?.left).toBe(0);
    }),
    { numRuns: 300 },
  );
});
