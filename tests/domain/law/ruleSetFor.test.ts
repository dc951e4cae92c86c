import { expect, test } from '@jest/globals';
import type { RuleSet } from '../../../domain/law/ruleSet.ts';
import { ruleSetFor, successorOf, validityFault } from '../../../domain/law/ruleSetFor.ts';
import { RULE_SETS, shippedRules } from '../../support/ruleSets.ts';

test.each([
  ['2010-07-01', 'A'],
  ['2015-12-31', 'A'],
  ['2016-01-01', 'B'],
  ['2025-02-28', 'B'],
  ['2025-03-01', 'C'],
  ['2026-06-30', 'C'],
  ['2026-07-01', 'D'],
  ['2040-01-01', 'D'],
])('a dossier accepted on %s is under %s', (acceptedOn, id) => {
  expect(ruleSetFor(RULE_SETS, { acceptedOn })?.id).toBe(id);
  expect(ruleSetFor(RULE_SETS, { acceptedOn, postmarkedOn: null })?.id).toBe(id);
});

test.each([
  ['2026-07-01', '2026-06-30', 'C'],
  ['2026-07-03', '2026-07-01', 'D'],
  ['2026-06-30', '2026-06-29', 'C'],
  ['2025-03-03', '2025-02-28', 'B'],
  ['2026-07-02', '2025-02-20', 'B'],
  // From A to B the law did not change, and nothing leaves dossiers to the earlier practice.
  ['2016-01-04', '2015-12-30', 'B'],
  ['2010-07-02', '2010-06-30', 'A'],
])('accepted on %s and postmarked on %s: under %s', (acceptedOn, postmarkedOn, id) => {
  expect(ruleSetFor(RULE_SETS, { acceptedOn, postmarkedOn })?.id).toBe(id);
});

test('before the first rule set there is no law', () => {
  expect(ruleSetFor(RULE_SETS, { acceptedOn: '2010-06-30' })).toBeNull();
  expect(ruleSetFor([], { acceptedOn: '2024-01-01' })).toBeNull();
});

test('the rule set that follows is that of the day after the last', () => {
  expect(successorOf(RULE_SETS, shippedRules('B'))?.id).toBe('C');
  expect(successorOf(RULE_SETS, shippedRules('D'))).toBeNull();
  expect(successorOf([shippedRules('B')], shippedRules('B'))).toBeNull();
});

test('the rule sets that ship leave no day without law and none with two', () => {
  expect(validityFault(RULE_SETS)).toBeNull();
});

const [A, B, C, D] = ['A', 'B', 'C', 'D'].map(shippedRules) as [RuleSet, RuleSet, RuleSet, RuleSet];

test.each<[what: string, sets: RuleSet[], fault: object]>([
  [
    'a day under two rule sets',
    [A, B, { ...C, validFrom: '2025-02-28' }, D],
    { id: 'C', path: 'validFrom', reason: 'overlaps B, valid from 2016-01-01 to 2025-02-28' },
  ],
  [
    'an open rule set before another',
    [A, { ...B, validTo: null }, C, D],
    { id: 'C', path: 'validFrom', reason: 'overlaps B, valid from 2016-01-01 to now on' },
  ],
  [
    'days under none',
    [A, B, D],
    { id: 'D', path: 'validFrom', reason: 'leaves days without law since B, valid to 2025-02-28' },
  ],
  [
    'no law after a day',
    [A, B, C],
    { id: 'C', path: 'validTo', reason: 'no rule set follows C after 2026-06-30' },
  ],
  [
    'an id twice',
    [A, B, { ...C, id: 'B' }, D],
    { id: 'B', path: 'id', reason: 'B names two rule sets' },
  ],
])('rule sets with %s are refused, whatever their order', (_, sets, fault) => {
  expect(validityFault(sets)).toEqual(fault);
  expect(validityFault(sets.toReversed())).toEqual(fault);
});
