import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { type FeeCategory, RuleSet, feeOf, lawOf } from '../../../domain/law/ruleSet.ts';
import { ALL_YEARS } from '../../support/nationalCalendar.ts';
import { RULE_SETS } from '../../support/ruleSets.ts';

const file = new URL('../../../data/rule-sets/B.json', import.meta.url);
const json = JSON.parse(readFileSync(file, 'utf8'));
const B = RuleSet.parse(json);

test('rule set B is the justice sector until 28 February 2025', () => {
  expect(B).toMatchObject({ id: 'B', validFrom: '2016-01-01', validTo: '2025-02-28' });
  expect(B.agencies.issuer.kind).toBe('PROVINCIAL_JUSTICE_DEPT');
});

test.each([
  ['totalSimple', 10, 'calendarDay', true],
  ['totalComplex', 15, 'calendarDay', true],
  ['totalUrgent', 24, 'hour', true],
  ['police', 5, 'workingDay', false],
  ['court', 5, 'workingDay', false],
  ['supplementLapse', 30, 'calendarDay', false],
  ['transferSend', 5, 'workingDay', true],
] as const)('%s is %i %s, verified %p', (name, amount, unit, verified) => {
  expect(B.terms[name]).toMatchObject({ amount, unit, verified });
});

test('every agency kind of the rule sets is a kind of unit in the table of units', () => {
  const units = readFileSync(new URL('../../../data/courts-police.csv', import.meta.url), 'utf8');
  const known = new Set(units.split('\n').map((line) => line.split(',')[1]));
  for (const { agencies } of RULE_SETS) {
    for (const agency of Object.values(agencies)) expect(known).toContain(agency?.kind);
  }
});

const change = (path: (string | number)[], value: unknown): unknown => {
  const copy = structuredClone(json);
  const last = path.at(-1) ?? '';
  const parent = path.slice(0, -1).reduce((node, key) => node[key], copy);
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return copy;
};

test.each<[what: string, path: (string | number)[], value: unknown]>([
  ['a term missing', ['terms', 'court'], undefined],
  ['a term without citation', ['terms', 'police', 'citation'], ''],
  ['an unknown unit', ['terms', 'police', 'unit'], 'day'],
  ['half a day', ['terms', 'police', 'amount'], 4.5],
  ['a negative term', ['terms', 'police', 'amount'], -5],
  ['a fee category missing', ['fees', 'rates', 'EXEMPT'], undefined],
  ['a fee in fractions of a đồng', ['fees', 'rates', 'NORMAL', 'amountVnd'], 0.5],
  ['wording missing for No. 2', ['wording', 'conclusions', 'EXPUNGED', 'NO_2'], undefined],
  ['a ground missing', ['complexGrounds', 'FOREIGNER'], undefined],
  ['an end before its start', ['validTo'], '2015-12-31'],
  ['no first day', ['validFrom'], undefined],
  ['an end that is no date', ['validTo'], '2025-02-29'],
  ['a way of counting no clock knows', ['countingRule', 'firstDay', 'value'], 'COUNTED'],
  ['a counting rule without source', ['countingRule', 'lastDay', 'citation'], undefined],
  ['a regime on another’s term', ['regimes', 'COMPLEX', 'term'], 'totalSimple'],
  ['a regime missing', ['regimes', 'URGENT'], undefined],
  ['a term without its regime', ['regimes', 'AUTOMATIC_EXPUNGEMENT'], null],
  ['a transition decided by nothing known', ['transition', 'decidedBy'], 'FEE'],
  ['an agency missing', ['agencies', 'court'], undefined],
  ['an age of half a year', ['minimumAge', 'years'], 15.5],
  ['a child of no age', ['parentAsksNo2', 'underYears'], 0],
  ['a child’s age without source', ['parentAsksNo2', 'citation'], undefined],
  ['a calendar without name', ['terms', 'police', 'calendar'], ''],
  ['an unknown rung', ['ladder', 0, 'rung'], 'VERY_LATE'],
  ['a rung of no clock', ['ladder', 0, 'effects'], []],
  ['a rung at all of the term', ['ladder', 0, 'when', 'fraction'], 1],
  [
    'a rung counted in an unknown unit',
    ['ladder', 1, 'when'],
    { before: { amount: 1, unit: 'day' } },
  ],
  ['a rung that tells nobody known', ['ladder', 3, 'tells', 0], 'MINISTER'],
  ['a rung without citation', ['ladder', 2, 'citation'], ''],
  ['no ladder and no share', ['ladder'], undefined],
  ['a pause for a reason nobody knows', ['pauses', 0, 'reason'], 'HOLIDAY_MOOD'],
  ['a pause of an unknown term', ['pauses', 0, 'terms', 1], 'totalLong'],
  ['a pause without citation', ['pauses', 0, 'citation'], undefined],
  ['an extension of an unknown term', ['extensions', 0, 'term'], 'sendToPolice'],
  ['an extension that is none', ['extensions', 0, 'to'], { amount: 5, unit: 'workingDay' }],
  ['an extension in another unit', ['extensions', 0, 'to'], { amount: 9, unit: 'calendarDay' }],
  ['an extension that is never given', ['extensions', 0, 'times'], 0],
])('a rule set with %s is refused with the path', (_, path, value) => {
  const issues = RuleSet.safeParse(change(path, value)).error?.issues ?? [];
  expect(issues.map((issue) => issue.path)).toEqual([path]);
});

test('a field nobody knows is refused', () => {
  const issues = RuleSet.safeParse(change(['terms', 'police', 'grace'], 2)).error?.issues ?? [];
  expect(issues).toMatchObject([
    { code: 'unrecognized_keys', path: ['terms', 'police'], keys: ['grace'] },
  ]);
});

const CLEAN = 'Không có án tích';
const CLEAN_IN_VIETNAM = 'Không có án tích trong thời gian cư trú tại Việt Nam';

test.each([
  ['NO_RECORD', 'NO_1', CLEAN, 'NONE'],
  ['NO_RECORD', 'NO_2', CLEAN, 'NONE'],
  ['FOREIGNER_CLEAN', 'NO_1', CLEAN_IN_VIETNAM, 'NONE'],
  ['FOREIGNER_CLEAN', 'NO_2', CLEAN_IN_VIETNAM, 'NONE'],
  ['EXPUNGED', 'NO_1', CLEAN, 'NONE'],
  ['EXPUNGED', 'NO_2', 'Đã được xóa án tích ngày … tháng … năm …', 'ALL'],
  ['HAS_RECORD', 'NO_1', 'Có án tích', 'UNEXPUNGED'],
  ['HAS_RECORD', 'NO_2', 'Chưa được xóa án tích', 'ALL'],
] as const)('TT 13/2011 Art. 14: %s on %s reads "%s"', (conclusion, type, text, judgments) => {
  expect(B.wording.conclusions[conclusion][type]).toEqual({ text, judgments });
});

test('TT 13/2011 Art. 14: a business ban is stated on request in No. 1, always in No. 2', () => {
  expect(B.wording.businessBan).toEqual({
    none: 'Không bị cấm đảm nhiệm chức vụ, thành lập, quản lý doanh nghiệp, hợp tác xã',
    printed: { NO_1: 'ON_REQUEST', NO_2: 'ALWAYS' },
  });
  expect(B.wording.emptyItem).toBe('//');
});

test.each<[category: FeeCategory, copies: number, vnd: number]>([
  ['NORMAL', 1, 200_000],
  ['NORMAL', 2, 200_000],
  ['NORMAL', 3, 205_000],
  ['NORMAL', 10, 240_000],
  ['REDUCED', 1, 100_000],
  ['REDUCED', 4, 110_000],
  ['EXEMPT', 1, 0],
  ['EXEMPT', 5, 0],
])('TT 244/2016: %s with %i copies pays %i đồng', (category, copies, vnd) => {
  expect(feeOf(B, category, copies)).toBe(vnd);
});

test('who is exempt pays for extra copies where the rule set says so', () => {
  const strict = RuleSet.parse(change(['fees', 'exemptPayExtraCopies', 'value'], true));
  expect(feeOf(strict, 'EXEMPT', 3)).toBe(5_000);
});

test('who pays less has a reason, each from one list only', () => {
  const { NORMAL, REDUCED, EXEMPT } = B.fees.rates;
  expect(NORMAL.grounds).toEqual([]);
  const codes = [...REDUCED.grounds, ...EXEMPT.grounds].map((ground) => ground.code);
  expect(codes).toEqual(expect.arrayContaining(['STUDENT', 'MERIT', 'CHILD', 'DISABLED']));
  expect(new Set(codes).size).toBe(codes.length);
});

test.each([0, -1, 1.5, Number.NaN])('%d copies cannot be asked for', (copies) => {
  expect(() => feeOf(B, 'NORMAL', copies)).toThrow(RangeError);
});

test('a rung that concerns a kind of clock twice is refused with the path', () => {
  const twice = change(['ladder', 3], { ...json.ladder[3], rung: 'OVERDUE' });
  const issues = RuleSet.safeParse(twice).error?.issues ?? [];
  expect(issues.map(({ path }) => path)).toEqual([['ladder', 3, 'effects']]);
});

test('a rule set published before there was a ladder is still read', () => {
  const { ladder: _ladder, pauses: _pauses, extensions: _extensions, ...older } = json;
  const law = lawOf(RuleSet.parse({ ...older, atRiskFraction: 0.7 }), ALL_YEARS);
  expect(law).toMatchObject({ atRiskFraction: 0.7 });
  expect(law.ladder).toBeUndefined();
});

test('what a case pins is its terms, its ladder, its calendar and nothing of the wording', () => {
  const { ladder, pauses = [], extensions, clarification } = B;
  const law = lawOf(B, ALL_YEARS);
  const ofAgencies = { unit: 'workingDay' };
  expect(law).toEqual({
    ruleSetId: 'B',
    terms: {
      ...B.terms,
      expungedCertificate: expect.objectContaining({ amount: 5, unit: 'calendarDay' }),
      centreLookup: expect.objectContaining({ amount: 5, ...ofAgencies }),
      militaryCourt: expect.objectContaining({ amount: 5, ...ofAgencies }),
      recordOnRequest: expect.objectContaining({ amount: 10, ...ofAgencies }),
      expungementVerification: expect.objectContaining({ amount: 10, ...ofAgencies }),
      clarification: clarification?.term,
    },
    calendar: ALL_YEARS,
    ladder,
    // A unit that asks back may let its own term stand still: a pause like the others.
    pauses: [...pauses, expect.objectContaining({ reason: 'IDENTIFICATION' })],
    extensions,
  });
  expect(law.terms.expungedCertificate).not.toHaveProperty('label');
});
