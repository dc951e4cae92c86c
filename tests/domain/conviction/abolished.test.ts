import { describe, expect, test } from '@jest/globals';
import { evaluated, oldJudgment, principal } from '../../support/expungement.ts';

describe('hard case 24: offences the code of 2015 no longer has, has under another name, or has split', () => {
  const of1999 = (code: string | null, article: number, changes = {}) =>
    oldJudgment({ offences: [{ code, penalCode: '1999', article, clause: 1 }], ...changes });
  const serving = { principal: principal({ execution: { state: 'NOT_DONE', on: null } }) };

  test.each(['BLHS1999-167', 'TD-0167', null])(
    'abolished and served counts for nothing (%s)',
    (code) => {
      const result = evaluated([of1999(code, 167)], '2018-01-02');
      expect(result).toMatchObject({ status: 'DEEMED_NONE', listing: 'NOT_LISTED', asks: [] });
      expect(result.reasoning).toMatchObject([
        { step: 'ABOLISHED', verified: true, from: '2017-07-05' },
        { step: 'REMOVED' },
      ]);
    },
  );

  test('abolished and not served: whether the rest was let off is asked of the court', () => {
    const result = evaluated([of1999('BLHS1999-167', 167, serving)], '2018-01-02');
    expect(result).toMatchObject({
      status: 'UNDETERMINED',
      asks: [{ fact: 'PRINCIPAL_PENALTY', of: ['COURT'] }],
    });
    expect(result.reasoning.at(-1)?.step).toBe('ABOLISHED');
  });

  test.each([
    ['before the resolution', 'BLHS1999-167', 167, '2017-07-04'],
    ['of an article that names another offence too', null, 148, '2018-01-02'],
    ['kept punishable (NQ 41/2017 Art. 2.1.e)', 'BLHS1999-159', 159, '2018-01-02'],
    ['split into four', 'BLHS1999-194', 194, '2018-01-02'],
  ])('%s: the usual rules', (_what, code, article, onDate) => {
    const { reasoning, status } = evaluated([of1999(code, article, serving)], onDate);
    expect(status).toBe('NOT_EXPUNGED');
    expect(reasoning.map(({ step }) => step)).not.toContain('ABOLISHED');
  });

  test('beside an offence that still is one the judgment keeps its weight', () => {
    const both = [
      { code: 'BLHS1999-167', penalCode: '1999', article: 167, clause: 1 } as const,
      { code: 'BLHS1999-138', penalCode: '1999', article: 138, clause: 1 } as const,
    ];
    const result = evaluated([oldJudgment({ offences: both, ...serving })], '2018-01-02');
    expect(result.status).toBe('NOT_EXPUNGED');
  });
});
