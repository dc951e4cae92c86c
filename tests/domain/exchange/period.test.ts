import { expect, test } from '@jest/globals';
import { boundsOf, lastEnded, periodOf } from '../../../domain/exchange/period.ts';

test.each([
  ['2015-Q1', '2015-01-01', '2015-03-31'],
  ['2015-Q4', '2015-10-01', '2015-12-31'],
  ['2016-H1', '2016-01-01', '2016-06-30'],
  ['2016-H2', '2016-07-01', '2016-12-31'],
  ['2016', '2016-01-01', '2016-12-31'],
])('%s is from %s to %s', (period, from, to) => {
  expect(boundsOf(period)).toEqual({ from, to });
});

test.each([
  ['QUARTER', '2015-04-01', '2015-Q1', '2015-Q2'],
  ['QUARTER', '2015-03-31', '2014-Q4', '2015-Q1'],
  ['HALF_YEAR', '2015-06-30', '2014-H2', '2015-H1'],
  ['HALF_YEAR', '2015-07-01', '2015-H1', '2015-H2'],
  ['YEAR', '2016-01-01', '2015', '2016'],
] as const)('on a day the %s before has ended and another runs', (rhythm, day, ended, running) => {
  expect(lastEnded(rhythm, day)).toBe(ended);
  expect(periodOf(rhythm, day)).toBe(running);
});
