import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { dueBefore, ReconciliationSchedule } from '../../../domain/exchange/schedule.ts';

const FILE = new URL('../../../data/supply/reconciliation.json', import.meta.url);
const SCHEDULE = ReconciliationSchedule.parse(JSON.parse(readFileSync(FILE, 'utf8')));

test('courts are due each quarter, suppliers of the Centre each half-year and year', () => {
  const due = dueBefore(SCHEDULE, '2016-01-04').map(
    ({ rule: { of, suppliers, every }, period }) => {
      return [of, suppliers?.[0] ?? 'CENTRE', every, period];
    },
  );
  expect(due).toEqual([
    ['STP', 'FIRST_INSTANCE_COURT', 'QUARTER', '2015-Q4'],
    ['CENTRE', 'MILITARY_COURT', 'HALF_YEAR', '2015-H2'],
    ['CENTRE', 'MILITARY_COURT', 'YEAR', '2015'],
    ['STP', 'CENTRE', 'QUARTER', '2015-Q4'],
  ]);
});

test('what no text rules is not called verified', () => {
  for (const { of, suppliers, verified } of SCHEDULE.rules) {
    expect(verified).toBe(of === 'CENTRE' || suppliers !== null);
  }
});
