import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { dueOf } from '../../../domain/clock/dueOf.ts';
import type { TermUnit } from '../../../domain/clock/law.ts';
import { dueAtIf } from '../../../domain/dispute.ts';
import { dateOf, endOfDay } from '../../../domain/instant.ts';
import { recountTerm } from '../../../recount/recountTerm.ts';
import { ALL_YEARS, at, NATIONAL } from '../../support/nationalCalendar.ts';

interface Vector {
  from: string;
  amount: string;
  unit: TermUnit;
  standstills: string;
  due: string;
}

const VECTORS = parse(readFileSync(join(import.meta.dirname, 'rulings.csv'), 'utf8'), {
  columns: true,
  bom: true,
}) as Vector[];

function factsOf({ from, amount, unit, standstills }: Vector) {
  const stood = standstills
    .split(' ')
    .filter((span) => span !== '')
    .map((span) => span.split('/').map((at) => Date.parse(at)) as [number, number]);
  return { facts: { startedAt: Date.parse(from), stood }, term: { amount: Number(amount), unit } };
}

test.each(VECTORS)('both engines: $amount $unit from $from are due on $due, as ruled', (vector) => {
  const { facts, term } = factsOf(vector);
  expect(dateOf(dueOf(facts, term, ALL_YEARS))).toBe(vector.due);
  expect(dateOf(recountTerm(facts, term, NATIONAL).dueAt)).toBe(vector.due);
});

const FROM_2_MARCH = { startedAt: at('2026-03-02'), stood: [] };
const FIVE_WORKING_DAYS = { amount: 5, unit: 'workingDay' } as const;

test.each([
  ['2026-03-04', 'OFF', '2026-03-10'],
  ['2026-03-04', 'WORKING', '2026-03-09'],
  ['2026-03-04', 'PAUSED', '2026-03-10'],
  ['2026-03-07', 'WORKING', '2026-03-07'],
  ['2026-03-07', 'OFF', '2026-03-09'],
] as const)('if %s were %s, five working days from 2 March are due on %s', (day, dayClass, due) => {
  const one = { day, dayClass };
  expect(dueAtIf(FROM_2_MARCH, FIVE_WORKING_DAYS, one, ALL_YEARS)).toBe(endOfDay(due));
});

test.each([
  ['on which it stood already', '2026-03-05', '2026-03-11'],
  ['on which it began to stand', '2026-03-04', '2026-03-12'],
  ['after it went on', '2026-03-09', '2026-03-12'],
  ['on which the term begins, which never counts', '2026-03-02', '2026-03-11'],
])('a clock that stood still stands no day twice: a day %s', (_what, day, due) => {
  const stood = [[at('2026-03-04', '10:00'), at('2026-03-06', '15:00')]] as const;
  const facts = { ...FROM_2_MARCH, stood };
  const paused = { day, dayClass: 'PAUSED' as const };
  expect(dueAtIf(facts, FIVE_WORKING_DAYS, paused, ALL_YEARS)).toBe(endOfDay(due));
});

test('of a day on which a term in hours stood in part, the rest stands too', () => {
  const stood = [[at('2026-03-03', '08:00'), at('2026-03-03', '10:00')]] as const;
  const paused = { day: '2026-03-03', dayClass: 'PAUSED' as const };
  const due = dueAtIf({ ...FROM_2_MARCH, stood }, { amount: 30, unit: 'hour' }, paused, ALL_YEARS);
  expect(due).toBe(at('2026-03-04', '15:00'));
});
