import { describe, expect, test } from '@jest/globals';
import { evaluate } from '../../../domain/conviction/evaluate.ts';
import {
  ADULT,
  evaluated,
  inShort,
  judgment,
  LAWS,
  oldJudgment,
  principal,
} from '../../support/expungement.ts';

const unpaid = { text: '50.000 đồng', execution: { state: 'NOT_DONE', on: null } } as const;

describe('hard case 19: traces at the police, no judgment anywhere', () => {
  const arrest = (noJudgmentAt: ('PROCURACY' | 'COURT' | 'ENFORCEMENT')[]) =>
    judgment({ basis: 'ARREST_ONLY', noJudgmentAt }, '2004-06-01');

  test('an arrest before 2010 counts for nothing once all three have found no judgment', () => {
    const result = evaluated([arrest(['PROCURACY', 'COURT', 'ENFORCEMENT'])], '2023-09-18');
    expect(result).toMatchObject({ status: 'DEEMED_NONE', listing: 'NOT_LISTED' });
    expect(result.reasoning).toMatchObject([{ step: 'NO_JUDGMENT', verified: false }]);
  });

  test('until then those who have not looked are asked', () => {
    const { status, asks } = evaluated([arrest(['COURT'])], '2023-09-18');
    expect(status).toBe('UNDETERMINED');
    expect(asks).toEqual([{ fact: 'NO_JUDGMENT', of: ['PROCURACY', 'ENFORCEMENT'] }]);
  });

  test('an arrest of later years is no such case', () => {
    const late = judgment(
      { basis: 'ARREST_ONLY', noJudgmentAt: ['PROCURACY', 'COURT', 'ENFORCEMENT'] },
      '2012-01-01',
    );
    expect(evaluated([late], '2023-09-18').status).toBe('UNDETERMINED');
  });
});

test('hard case 20: of a completion certificate without judgment the court is asked', () => {
  const result = evaluated([judgment({ basis: 'COMPLETION_ONLY' })], '2023-09-18');
  expect(result).toMatchObject({
    status: 'UNDETERMINED',
    asks: [{ fact: 'JUDGMENT', of: ['COURT'] }],
  });
});

test('hard case 21: a judgment that was overturned counts for nothing and is not listed', () => {
  const result = evaluated([judgment({ basis: 'OVERTURNED' })], '2023-09-18');
  expect(result).toMatchObject({ status: 'DEEMED_NONE', listing: 'NOT_LISTED' });
});

describe('hard case 22: two codes count differently', () => {
  // Served on 10 March 2016, fees paid on 1 July 2017.
  const paidLate = oldJudgment({
    principal: principal({ execution: { state: 'DONE', on: '2016-03-10' } }),
    courtFees: { text: '50.000 đồng', execution: { state: 'DONE', on: '2017-07-01' } },
  });

  test('from the end of the sentence by the code of 2015, from the last fee by that of 1999', () => {
    const result = evaluated([paidLate], '2018-03-10');
    expect(inShort(result)).toBe('EXPUNGED_AUTOMATICALLY 2018-03-10');
    const over = result.reasoning.filter(({ step }) => step === 'OVER');
    expect(over.map(({ law, to }) => [law, to])).toEqual([
      ['BLHS1999', '2020-07-01'],
      ['BLHS2015', '2018-03-10'],
    ]);
    expect(result.reasoning.at(-1)).toMatchObject({ step: 'FAVOURABLE', law: 'BLHS2015' });
  });

  test('the day before it is still a conviction, due tomorrow', () => {
    expect(inShort(evaluated([paidLate], '2018-03-09'))).toBe('NOT_EXPUNGED 2018-03-10');
  });

  test('an unpaid fee keeps it alive under both, and says so', () => {
    const unpaidStill = oldJudgment({ courtFees: unpaid });
    expect(inShort(evaluated([unpaidStill], '2023-09-18'))).toBe('NOT_EXPUNGED COURT_FEES');
  });

  test('what the code of 1999 expunged before 2018 keeps its own day', () => {
    expect(inShort(evaluated([oldJudgment()], '2023-09-18'))).toBe(
      'EXPUNGED_AUTOMATICALLY 2014-03-10',
    );
  });

  test('the code of 2015 expunges nothing before it is in force', () => {
    const feesOf2017 = oldJudgment({
      courtFees: { text: '50.000 đồng', execution: { state: 'DONE', on: '2017-07-01' } },
    });
    const result = evaluated([feesOf2017], '2023-09-18');
    expect(inShort(result)).toBe('EXPUNGED_AUTOMATICALLY 2018-01-01');
    expect(result.reasoning.map(({ step }) => step)).toContain('NOT_BEFORE');
  });

  test('of an offence after 2017 the code of 1999 is not asked', () => {
    const laws = new Set(evaluated([judgment()], '2023-09-18').reasoning.map(({ law }) => law));
    expect([...laws]).toEqual(['BLHS2015']);
  });
});

describe('hard case 23: a new crime in the period, a wanted notice', () => {
  const first = judgment({ newCrime: 'COMMITTED' });
  const second = judgment(
    {
      offenceDate: '2021-06-01',
      effectiveDate: '2021-10-01',
      principal: principal({ months: 9, execution: { state: 'DONE', on: '2022-06-15' } }),
    },
    '2021-09-01',
  );

  test('the old period counts anew from the end of the new sentence', () => {
    const result = evaluated([first, second], '2023-09-18');
    expect(inShort(result)).toBe('NOT_EXPUNGED 2024-06-15');
    const restarted = result.reasoning.find(({ step }) => step === 'RESTARTED');
    expect(restarted).toMatchObject({ from: '2021-06-01', to: '2022-06-15' });
    expect(restarted?.citation).toContain('73.2');
  });

  test('a crime after the period is over changes nothing', () => {
    const late = judgment({ ...second.details, offenceDate: '2022-03-11' }, '2022-09-01');
    expect(inShort(evaluated([first, late], '2023-09-18'))).toBe(
      'EXPUNGED_AUTOMATICALLY 2022-03-10',
    );
  });

  test('while the new sentence is not served the old conviction has no end', () => {
    const unserved = judgment(
      { ...second.details, principal: principal({ execution: { state: 'NOT_DONE', on: null } }) },
      '2021-09-01',
    );
    expect(inShort(evaluated([first, unserved], '2023-09-18'))).toBe('NOT_EXPUNGED NEW_SENTENCE');
  });

  test('a later judgment whose crime has no date leaves it open', () => {
    const undated = judgment({ ...second.details, offenceDate: null }, '2021-09-01');
    expect(inShort(evaluated([first, undated], '2023-09-18'))).toBe('UNDETERMINED NEW_JUDGMENT');
  });

  test('a new crime that is told of without its judgment is asked for', () => {
    expect(inShort(evaluated([first], '2023-09-18'))).toBe('UNDETERMINED NEW_JUDGMENT');
  });

  test('a new crime restarts the limitation on its day', () => {
    const expired = { state: 'LIMITATION_EXPIRED', on: null } as const;
    const unserved = judgment({ principal: principal({ execution: expired }) });
    const result = evaluated([unserved, second], '2023-09-18');
    expect(result.reasoning.find(({ step }) => step === 'LIMITATION_RUN')).toMatchObject({
      from: '2021-06-01',
      to: '2026-06-01',
    });
  });
});

describe('minors whom the police lists', () => {
  const theft = judgment();

  test('at 15 by the birth date no conviction counts', () => {
    expect(evaluated([theft], '2023-09-18', '2003-05-05').status).toBe('DEEMED_NONE');
  });

  test('on the sixteenth birthday the next class begins, here less serious: none either', () => {
    const steps = evaluated([theft], '2023-09-18', '2002-12-01').reasoning;
    expect(steps.find(({ step }) => step === 'DEEMED_JUVENILE')?.citation).toContain('107.1.b');
  });

  test('a birth year alone that allows two classes is not taken for one', () => {
    const grave = judgment({ severity: 'VERY_SERIOUS' });
    expect(evaluated([grave], '2020-06-01', '2000').asks).toEqual([{ fact: 'AGE', of: ['COURT'] }]);
    expect(evaluated([grave], '2020-06-01', '1999').status).toBe('NOT_EXPUNGED');
  });
});

describe('a judgment whose execution cannot be traced (CV 367/2016)', () => {
  const lost = (effectiveDate: string | null, judgedOn: string) =>
    oldJudgment(
      {
        effectiveDate,
        offenceDate: '2001-01-01',
        principal: principal({ execution: { state: 'UNTRACEABLE', on: null } }),
      },
      judgedOn,
    );

  test('counts for nothing once the time is over, and is listed as found', () => {
    const result = evaluated([lost('2001-07-01', '2001-06-01')], '2023-09-18');
    expect(result).toMatchObject({ status: 'DEEMED_NONE', listing: 'AS_FOUND', expungedOn: null });
    expect(result.reasoning.at(-1)).toMatchObject({ step: 'UNTRACEABLE', from: '2002-07-01' });
  });

  test('is asked for while the time may still run', () => {
    expect(evaluated([lost('2017-07-01', '2017-06-01')], '2018-03-01').status).toBe('UNDETERMINED');
    expect(evaluated([lost(null, '2001-06-01')], '2023-09-18').status).toBe('UNDETERMINED');
  });
});

describe('what follows for the certificate', () => {
  const on = { onDate: '2023-09-18', birthDate: ADULT, foreigner: false };
  const unserved = judgment({ offenceDate: '2009-12-15', courtFees: unpaid });
  const overturned = judgment({ basis: 'OVERTURNED' });

  test.each([
    ['no judgment', [], 'NO_RECORD'],
    ['only what counts for nothing', [overturned], 'NO_RECORD'],
    ['an expunged one', [judgment()], 'EXPUNGED'],
    ['words only', [{ judgmentDate: '2019-03-01' }], null],
    ['a live one beside an expunged one', [oldJudgment(), unserved], 'HAS_RECORD'],
  ])('%s', (_what, entries, conclusion) => {
    expect(evaluate(entries, LAWS, on).conclusion).toBe(conclusion);
  });

  test('a clean foreigner is certified for the stay', () => {
    expect(evaluate([], LAWS, { ...on, foreigner: true }).conclusion).toBe('FOREIGNER_CLEAN');
  });

  test('a term longer than the law allows is warned of, not refused', () => {
    const long = judgment({ principal: principal({ months: 400 }) });
    expect(evaluated([long], '2023-09-18').warnings).toMatchObject([{ code: 'LONGER_THAN_LAW' }]);
  });
});
