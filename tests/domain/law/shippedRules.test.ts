import { expect, test } from '@jest/globals';
import { lawOf } from '../../../domain/law/ruleSet.ts';
import { sourcesOf } from '../../../domain/law/sources.ts';
import { ALL_YEARS } from '../../support/nationalCalendar.ts';
import { RULE_SETS, shippedRules } from '../../support/ruleSets.ts';

test.each([
  ['A', '2010-07-01', '2015-12-31', 'PROVINCIAL_JUSTICE_DEPT', 10, 15, 'calendarDay'],
  ['B', '2016-01-01', '2025-02-28', 'PROVINCIAL_JUSTICE_DEPT', 10, 15, 'calendarDay'],
  ['C', '2025-03-01', '2026-06-30', 'POLICE_RECORDS_PROVINCIAL', 10, 15, 'calendarDay'],
  ['D', '2026-07-01', null, 'POLICE_RECORDS_PROVINCIAL', 5, 5, 'workingDay'],
] as const)(
  'rule set %s holds from %s to %s, is issued by %s, with %i and %i %s',
  (id, validFrom, validTo, issuer, simple, complex, unit) => {
    const rules = shippedRules(id);
    expect(rules).toMatchObject({ validFrom, validTo, agencies: { issuer: { kind: issuer } } });
    expect(rules.terms.totalSimple).toMatchObject({ amount: simple, unit });
    expect(rules.terms.totalComplex).toMatchObject({ amount: complex, unit });
    expect(rules.terms.totalUrgent).toMatchObject({ amount: 24, unit: 'hour' });
    expect(Object.keys(rules.complexGrounds)).toHaveLength(4);
  },
);

test('what nobody could read of the law of 2026 is marked so', () => {
  const { terms, regimes, forms, transition } = shippedRules('D');
  expect(terms.totalSimple.verified).toBe(false);
  expect([terms.totalComplex.verified, regimes.COMPLEX.verified]).toEqual([false, false]);
  expect(forms.every(({ verified }) => !verified)).toBe(true);
  expect(transition).toMatchObject({
    verified: true,
    citation: 'Nghị định 216/2026/NĐ-CP, Điều 28',
  });
});

test.each([
  ['intakeOnline', 8, 'workingHour'],
  ['intakeCounter', 1, 'hour'],
  ['intakePost', 1, 'workingDay'],
] as const)('NĐ 216/2026 Art. 23: %s is %i %s', (name, amount, unit) => {
  const term = shippedRules('D').furtherTerms.find((further) => further.name === name);
  expect(term).toMatchObject({ amount, unit, verified: true });
});

test('automatic expungement has five days of its own since the procedure code of 2015', () => {
  const regimes = RULE_SETS.map(({ id, regimes: { AUTOMATIC_EXPUNGEMENT } }) => {
    return [id, AUTOMATIC_EXPUNGEMENT?.validFrom];
  });
  expect(regimes).toEqual([
    ['A', undefined],
    ['B', '2018-01-01'],
    ['C', null],
    ['D', null],
  ]);
  for (const id of ['B', 'C', 'D']) {
    expect(lawOf(shippedRules(id), ALL_YEARS).terms.expungedCertificate).toMatchObject({
      amount: 5,
      unit: 'calendarDay',
    });
  }
});

test('the fee window of digital citizens is data of its rule set', () => {
  const ground = shippedRules('D').fees.rates.EXEMPT.grounds.find(
    ({ code }) => code === 'DIGITAL_CITIZEN',
  );
  expect(ground).toMatchObject({ validFrom: '2026-08-15', validTo: '2027-02-28' });
});

test('every value with a source is found with its place; most of A needs a lawyer', () => {
  const sources = sourcesOf(shippedRules('A'));
  expect(sources[0]).toMatchObject({ path: '', verified: true });
  expect(sources).toContainEqual({
    path: 'terms.police',
    citation: 'Nghị định 111/2010/NĐ-CP, Điều 25 (số ngày ghi theo trí nhớ)',
    verified: false,
  });
  for (const { citation, verified } of RULE_SETS.flatMap(sourcesOf)) {
    if (citation.includes('theo trí nhớ')) expect([citation, verified]).toEqual([citation, false]);
  }
});
