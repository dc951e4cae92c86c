import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { punctualityOf, ruleFor, SupplySources } from '../../../domain/supply/sources.ts';
import { ALL_YEARS } from '../../support/nationalCalendar.ts';

const FILE = new URL('../../../data/supply/sources.json', import.meta.url);
const content = () => JSON.parse(readFileSync(FILE, 'utf8'));
const SOURCES = SupplySources.parse(content());

test('every supplier has its destination and term; what nobody read in the law is marked so', () => {
  expect(ruleFor(SOURCES, 'FIRST_INSTANCE_COURT', 'JUDGMENT')).toMatchObject({
    to: 'STP',
    term: { amount: 10, unit: 'calendarDay', verified: false },
    onRequest: { amount: 15, unit: 'workingDay' },
  });
  expect(ruleFor(SOURCES, 'PRISON', 'COMPLETION_CERTIFICATE')?.to).toBe('CENTRE');
  expect(ruleFor(SOURCES, 'COMMUNE', 'JUDGMENT')).toBeNull();
});

test.each([
  ['ten days end with the tenth', '2023-09-11', '2023-09-21', false],
  ['a day later is late', '2023-09-11', '2023-09-22', true],
  ['an end on a Saturday moves to Monday', '2023-09-06', '2023-09-18', false],
])('%s', (_, from, arrivedOn, late) => {
  const supplied = { supplier: 'FIRST_INSTANCE_COURT', kind: 'JUDGMENT', from, arrivedOn } as const;
  expect(punctualityOf(supplied, SOURCES, ALL_YEARS).late).toBe(late);
});

test('before the published calendar nothing is said to be late', () => {
  const supplied = {
    supplier: 'FIRST_INSTANCE_COURT',
    kind: 'JUDGMENT',
    from: '1985-01-01',
    arrivedOn: '2023-01-01',
  } as const;
  expect(punctualityOf(supplied, SOURCES, ALL_YEARS)).toMatchObject({ dueOn: null, late: null });
});

test('what a supplier owes is ruled once; a second rule is refused with its place', () => {
  const { rules, ...rest } = content();
  const parsed = SupplySources.safeParse({ ...rest, rules: [...rules, rules[1]] });
  const [issue] = parsed.error?.issues ?? [];
  expect([issue?.path.join('.'), issue?.message]).toEqual([
    `rules.${rules.length}.kinds.0`,
    'BANKRUPTCY_COURT BUSINESS_BAN is ruled twice',
  ]);
});
