import type { ConvictionDetails, EvaluatedEntry } from '../../../domain/conviction/entry.ts';
import { judgment, principal } from '../../support/expungement.ts';

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

/** BLHS 2015 Art. 69, 70 and 73.4. */
export const ARTICLES: readonly Row[] = [...ART_69, ...ART_70];
