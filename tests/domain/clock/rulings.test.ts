import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import type { TermUnit } from '../../../domain/clock/law.ts';
import { dueAtIf, engineDueAt } from '../../../domain/dispute.ts';
import { dateOf, endOfDay } from '../../../domain/instant.ts';
import { recountTerm } from '../../../recount/recountTerm.ts';
import { ALL_YEARS, NATIONAL } from '../../support/nationalCalendar.ts';

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
  return { startsAt: Date.parse(from), amount: Number(amount), unit, stood };
}

test.each(VECTORS)('both engines: $amount $unit from $from are due on $due, as ruled', (vector) => {
  const facts = factsOf(vector);
  expect(dateOf(engineDueAt(facts, ALL_YEARS))).toBe(vector.due);
  const second = recountTerm({ startedAt: facts.startsAt, stood: facts.stood }, facts, NATIONAL);
  expect(dateOf(second.dueAt)).toBe(vector.due);
});

const FIVE_WORKING_DAYS = {
  startsAt: Date.parse('2026-03-02T09:00:00+07:00'),
  amount: 5,
  unit: 'workingDay' as const,
  stood: [],
};

test.each([
  ['2026-03-04', 'OFF', '2026-03-10'],
  ['2026-03-04', 'WORKING', '2026-03-09'],
  ['2026-03-04', 'PAUSED', '2026-03-10'],
  ['2026-03-07', 'WORKING', '2026-03-07'],
  ['2026-03-07', 'OFF', '2026-03-09'],
] as const)('if %s were %s, five working days from 2 March are due on %s', (day, dayClass, due) => {
  expect(dueAtIf(FIVE_WORKING_DAYS, day, dayClass, ALL_YEARS)).toBe(endOfDay(due));
});
