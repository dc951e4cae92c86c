import type { ConvictionDetails } from '../../../domain/conviction/entry.ts';
import { judgment, principal } from '../../support/expungement.ts';
import type { Row } from './articles.table.ts';

type Kind = ConvictionDetails['principal']['kind'];

const security = [{ code: 'BLHS2015-117', penalCode: '2015', article: 117, clause: 1 }] as const;

/** An offence against national security, done on 10 March 2020. */
function ofSecurity(kind: Kind, months: number | null, more: Partial<ConvictionDetails> = {}) {
  return judgment({
    offences: [...security],
    severity: 'VERY_SERIOUS',
    principal: principal({ kind, months, execution: { state: 'DONE', on: '2020-03-10' } }),
    ...more,
  });
}

const refused = (date: string) => ({ kind: 'REFUSED', number: '1/QĐ-TA', date }) as const;

/** BLHS 2015 Art. 71, 72 and 73.3. */
export const BY_COURT: readonly Row[] = [
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
