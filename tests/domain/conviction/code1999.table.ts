import { oldJudgment, principal } from '../../support/expungement.ts';
import type { Row } from './articles.table.ts';

/** Under the code of 1999 alone: what was so before 2018. */
export const CODE_1999: readonly Row[] = [
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
