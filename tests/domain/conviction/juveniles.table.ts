import type { ConvictionDetails } from '../../../domain/conviction/entry.ts';
import { judgment, principal } from '../../support/expungement.ts';
import type { Row } from './articles.table.ts';

/** Committed at 16 or 17, done on 10 March 2020. */
function minor(more: Partial<ConvictionDetails>) {
  const severity = 'EXTREMELY_SERIOUS' as const;
  return judgment({ ageClass: 'FROM_16_TO_18', severity, ...more });
}

const done = { state: 'DONE', on: '2020-03-10' } as const;
const prison = (months: number) => principal({ months, execution: done });

/** BLHS 2015 Art. 107. */
export const JUVENILES: readonly Row[] = [
  [
    '107.1.a',
    'at 14 or 15, whatever the crime',
    minor({ ageClass: 'FROM_14_TO_16' }),
    '2019-05-01',
    'DEEMED_NONE',
  ],
  ['107.1.b', 'less serious', minor({ severity: 'LESS_SERIOUS' }), '2019-05-01', 'DEEMED_NONE'],
  ['107.1.b', 'serious', minor({ severity: 'SERIOUS' }), '2019-05-01', 'DEEMED_NONE'],
  [
    '107.1.b',
    'very serious by negligence',
    minor({ severity: 'VERY_SERIOUS', fault: 'NEGLIGENT' }),
    '2019-05-01',
    'DEEMED_NONE',
  ],
  [
    '107.2.b',
    'very serious with intent',
    minor({ severity: 'VERY_SERIOUS', principal: prison(60) }),
    '2020-06-01',
    'NOT_EXPUNGED 2021-03-10',
  ],
  [
    '107.1.c',
    'a judicial measure',
    minor({ principal: principal({ kind: 'JUDICIAL_MEASURE', months: null }) }),
    '2019-05-01',
    'DEEMED_NONE',
  ],
  [
    '107.2.a',
    'suspended',
    minor({
      principal: principal({ kind: 'SUSPENDED', months: 24, probationEnd: '2020-03-10' }),
    }),
    '2020-06-01',
    'NOT_EXPUNGED 2020-09-10',
  ],
  [
    '107.2.c',
    'over 5 years',
    minor({ principal: prison(61) }),
    '2020-06-01',
    'NOT_EXPUNGED 2022-03-10',
  ],
  [
    '107.2.d',
    'over 15 years',
    minor({ principal: prison(181) }),
    '2020-06-01',
    'NOT_EXPUNGED 2023-03-10',
  ],
  [
    '107.2',
    'court fees do not matter',
    minor({
      principal: prison(60),
      courtFees: { text: '200.000 đồng', execution: { state: 'NOT_DONE', on: null } },
    }),
    '2021-03-10',
    'EXPUNGED_AUTOMATICALLY 2021-03-10',
  ],
  [
    '107.1.b',
    'severity not known',
    minor({ severity: null }),
    '2020-06-01',
    'UNDETERMINED FAULT_AND_SEVERITY',
  ],
];
