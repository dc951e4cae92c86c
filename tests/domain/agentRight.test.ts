import { expect, test } from '@jest/globals';
import { agentMayAsk } from '../../domain/agentRight.ts';
import { RuleSet } from '../../domain/law/ruleSet.ts';
import { shippedRules } from '../support/ruleSets.ts';

const agentOf = (relation: 'PARENT' | 'SPOUSE' | 'CHILD' | 'AUTHORISED') => ({
  fullName: 'Lê Thị Mẫu',
  personalId: null,
  relation,
  powerOfAttorneyNumber: null,
});
const asking = (birthDate: string) => ({
  certificateType: 'NO_2' as const,
  agent: agentOf('PARENT'),
  subject: { birthDate },
});

test.each([
  ['2005-04-06', '2023-04-05', true, 'the day before the 18th birthday'],
  ['2005-04-06', '2023-04-06', false, 'the 18th birthday'],
  ['2005-04-06', '2023-04-07', false, 'the day after it'],
  ['2004-02-29', '2022-02-28', true, 'the last day of February, born on a leap day'],
  ['2004-02-29', '2022-03-01', false, 'the first of March, born on a leap day'],
  ['2005', '2023-12-30', true, 'a year of birth that may still be under age'],
  ['2005', '2023-12-31', false, 'a year of birth of full age on its last day'],
  ['2005-04', '2023-04-29', true, 'a month of birth that may still be under age'],
  ['2005-04', '2023-05-01', false, 'a month of birth that is past'],
])('a parent of a child born %s may ask for No. 2 on %s: %s (%s)', (birthDate, askedOn, may) => {
  for (const id of ['A', 'B', 'C']) {
    expect(agentMayAsk(asking(birthDate), shippedRules(id), askedOn)).toBe(may);
  }
});

test('no other agent may ask for No. 2, not even for a child; all may for No. 1', () => {
  for (const relation of ['SPOUSE', 'CHILD', 'AUTHORISED'] as const) {
    const asked = { ...asking('2015-01-01'), agent: agentOf(relation) };
    expect(agentMayAsk(asked, shippedRules('B'), '2023-04-06')).toBe(false);
    const first = { ...asked, certificateType: 'NO_1' as const };
    expect(agentMayAsk(first, shippedRules('B'), '2023-04-06')).toBe(true);
  }
  const self = { ...asking('1985-02-11'), agent: null };
  expect(agentMayAsk(self, shippedRules('B'), '2023-04-06')).toBe(true);
});

test('no age is looked at where the rules name none, as in those published before it was data', () => {
  const { parentAsksNo2, ...published } = shippedRules('B');
  expect(parentAsksNo2).toMatchObject({ underYears: 18, verified: false });
  const older = RuleSet.parse(published);
  for (const rules of [older, shippedRules('D')]) {
    expect(agentMayAsk(asking('1985-02-11'), rules, '2026-08-01')).toBe(true);
  }
});
