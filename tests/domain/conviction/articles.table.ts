import type { ConvictionDetails, EvaluatedEntry } from '../../../domain/conviction/entry.ts';
import { judgment, oldJudgment, principal } from '../../support/expungement.ts';

/** One judgment, the day it is looked at, and what the article gives (see `inShort`). */
export type Row = [
  article: string,
  what: string,
  entry: EvaluatedEntry,
  onDate: string,
  result: string,
];

type Kind = ConvictionDetails['principal']['kind'];
const DONE = { state: 'DONE', on: '2020-03-10' } as const;

/** A sentence that was done on 10 March 2020. */
function served(kind: Kind, months: number | null = null): EvaluatedEntry {
  const probationEnd = kind === 'SUSPENDED' ? '2020-03-10' : null;
  const execution = kind === 'SUSPENDED' ? ({ state: 'NOT_DONE', on: null } as const) : DONE;
  return judgment({ principal: principal({ kind, months, execution, probationEnd }) });
}

const security = [{ code: 'BLHS2015-117', penalCode: '2015', article: 117, clause: 1 }] as const;

/** An offence against national security, done on 10 March 2020. */
function ofSecurity(kind: Kind, months: number | null, more: Partial<ConvictionDetails> = {}) {
  return judgment({
    offences: [...security],
    severity: 'VERY_SERIOUS',
    principal: principal({ kind, months, execution: DONE }),
    ...more,
  });
}

const refused = (date: string) => ({ kind: 'REFUSED', number: '1/QĐ-TA', date }) as const;

const ART_69: Row[] = [
  [
    '69.2',
    'negligent, less serious',
    judgment({ fault: 'NEGLIGENT' }),
    '2019-05-01',
    'DEEMED_NONE',
  ],
  [
    '69.2',
    'negligent, serious',
    judgment({ fault: 'NEGLIGENT', severity: 'SERIOUS' }),
    '2019-05-01',
    'DEEMED_NONE',
  ],
  [
    '69.2',
    'negligent, very serious',
    judgment({ fault: 'NEGLIGENT', severity: 'VERY_SERIOUS' }),
    '2021-05-01',
    'NOT_EXPUNGED 2022-03-10',
  ],
  [
    '69.2',
    'exempted from penalty',
    judgment({ principal: principal({ kind: 'EXEMPTED', months: null }) }),
    '2019-05-01',
    'DEEMED_NONE',
  ],
  [
    '69.2',
    'fault not known while the period runs',
    judgment({ fault: null }),
    '2021-05-01',
    'UNDETERMINED FAULT_AND_SEVERITY',
  ],
  [
    '69.2',
    'fault not known when the period is over',
    judgment({ fault: null }),
    '2022-05-01',
    'EXPUNGED_AUTOMATICALLY 2022-03-10',
  ],
];

const ART_70: Row[] = [
  ...(
    [
      ['WARNING', null, '2021-03-10'],
      ['FINE', null, '2021-03-10'],
      ['NON_CUSTODIAL', 12, '2021-03-10'],
      ['SUSPENDED', 36, '2021-03-10'],
      ['PRISON', 3, '2022-03-10'],
      ['PRISON', 60, '2022-03-10'],
      ['PRISON', 61, '2023-03-10'],
      ['PRISON', 180, '2023-03-10'],
      ['PRISON', 181, '2025-03-10'],
      ['LIFE', null, '2025-03-10'],
      ['DEATH_COMMUTED', null, '2025-03-10'],
    ] as const
  ).map(([kind, months, until]): Row => {
    const what = `${kind} ${months ?? ''}`;
    return ['70.2', what, served(kind, months), '2020-06-01', `NOT_EXPUNGED ${until}`];
  }),
  ['70.2', 'the last day before', judgment(), '2022-03-09', 'NOT_EXPUNGED 2022-03-10'],
  ['70.2', 'the day itself', judgment(), '2022-03-10', 'EXPUNGED_AUTOMATICALLY 2022-03-10'],
  [
    '70.2',
    'served on 29 February',
    judgment({ principal: principal({ execution: { state: 'DONE', on: '2020-02-29' } }) }),
    '2022-03-10',
    'EXPUNGED_AUTOMATICALLY 2022-02-28',
  ],
  [
    '70.2',
    'a residence control that lasts longer',
    judgment({
      additional: [
        {
          kind: 'RESIDENCE_CONTROL',
          text: 'Quản chế 03 năm',
          endsOn: '2023-03-10',
          execution: { state: 'NOT_DONE', on: null },
        },
      ],
    }),
    '2022-06-01',
    'NOT_EXPUNGED 2023-03-10',
  ],
  [
    '70.2',
    'court fees paid late',
    judgment({
      courtFees: { text: '200.000 đồng', execution: { state: 'DONE', on: '2023-01-05' } },
    }),
    '2023-02-01',
    'EXPUNGED_AUTOMATICALLY 2023-01-05',
  ],
  [
    '70.2',
    'court fees not paid',
    judgment({ courtFees: { text: '200.000 đồng', execution: { state: 'NOT_DONE', on: null } } }),
    '2023-02-01',
    'NOT_EXPUNGED COURT_FEES',
  ],
  [
    '70.2',
    'compensation not known',
    judgment({ civil: { text: 'Bồi thường', execution: { state: 'UNKNOWN', on: null } } }),
    '2023-02-01',
    'UNDETERMINED CIVIL_OBLIGATIONS',
  ],
  [
    '70.2',
    'compensation not known before the earliest day',
    judgment({ civil: { text: 'Bồi thường', execution: { state: 'UNKNOWN', on: null } } }),
    '2021-02-01',
    'NOT_EXPUNGED 2022-03-10 CIVIL_OBLIGATIONS',
  ],
  [
    '70.2',
    'sentence not served',
    judgment({ principal: principal({ execution: { state: 'NOT_DONE', on: null } }) }),
    '2023-02-01',
    'NOT_EXPUNGED PRINCIPAL_PENALTY',
  ],
  [
    '70.2',
    'served, nobody knows when',
    judgment({ principal: principal({ execution: { state: 'DONE', on: null } }) }),
    '2023-02-01',
    'UNDETERMINED PRINCIPAL_PENALTY',
  ],
  [
    '70.2',
    'time over, new crime not asked',
    judgment({ newCrime: 'UNKNOWN' }),
    '2023-02-01',
    'UNDETERMINED NEW_CRIME',
  ],
  [
    '70.2',
    'deportation: no period in the article',
    served('DEPORTATION'),
    '2023-02-01',
    'UNDETERMINED PERIOD',
  ],
  [
    '73.4',
    'remaining term waived',
    judgment({ principal: principal({ execution: { state: 'EXEMPTED', on: '2019-09-02' } }) }),
    '2021-09-02',
    'EXPUNGED_AUTOMATICALLY 2021-09-02',
  ],
];

const ART_71: Row[] = [
  ...(
    [
      ['NON_CUSTODIAL', 12, '2021-03-10'],
      ['PRISON', 60, '2023-03-10'],
      ['PRISON', 180, '2025-03-10'],
      ['PRISON', 181, '2027-03-10'],
      ['LIFE', null, '2027-03-10'],
    ] as const
  ).map(([kind, months, from]): Row => {
    const result = `NOT_EXPUNGED ${from} COURT_DECISION`;
    return ['71.2', `${kind} ${months ?? ''}`, ofSecurity(kind, months), '2030-01-01', result];
  }),
  [
    '71.3',
    'refused once',
    ofSecurity('PRISON', 60, { courtDecisions: [refused('2023-05-01')] }),
    '2030-01-01',
    'NOT_EXPUNGED 2024-05-01 COURT_DECISION',
  ],
  [
    '71.3',
    'refused twice',
    ofSecurity('PRISON', 60, { courtDecisions: [refused('2024-06-01'), refused('2023-05-01')] }),
    '2030-01-01',
    'NOT_EXPUNGED 2026-06-01 COURT_DECISION',
  ],
  [
    '71.1',
    'a court expunged',
    ofSecurity('PRISON', 60, {
      courtDecisions: [{ kind: 'EXPUNGED', number: '7/2024/QĐ-TA', date: '2024-02-01' }],
    }),
    '2024-03-01',
    'EXPUNGED_BY_COURT 2024-02-01',
  ],
  [
    '72',
    'expunged early for merit',
    judgment({ courtDecisions: [{ kind: 'EXPUNGED', number: '9/QĐ-TA', date: '2020-12-01' }] }),
    '2021-01-01',
    'EXPUNGED_BY_COURT 2020-12-01',
  ],
  [
    '73.3',
    'one offence of the court among several',
    judgment({
      offences: [...security, { code: null, penalCode: '2015', article: 173, clause: 1 }],
    }),
    '2030-01-01',
    'NOT_EXPUNGED 2023-03-10 COURT_DECISION',
  ],
  [
    '71.1',
    'article not known',
    judgment({ offences: [{ code: null, penalCode: '2015', article: null, clause: null }] }),
    '2030-01-01',
    'UNDETERMINED ARTICLE',
  ],
];

/** Judgment of 1 March 2019 in force on 1 April 2019 that nobody executed. */
function unserved(kind: Kind, months: number | null, more: Partial<ConvictionDetails> = {}) {
  const execution = { state: 'LIMITATION_EXPIRED', on: null } as const;
  return judgment({ principal: principal({ kind, months, execution }), ...more });
}

const ART_60: Row[] = [
  ['60.2.a', 'a fine', unserved('FINE', null), '2024-06-01', 'NOT_EXPUNGED 2025-04-01'],
  ['60.2.a', 'prison of 3 years', unserved('PRISON', 36), '2024-06-01', 'NOT_EXPUNGED 2026-04-01'],
  [
    '60.2.b',
    'prison over 3 years',
    unserved('PRISON', 37),
    '2024-06-01',
    'NOT_EXPUNGED 2031-04-01',
  ],
  [
    '60.2.c',
    'prison over 15 years',
    unserved('PRISON', 181),
    '2024-06-01',
    'NOT_EXPUNGED 2039-04-01',
  ],
  ['60.2.d', 'life', unserved('LIFE', null), '2024-06-01', 'NOT_EXPUNGED 2044-04-01'],
  ['70.3', 'after it', unserved('PRISON', 36), '2026-04-01', 'EXPUNGED_AUTOMATICALLY 2026-04-01'],
  [
    '60.5',
    'wanted and at large',
    unserved('PRISON', 36, { wanted: { issuedOn: '2020-01-01', endedOn: null } }),
    '2030-01-01',
    'NOT_EXPUNGED WANTED_NOTICE',
  ],
  [
    '60.5',
    'wanted and surrendered',
    unserved('PRISON', 36, { wanted: { issuedOn: '2020-01-01', endedOn: '2021-05-05' } }),
    '2024-01-01',
    'NOT_EXPUNGED 2028-05-05',
  ],
  [
    '60.4',
    'not known since when in force',
    unserved('PRISON', 36, { effectiveDate: null }),
    '2030-01-01',
    'UNDETERMINED EFFECTIVE_DATE',
  ],
  [
    '61',
    'embezzlement by clause 3: no limitation',
    unserved('PRISON', 180, {
      offences: [{ code: 'BLHS2015-353', penalCode: '2015', article: 353, clause: 3 }],
      severity: 'EXTREMELY_SERIOUS',
    }),
    '2045-01-01',
    'NOT_EXPUNGED PRINCIPAL_PENALTY',
  ],
];

const ART_89: Row[] = [
  [
    '89',
    'a legal person, two years',
    judgment({
      offender: 'LEGAL_PERSON',
      ageClass: 'ADULT',
      principal: principal({ kind: 'FINE', months: null }),
      courtFees: { text: '200.000 đồng', execution: { state: 'DONE', on: '2020-08-01' } },
    }),
    '2021-01-01',
    'NOT_EXPUNGED 2022-08-01',
  ],
];

/** Under the code of 1999 alone: what was so before 2018. */
const CODE_1999: Row[] = [
  ...(
    [
      ['SUSPENDED', 12, '2012-03-10'],
      ['PRISON', 36, '2014-03-10'],
      ['PRISON', 37, '2016-03-10'],
      ['PRISON', 181, '2018-03-10'],
    ] as const
  ).map(([kind, months, until]): Row => {
    const execution = { state: 'DONE', on: '2011-03-10' } as const;
    const entry = oldJudgment({ principal: principal({ kind, months, execution }) });
    return ['1999 64.2', `${kind} ${months}`, entry, '2011-06-01', `NOT_EXPUNGED ${until}`];
  }),
  [
    '1999 67.3',
    'counted from the fees, paid last',
    oldJudgment({
      courtFees: { text: '50.000 đồng', execution: { state: 'DONE', on: '2012-07-01' } },
    }),
    '2013-01-01',
    'NOT_EXPUNGED 2015-07-01',
  ],
  [
    '1999 67.3',
    'fees not paid: not begun',
    oldJudgment({
      courtFees: { text: '50.000 đồng', execution: { state: 'NOT_DONE', on: null } },
    }),
    '2017-12-31',
    'NOT_EXPUNGED COURT_FEES',
  ],
  [
    '1999 64.1',
    'exempted from penalty',
    oldJudgment({ principal: principal({ kind: 'EXEMPTED', months: null }) }),
    '2010-06-01',
    'EXPUNGED_AUTOMATICALLY 2010-04-01',
  ],
];

export const ROWS: readonly Row[] = [
  ...ART_69,
  ...ART_70,
  ...ART_71,
  ...ART_60,
  ...ART_89,
  ...CODE_1999,
];
