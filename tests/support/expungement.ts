import { readExpungementLaws } from '../../db/referenceFiles.ts';
import type { ConvictionDetails, EvaluatedEntry } from '../../domain/conviction/entry.ts';
import { evaluate } from '../../domain/conviction/evaluate.ts';
import type { EntryEvaluation } from '../../domain/conviction/evaluation.ts';
import type { ExpungementLaws } from '../../domain/conviction/law.ts';
import { DATA } from '../../db/reference.ts';

/** The law that ships. */
export const LAWS: ExpungementLaws = await readExpungementLaws(DATA);

export const ADULT = '1980-05-05';

/** Theft of 2018 onwards: 12 months of prison, served, nothing else in the judgment. */
export const THEFT: ConvictionDetails = {
  basis: 'JUDGMENT',
  noJudgmentAt: [],
  effectiveDate: '2019-04-01',
  offender: 'PERSON',
  offences: [{ code: 'BLHS2015-173', penalCode: '2015', article: 173, clause: 1 }],
  offenceDate: '2018-12-01',
  ageClass: null,
  fault: 'INTENTIONAL',
  severity: 'LESS_SERIOUS',
  principal: {
    kind: 'PRISON',
    months: 12,
    execution: { state: 'DONE', on: '2020-03-10' },
    probationEnd: null,
  },
  additional: [],
  civil: null,
  courtFees: null,
  wanted: null,
  newCrime: 'NONE',
  courtDecisions: [],
};

export function judgment(
  changes: Partial<ConvictionDetails> = {},
  judgmentDate = '2019-03-01',
): EvaluatedEntry {
  return { judgmentDate, details: { ...THEFT, ...changes } };
}

export function principal(
  changes: Partial<ConvictionDetails['principal']>,
): ConvictionDetails['principal'] {
  return { ...THEFT.principal, ...changes };
}

/** An offence before 2018 under the code of 1999, with its judgment of 2010. */
export function oldJudgment(
  changes: Partial<ConvictionDetails> = {},
  judgmentDate = '2010-03-01',
): EvaluatedEntry {
  const old: Partial<ConvictionDetails> = {
    effectiveDate: '2010-04-01',
    offences: [{ code: 'BLHS1999-138', penalCode: '1999', article: 138, clause: 1 }],
    offenceDate: '2009-12-01',
    principal: principal({ execution: { state: 'DONE', on: '2011-03-10' } }),
  };
  return judgment({ ...old, ...changes }, judgmentDate);
}

/** The evaluation of the first of some judgments on a day. */
export function evaluated(
  entries: readonly EvaluatedEntry[],
  onDate: string,
  birthDate = ADULT,
): EntryEvaluation {
  const of = { onDate, birthDate, foreigner: false };
  const [first] = evaluate(entries, LAWS, of).entries;
  if (first === undefined) throw new Error('no judgment');
  return first;
}

/** A result in one line: status, with the day it rests on and what is missing or asked. */
export function inShort({ status, expungedOn, until, missing, asks }: EntryEvaluation): string {
  const facts = [...new Set([...missing, ...asks.map(({ fact }) => fact)])];
  return [status, expungedOn ?? until ?? '', facts.join(' ')]
    .filter((part) => part !== '')
    .join(' ');
}
