import { expect, test } from '@jest/globals';
import { DATA } from '../../../db/reference.ts';
import { readQualitySettings } from '../../../db/referenceFiles.ts';
import { QUALITY_RULES, type QualityRule } from '../../../domain/quality/codes.ts';
import { begun } from '../../../domain/quality/mending.ts';
import { findIn, nextLook, type RecordFacts } from '../../../domain/quality/rules.ts';
import { QualitySettings } from '../../../domain/quality/settings.ts';
import { findInCompletion, nextLookAt } from '../../../domain/quality/supplies.ts';
import { AMENDMENTS } from '../../../domain/record/amendment.ts';
import { type RecordFile, RecordFile as Schema } from '../../../domain/record/file.ts';
import { QUALITY_RULE_NAMES } from '../../../domain/wording/qualityNames.ts';
import { aRecord } from '../../support/scenes.ts';

const SETTINGS = await readQualitySettings(DATA);
const TODAY = '2023-09-18';

const DONE = {
  kind: 'COMPLETION',
  number: '12/GCN',
  date: '2023-03-10',
  issuer: 'Trại giam Mẫu',
  content: 'Đã chấp hành xong',
} as const;

type Judgment = RecordFile['judgments'][number];

/** A record in which nothing is found, unless `changes` say otherwise. */
function facts({
  person = {},
  judgment = {},
  ...known
}: {
  person?: Partial<RecordFile['person']>;
  judgment?: Partial<Judgment>;
  civilStatus?: RecordFacts['civilStatus'];
  alike?: string[];
} = {}): RecordFacts {
  const { person: entered, judgment: said } = aRecord();
  const whole = { offenceCode: 'BLHS2015-173', catalogueVersion: 1, executions: [DONE] };
  const file = Schema.parse({
    person: { ...entered, diedOn: null, ...person },
    judgments: [{ ...said, ref: 1, abolished: null, ...whole, ...judgment }],
    bans: [],
    note: null,
  });
  return { file, civilStatus: null, alike: [], ...known };
}

const OLD = { date: '2015-03-20', effectiveDate: '2015-04-20', executions: [] };
const same = { fullName: 'Trần Văn Mẫu', gender: 'MALE', birthDate: '1985-02-11' } as const;

const found = (of: RecordFacts) => findIn(of, SETTINGS, TODAY);

test('in a record that is right, complete and clean nothing is found', () => {
  expect(found(facts())).toEqual([]);
  expect(found(facts({ civilStatus: same }))).toEqual([]);
});

test.each<[what: string, rule: QualityRule, of: RecordFacts, place: string, source: string]>([
  [
    'completed before it was given',
    'COMPLETION_BEFORE_JUDGMENT',
    facts({ judgment: { executions: [{ ...DONE, date: '2022-05-09' }] } }),
    '1',
    'COURT',
  ],
  ['old, prison', 'NO_COMPLETION', facts({ judgment: OLD }), '1', 'POLICE'],
  [
    'old, a fine',
    'NO_COMPLETION',
    facts({ judgment: { ...OLD, principalPenalty: 'Phạt tiền 10.000.000 đồng' } }),
    '1',
    'ENFORCEMENT',
  ],
  [
    'old, suspended',
    'NO_COMPLETION',
    facts({ judgment: { ...OLD, principalPenalty: '12 tháng tù, cho hưởng án treo' } }),
    '1',
    'COMMUNE',
  ],
  [
    'old to the day',
    'NO_COMPLETION',
    facts({ judgment: { ...OLD, effectiveDate: '2018-09-18' } }),
    '1',
    'POLICE',
  ],
  [
    'old, only begun to be executed',
    'NO_COMPLETION',
    facts({ judgment: { ...OLD, executions: [{ ...DONE, kind: 'EXECUTION' }] } }),
    '1',
    'POLICE',
  ],
  [
    'no residence',
    'NO_RESIDENCE',
    facts({ person: { permanentResidence: 'Không rõ.' } }),
    '',
    'POLICE',
  ],
  ['a dash for one', 'NO_RESIDENCE', facts({ person: { permanentResidence: '—' } }), '', 'POLICE'],
  [
    'another year in the number',
    'ID_CONTRADICTS_PERSON',
    facts({ person: { personalId: '001086012345' } }),
    '',
    'POLICE',
  ],
  [
    'the other sex in the number',
    'ID_CONTRADICTS_PERSON',
    facts({ person: { personalId: '001185012345' } }),
    '',
    'POLICE',
  ],
  [
    'another name than the civil-status paper',
    'CIVIL_STATUS_CONTRADICTED',
    facts({ civilStatus: { ...same, fullName: 'Trần Văn Mẫn' } }),
    '',
    'COMMUNE',
  ],
  [
    'dead before the judgment',
    'DEATH_BEFORE_JUDGMENT',
    facts({ person: { diedOn: '2022-05-09' } }),
    '',
    'COMMUNE',
  ],
  [
    'un-normalised',
    'UNNORMALISED_OFFENCE',
    facts({ judgment: { offenceCode: null, catalogueVersion: null } }),
    '1',
    'DEPARTMENT',
  ],
  [
    'alike',
    'LIKELY_DUPLICATE',
    facts({ alike: ['25HN2023/00009'] }),
    '25HN2023/00009',
    'DEPARTMENT',
  ],
])('%s: %s', (_what, rule, of, place, source) => {
  expect(found(of)).toEqual([expect.objectContaining({ rule, place, source })]);
});

test.each<[what: string, of: RecordFacts]>([
  ['old and completed', facts({ judgment: { ...OLD, executions: [DONE] } })],
  ['old and pardoned', facts({ judgment: { ...OLD, executions: [{ ...DONE, kind: 'PARDON' }] } })],
  ['a day short of old', facts({ judgment: { ...OLD, effectiveDate: '2018-09-19' } })],
  [
    'of an offence abolished',
    facts({
      judgment: { ...OLD, offenceCode: null, abolished: { on: '2018-01-01', basis: 'BLHS 2015' } },
    }),
  ],
  [
    'completed on the day it was given',
    facts({ judgment: { executions: [{ ...DONE, date: '2022-05-10' }] } }),
  ],
  ['a number that suits', facts({ person: { personalId: '001085012345' } })],
  ['of a sex no number tells', facts({ person: { personalId: '001085012345', gender: 'OTHER' } })],
  ['a street called so', facts({ person: { permanentResidence: 'Phố Không Rõ, Hà Nội' } })],
  ['dead after it', facts({ person: { diedOn: '2022-05-10' } })],
])('nothing is found in what is %s', (_what, of) => {
  expect(found(of)).toEqual([]);
});

test('a record is looked at again on the day its first judgment becomes old, and never for what is done', () => {
  const young = facts({ judgment: { executions: [] } });
  expect(nextLook(young, SETTINGS, TODAY)).toBe('2027-06-10');
  expect(nextLook(young, SETTINGS, '2027-06-10')).toBeNull();
  expect(nextLook(facts(), SETTINGS, TODAY)).toBeNull();
  const [onThatDay] = findIn(young, SETTINGS, '2027-06-10');
  expect(onThatDay?.rule).toBe('NO_COMPLETION');
});

test.each([
  ['KEPT', '2023-09-18', 1],
  ['RECEIVED', '2023-09-08', 1],
  ['RECEIVED', '2023-09-09', 0],
  ['USED', '2020-01-01', 0],
  ['REFUSED', '2020-01-01', 0],
] as const)('a completion certificate that is %s and came on %s: %i', (state, arrivedOn, count) => {
  const certificate = { state, arrivedOn };
  expect(findInCompletion(certificate, SETTINGS, TODAY)).toHaveLength(count);
  const waits = state === 'RECEIVED' && count === 0;
  expect(nextLookAt(certificate, SETTINGS, TODAY)).toBe(waits ? '2023-09-19' : null);
});

test('how old is old is data', () => {
  const strict = QualitySettings.parse({
    ...SETTINGS,
    oldJudgment: { ...SETTINGS.oldJudgment, years: 1 },
  });
  const [first] = findIn(facts({ judgment: { executions: [] } }), strict, TODAY);
  expect(first?.rule).toBe('NO_COMPLETION');
  const none = QualitySettings.safeParse({
    ...SETTINGS,
    oldJudgment: { ...SETTINGS.oldJudgment, years: 0 },
  });
  expect(none.error?.issues[0]?.path).toEqual(['oldJudgment', 'years']);
});

test.each(QUALITY_RULES)(
  '%s has a name in both languages, a provision, and a change it begins',
  (rule) => {
    const { vi, en } = QUALITY_RULE_NAMES[rule];
    expect(vi).not.toBe(en);
    expect(SETTINGS.rules[rule].citation.length).toBeGreaterThan(10);
    const change = begun({ rule, place: '1', answer: null });
    expect(change === null || Object.hasOwn(AMENDMENTS, change.kind)).toBe(true);
  },
);

test('a source’s answer fills in the document of execution', () => {
  const { kind: _kind, ...document } = DONE;
  const answer = { ...document, scan: null };
  const change = begun({ rule: 'NO_COMPLETION', place: '1', answer });
  expect(AMENDMENTS.EXECUTION.safeParse(change?.details).data).toEqual({ ref: 1, entry: DONE });
});
