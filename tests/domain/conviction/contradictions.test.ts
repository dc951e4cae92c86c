import { describe, expect, test } from '@jest/globals';
import { ConvictionEntry } from '../../../domain/agencyMessage.ts';
import { DraftEntry } from '../../../domain/acts.ts';
import type { ConvictionDetails } from '../../../domain/conviction/entry.ts';
import { readWords } from '../../../domain/conviction/reading.ts';
import { principal, THEFT } from '../../support/expungement.ts';
import { JUDGMENT } from '../../support/scenes.ts';

/** Judgment of 20 March 2015; the details of `THEFT` lie after it. */
function problemsOf(changes: Partial<ConvictionDetails>): string[] {
  const details = { ...THEFT, offenceDate: '2014-12-01', ...changes };
  const parsed = ConvictionEntry.safeParse({ ...JUDGMENT, details });
  return parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
}

const early = { state: 'DONE', on: '2015-03-19' } as const;

describe('a judgment whose dates contradict each other is refused, field by field', () => {
  test.each<[string, Partial<ConvictionDetails>]>([
    ['details.effectiveDate EFFECTIVE_BEFORE_JUDGMENT', { effectiveDate: '2015-03-19' }],
    ['details.offenceDate OFFENCE_AFTER_JUDGMENT', { offenceDate: '2015-03-21' }],
    [
      'details.principal.execution.on COMPLETED_BEFORE_JUDGMENT',
      { principal: principal({ execution: early }) },
    ],
    [
      'details.principal.execution.on DATE_OF_WHAT_IS_NOT_DONE',
      { principal: principal({ execution: { state: 'NOT_DONE', on: '2016-01-01' } }) },
    ],
    [
      'details.principal.probationEnd PROBATION_BEFORE_JUDGMENT',
      { principal: principal({ kind: 'SUSPENDED', probationEnd: '2015-03-19' }) },
    ],
    [
      'details.principal.probationEnd PROBATION_FOR_SUSPENDED',
      { principal: principal({ probationEnd: '2016-03-19' }) },
    ],
    ['details.principal.months MONTHS_FOR_TERM', { principal: principal({ months: null }) }],
    ['details.principal.months MONTHS_FOR_TERM', { principal: principal({ kind: 'FINE' }) }],
    [
      'details.courtFees.execution.on COMPLETED_BEFORE_JUDGMENT',
      { courtFees: { text: '200.000 đồng', execution: early } },
    ],
    [
      'details.additional.0.endsOn ENDS_BEFORE_JUDGMENT',
      {
        additional: [
          {
            kind: 'RESIDENCE_BAN',
            text: 'Cấm cư trú',
            endsOn: '2015-03-19',
            execution: { state: 'NOT_DONE', on: null },
          },
        ],
      },
    ],
    [
      'details.courtDecisions.0.date DECISION_BEFORE_JUDGMENT',
      { courtDecisions: [{ kind: 'EXPUNGED', number: '1', date: '2015-03-19' }] },
    ],
    [
      'details.wanted.issuedOn WANTED_BEFORE_JUDGMENT',
      { wanted: { issuedOn: '2015-03-19', endedOn: null } },
    ],
    [
      'details.wanted.endedOn ENDS_BEFORE_START',
      { wanted: { issuedOn: '2016-03-19', endedOn: '2016-03-18' } },
    ],
    [
      'details.offences.0.code CODE_OF_ANOTHER_ARTICLE',
      { offences: [{ code: 'BLHS2015-174', penalCode: '2015', article: 173, clause: 1 }] },
    ],
    ['details.noJudgmentAt NO_JUDGMENT_BESIDE_ONE', { noJudgmentAt: ['COURT'] }],
  ])('%s', (problem, changes) => {
    expect(problemsOf(changes)).toEqual([problem]);
  });

  test('a code of another list than ours is taken as the catalogue has it, and names no article', () => {
    const offence = { penalCode: '2015', article: 173, clause: 1 } as const;
    expect(problemsOf({ offences: [{ ...offence, code: 'TD-0412' }] })).toEqual([]);
    const [problem] = problemsOf({ offences: [{ ...offence, code: 'Điều 173' }] });
    expect(problem).toMatch(/^details\.offences\.0\.code /u);
  });

  test('the day of the judgment itself is early enough for everything', () => {
    const on = JUDGMENT.judgmentDate;
    const served = principal({ execution: { state: 'DONE', on } });
    expect(problemsOf({ effectiveDate: on, offenceDate: on, principal: served })).toEqual([]);
  });

  test('an entry of old times, in words only, is still one', () => {
    expect(ConvictionEntry.parse(JUDGMENT)).toEqual(JUDGMENT);
    expect(DraftEntry.parse({ ...JUDGMENT, expungedOn: '2018-03-20' }).standing).toBeUndefined();
  });

  test.each([
    ['EXPUNGED', null],
    ['NOT_EXPUNGED', '2018-03-20'],
    ['AS_FOUND', '2018-03-20'],
  ])('standing %s beside the day %s is refused', (standing, expungedOn) => {
    const parsed = DraftEntry.safeParse({ ...JUDGMENT, expungedOn, standing });
    expect(parsed.error?.issues.map(({ message }) => message)).toEqual(['DATE_IF_EXPUNGED']);
  });
});

test.each([
  ['01 năm 06 tháng tù', 'PRISON', 18],
  ['09 tháng tù', 'PRISON', 9],
  ['06 tháng tù, cho hưởng án treo, thời gian thử thách 12 tháng', 'SUSPENDED', 6],
  ['12 tháng cải tạo không giam giữ', 'NON_CUSTODIAL', 12],
  ['Phạt tiền 5.000.000 đồng', 'FINE', null],
  ['Tù chung thân', 'LIFE', null],
])('“%s” is read as %s of %s months', (penalty, kind, months) => {
  const read = readWords({ ...JUDGMENT, penalty });
  expect(read.principal).toMatchObject({ kind, months });
  expect(read.offences).toEqual([{ code: null, penalCode: '1999', article: 138, clause: 1 }]);
  expect(read.principal.execution).toEqual({ state: 'DONE', on: '2016-03-20' });
});
