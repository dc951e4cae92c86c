import type { ConvictionDetails } from '../../../domain/conviction/entry.ts';
import { judgment, principal } from '../../support/expungement.ts';
import type { Row } from './articles.table.ts';

type Kind = ConvictionDetails['principal']['kind'];

/** Judgment of 1 March 2019 in force on 1 April 2019 that nobody executed. */
function unserved(kind: Kind, months: number | null, more: Partial<ConvictionDetails> = {}) {
  const execution = { state: 'LIMITATION_EXPIRED', on: null } as const;
  return judgment({ principal: principal({ kind, months, execution }), ...more });
}

/** BLHS 2015 Art. 60, 61 and 70.3. */
export const LIMITATION: readonly Row[] = [
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

export const LEGAL_PERSONS: readonly Row[] = [
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
