import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ConvictionDetails, EvaluatedEntry } from '../../../domain/conviction/entry.ts';
import { evaluate } from '../../../domain/conviction/evaluate.ts';
import type { EntryEvaluation } from '../../../domain/conviction/evaluation.ts';
import type { ExpungementLaws } from '../../../domain/conviction/law.ts';
import { entryProblems } from '../../../domain/conviction/contradictions.ts';
import { addDays } from '../../../domain/instant.ts';
import { ADULT, judgment, LAWS, principal } from '../../support/expungement.ts';

const OF = { birthDate: ADULT, foreigner: false };
const GONE = ['DEEMED_NONE', 'EXPUNGED_AUTOMATICALLY', 'EXPUNGED_BY_COURT'];

function evaluateOn(entries: readonly EvaluatedEntry[], onDate: string, laws = LAWS) {
  return evaluate(entries, laws, { ...OF, onDate }).entries;
}

const date = (from: string, days: number) =>
  fc.integer({ min: 0, max: days }).map((day) => addDays(from, day));

const state = fc.constantFrom('DONE', 'NOT_DONE', 'UNKNOWN', 'EXEMPTED', 'UNTRACEABLE');

/** Any judgment of 2005 to 2024 without contradictions; penalties of every kind and state. */
const anyEntry = fc
  .record({
    judgedOn: date('2005-01-01', 7000),
    before: fc.integer({ min: 1, max: 700 }),
    served: fc.integer({ min: 0, max: 3000 }),
    kind: fc.constantFrom('WARNING', 'FINE', 'NON_CUSTODIAL', 'SUSPENDED', 'PRISON', 'LIFE'),
    months: fc.integer({ min: 1, max: 240 }),
    state: fc.constantFrom('DONE', 'NOT_DONE', 'UNKNOWN', 'LIMITATION_EXPIRED', 'UNTRACEABLE'),
    fees: fc.option(fc.record({ state, after: fc.integer({ min: 0, max: 4000 }) })),
    fault: fc.constantFrom('INTENTIONAL', 'NEGLIGENT', null),
    severity: fc.constantFrom('LESS_SERIOUS', 'SERIOUS', 'VERY_SERIOUS', 'EXTREMELY_SERIOUS', null),
    ageClass: fc.constantFrom('ADULT', 'FROM_16_TO_18', null),
    datedOffence: fc.boolean(),
    newCrime: fc.constantFrom('NONE', 'UNKNOWN'),
    article: fc.constantFrom(173, 117, null),
  })
  .map((made): EvaluatedEntry => {
    const { judgedOn, kind } = made;
    const done = made.state === 'DONE';
    const doneOn = addDays(judgedOn, made.served);
    const counted = ['NON_CUSTODIAL', 'SUSPENDED', 'PRISON'].includes(kind);
    const paid = made.fees !== null && ['DONE', 'EXEMPTED'].includes(made.fees.state);
    return judgment(
      {
        effectiveDate: addDays(judgedOn, 30),
        offences: [{ code: null, penalCode: '2015', article: made.article, clause: 1 }],
        offenceDate: made.datedOffence ? addDays(judgedOn, -made.before) : null,
        fault: made.fault as ConvictionDetails['fault'],
        severity: made.severity as ConvictionDetails['severity'],
        ageClass: made.ageClass as ConvictionDetails['ageClass'],
        principal: {
          kind: kind as ConvictionDetails['principal']['kind'],
          months: counted ? made.months : null,
          execution: {
            state: made.state as ConvictionDetails['principal']['execution']['state'],
            on: done ? doneOn : null,
          },
          probationEnd: kind === 'SUSPENDED' && done ? doneOn : null,
        },
        courtFees: made.fees && {
          text: '200.000 đồng',
          execution: {
            state: made.fees.state as 'DONE',
            on: paid ? addDays(judgedOn, made.fees.after) : null,
          },
        },
        newCrime: made.newCrime as ConvictionDetails['newCrime'],
      },
      judgedOn,
    );
  });

const someEntries = fc.array(anyEntry, { minLength: 1, maxLength: 4 });
const someDay = date('2006-01-01', 9000);

function isGone({ status }: EntryEvaluation): boolean {
  return GONE.includes(status);
}

describe('laws of the evaluation', () => {
  test('the judgments that are tried contradict themselves nowhere', () => {
    fc.assert(fc.property(anyEntry, (entry) => entryProblems(entry).length === 0));
  });

  test('a later day never brings a conviction back', () => {
    fc.assert(
      fc.property(someEntries, someDay, fc.integer({ min: 1, max: 4000 }), (entries, day, more) => {
        const now = evaluateOn(entries, day);
        const then = evaluateOn(entries, addDays(day, more));
        now.forEach((entry, index) => {
          if (isGone(entry)) expect(isGone(then[index] as EntryEvaluation)).toBe(true);
        });
      }),
      { numRuns: 400 },
    );
  });

  test('a conviction is said to be expunged on a day that has come, after its judgment', () => {
    fc.assert(
      fc.property(someEntries, someDay, (entries, day) => {
        evaluateOn(entries, day).forEach(({ status, expungedOn, until }, index) => {
          const of = entries[index]?.judgmentDate ?? '';
          if (status === 'EXPUNGED_AUTOMATICALLY') {
            expect([(expungedOn ?? '') <= day, (expungedOn ?? '') > of]).toEqual([true, true]);
          }
          if (status === 'NOT_EXPUNGED' && until !== null) expect(until > of).toBe(true);
        });
      }),
      { numRuns: 400 },
    );
  });

  test('a longer prison term is never expunged sooner', () => {
    const terms = fc.tuple(fc.integer({ min: 1, max: 360 }), fc.integer({ min: 1, max: 360 }));
    fc.assert(
      fc.property(terms, date('2009-01-01', 5000), someDay, ([a, b], judgedOn, day) => {
        const execution = { state: 'DONE', on: addDays(judgedOn, 400) } as const;
        const dates = [Math.min(a, b), Math.max(a, b)].map((months) => {
          const details = { offenceDate: addDays(judgedOn, -30), effectiveDate: judgedOn };
          const term = { ...details, principal: principal({ months, execution }) };
          const [result] = evaluateOn([judgment(term, judgedOn)], day);
          return result?.expungedOn ?? result?.until ?? '9999';
        });
        const [light, heavy] = dates as [string, string];
        expect(light <= heavy).toBe(true);
      }),
    );
  });

  test('the order of the judgments does not matter', () => {
    fc.assert(
      fc.property(someEntries, someDay, (entries, day) => {
        const straight = evaluateOn(entries, day);
        const turned = evaluateOn(entries.toReversed(), day).toReversed();
        expect(turned).toEqual(straight);
      }),
      { numRuns: 200 },
    );
  });

  test('with both codes a conviction ends no later than under either alone', () => {
    fc.assert(
      fc.property(anyEntry, (entry) => {
        const day = '2040-01-01';
        const [both] = evaluateOn([entry], day);
        for (const id of ['BLHS1999', 'BLHS2015']) {
          const alone: ExpungementLaws = {
            ...LAWS,
            codes: LAWS.codes.filter((rules) => rules.id === id),
          };
          const governs =
            id === 'BLHS2015' || (entry.details?.offenceDate ?? entry.judgmentDate) < '2018';
          const [one] = governs ? evaluateOn([entry], day, alone) : [];
          if (one === undefined || !isGone(one) || both === undefined) continue;
          expect(isGone(both)).toBe(true);
          if (both.expungedOn === null || one.expungedOn === null) continue;
          expect(both.expungedOn <= one.expungedOn).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('another crime in the period never brings its end forward', () => {
    fc.assert(
      fc.property(anyEntry, anyEntry, someDay, (entry, other, day) => {
        const committed = entry.details;
        if (committed === undefined) return;
        const repeated = { ...entry, details: { ...committed, newCrime: 'COMMITTED' as const } };
        const [alone] = evaluateOn([entry], day);
        const [beside] = evaluateOn([repeated, other], day);
        if (beside?.status !== 'EXPUNGED_AUTOMATICALLY' || beside.expungedOn === null) return;
        if (alone?.status === 'UNDETERMINED') return;
        expect((alone?.expungedOn ?? alone?.until ?? '') <= beside.expungedOn).toBe(true);
      }),
      { numRuns: 400 },
    );
  });
});
