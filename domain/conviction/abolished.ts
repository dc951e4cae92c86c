import type { DateText } from '../instant.ts';
import type { Ask, EntryEvaluation } from './evaluation.ts';
import type { Offence } from './entry.ts';
import type { Abolished, ExpungementPractice } from './law.ts';
import { type KnownEntry, tell } from './reasoning.ts';

/**
 * A judgment all of whose offences a later code no longer knows (NQ 41/2017/QH14 Art. 2.2.d, 2.2.g): by
 * itself of no weight once the penalties are served or let off, and out of the record (Law 28/2009 Art.
 * 35). Until that is known the court is asked, unless `byRules` gives an end to it anyway. An offence
 * that was split or renamed is none of these. Null where no such law covers the judgment.
 */
export function ofAbolished(
  { details }: KnownEntry,
  { abolished, removed }: ExpungementPractice,
  onDate: DateText,
  byRules: () => EntryEvaluation,
): EntryEvaluation | null {
  const law = abolished.find(
    (each) => each.from <= onDate && details.offences.every((offence) => covers(each, offence)),
  );
  if (law === undefined) return null;
  const abolition = tell('ABOLISHED', null, law, { from: law.from });
  const usual = byRules();
  const penalties = [details.principal, ...details.additional];
  const done = penalties.every(({ execution: { state } }) => DONE.includes(state));
  if (done) {
    const reasoning = [abolition, tell('REMOVED', null, removed)];
    return { ...usual, ...NOTHING_OPEN, status: 'DEEMED_NONE', listing: 'NOT_LISTED', reasoning };
  }
  if (ENDED.includes(usual.status)) return usual;
  const ask: Ask = { fact: 'PRINCIPAL_PENALTY', of: ['COURT'] };
  return {
    ...usual,
    ...NOTHING_OPEN,
    status: 'UNDETERMINED',
    missing: ['PRINCIPAL_PENALTY'],
    asks: [ask],
    reasoning: [...usual.reasoning, abolition],
  };
}

const DONE: readonly string[] = ['DONE', 'EXEMPTED'];
const ENDED: readonly string[] = ['DEEMED_NONE', 'EXPUNGED_AUTOMATICALLY', 'EXPUNGED_BY_COURT'];
const NOTHING_OPEN = { expungedOn: null, until: null, missing: [], asks: [] };

/** By its code; by the article, whatever list its code is of, where the article names no other offence. */
function covers({ penalCode, offences }: Abolished, offence: Offence): boolean {
  return offences.some(
    ({ code, article }) =>
      offence.code === code ||
      (article !== null && offence.penalCode === penalCode && offence.article === article),
  );
}
