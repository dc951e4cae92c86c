import { expect, test } from '@jest/globals';
import { dueOf, explainTerm } from '../../../domain/clock/workingTime.ts';
import { endOfDay } from '../../../domain/instant.ts';
import { recountTerm } from '../../../recount/recountTerm.ts';
import { ALL_YEARS, at, NATIONAL } from '../../support/nationalCalendar.ts';
import { VECTORS } from './vectors.ts';

const instantOf = (text: string): number => at(text.slice(0, 10), text.slice(11));
const table = VECTORS.map((vector) => {
  const due = vector.due.includes(' ') ? instantOf(vector.due) : endOfDay(vector.due);
  const facts = { startedAt: instantOf(vector.from), stood: [] };
  return { ...vector, facts, dueAt: due, end: vector.due };
});

test.each(table)('$amount $unit from $from: $end ($because), by the first engine', (vector) => {
  expect(dueOf(vector.facts, vector, ALL_YEARS)).toBe(vector.dueAt);
});

test.each(table)('$amount $unit from $from: $end ($because), by the second engine', (vector) => {
  expect(recountTerm(vector.facts, vector, NATIONAL).dueAt).toBe(vector.dueAt);
});

test.each(table)('$amount $unit from $from: both explain it by the same dates', (vector) => {
  const first = explainTerm(vector.facts.startedAt, vector, ALL_YEARS);
  const { days } = recountTerm(vector.facts, vector, NATIONAL);
  expect(days.map(({ date, counted }) => [date, counted])).toEqual(
    first.map(({ date, counted }) => [date, counted]),
  );
});
