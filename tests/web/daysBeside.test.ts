import { expect, test } from '@jest/globals';
import { daysBeside } from '../../web/supervisor/incidents/daysBeside.ts';

const first = (date: string, counted: number) => ({
  date,
  kind: 'COUNTED',
  nature: 'WORKING',
  counted,
});
const second = (date: string, counted: number) => {
  return { date, why: 'COUNTED', offices: null, name: null, counted, left: 0, stood: false };
};
const ONE = { amount: 2, unit: 'workingDay', error: null };
const OTHER = { givenBack: 0, error: null };

test('every date of either engine stands once, marked where they part', () => {
  const days = daysBeside(
    { ...ONE, days: [first('2023-09-18', 0), first('2023-09-19', 1), first('2023-09-20', 1)] },
    {
      ...OTHER,
      days: [second('2023-09-18', 0), second('2023-09-20', 1 + 1e-9), second('2023-09-21', 1)],
    },
  );
  expect(days.map(({ date, unlike }) => [date, unlike])).toEqual([
    ['2023-09-18', false],
    ['2023-09-19', true],
    ['2023-09-20', false],
    ['2023-09-21', true],
  ]);
});

test('beside an engine without an answer nothing is marked day by day', () => {
  const silent = { givenBack: null, error: 'not among the dates', days: [] };
  const days = daysBeside({ ...ONE, days: [first('2023-09-18', 0)] }, silent);
  expect(days).toMatchObject([{ date: '2023-09-18', second: undefined, unlike: false }]);
});
