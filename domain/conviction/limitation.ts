import type { DateText } from '../instant.ts';
import type { EvaluatedEntry } from './entry.ts';
import type { Fact, ReasoningStep } from './evaluation.ts';
import type { Band } from './law.ts';
import { bandOf, endOfPeriod, isAmong } from './period.ts';
import { type KnownEntry, type Matter, tell } from './reasoning.ts';

/** When a judgment need no longer be served: `on`, or why there is no such day. */
export type LimitationEnd =
  | { state: 'ENDS'; on: DateText; steps: ReasoningStep[] }
  | { state: 'NEVER'; steps: ReasoningStep[]; missing: Fact[] }
  | { state: 'UNKNOWN'; fact: Fact };

/** Crimes of the person by the day they were committed, as far as those days are known. */
export function crimesIn(entries: readonly EvaluatedEntry[]): DateText[] {
  return entries
    .filter(({ details }) => details?.basis === 'JUDGMENT')
    .map(({ details }) => details?.offenceDate ?? null)
    .filter((date) => date !== null)
    .toSorted();
}

/**
 * The end of the limitation of execution of a judgment, restarted by new crimes on their day and by a
 * wanted notice on the day of surrender or arrest (BLHS 2015 Art. 60, 61; 1999 Art. 55, 56).
 */
export function limitationEnd(
  entry: KnownEntry,
  { others, rules }: Omit<Matter, 'entry'>,
): LimitationEnd {
  const { limitation, id } = rules;
  const { effectiveDate, offences, principal, wanted } = entry.details;
  const excluded = offences.map((offence) => isAmong(limitation.never, offence));
  if (excluded.includes(null)) return { state: 'UNKNOWN', fact: 'ARTICLE' };
  const never = excluded.find((found) => found !== false && found !== null);
  if (never) return ended([tell('NO_LIMITATION', id, never)], 'PRINCIPAL_PENALTY');
  const band = bandOf(limitation.bands, principal);
  if (band === undefined)
    return ended([tell('NO_LIMITATION', id, limitation)], 'PRINCIPAL_PENALTY');
  if (effectiveDate === null) return { state: 'UNKNOWN', fact: 'EFFECTIVE_DATE' };
  const crimes = limitation.newCrime.restarts ? crimesIn(others) : [];
  return runFrom(effectiveDate, { crimes, wanted, band, rules });
}

interface Running {
  crimes: readonly DateText[];
  wanted: KnownEntry['details']['wanted'];
  band: Band;
  rules: Matter['rules'];
}

function runFrom(effectiveDate: DateText, { crimes, wanted, band, rules }: Running): LimitationEnd {
  const { limitation, id, dayRule } = rules;
  const steps: ReasoningStep[] = [];
  let from = effectiveDate;
  for (;;) {
    const base = from;
    const end = endOfPeriod(base, band.period, dayRule);
    const crime = crimes.find((date) => date > base && date <= end);
    const hunted = limitation.wanted.restarts && wanted !== null && wanted.issuedOn <= end;
    if (hunted && wanted.endedOn === null) {
      steps.push(tell('WANTED', id, limitation.wanted, { from: wanted.issuedOn }));
      return ended(steps, 'WANTED_NOTICE');
    }
    const surrender = hunted && (wanted.endedOn ?? '') > base ? wanted.endedOn : null;
    if (surrender !== null && (crime === undefined || surrender <= crime)) {
      steps.push(tell('WANTED', id, limitation.wanted, { from: wanted?.issuedOn, to: surrender }));
      from = surrender;
    } else if (crime !== undefined) {
      steps.push(tell('LIMITATION_RESTARTED', id, limitation.newCrime, { from: crime }));
      from = crime;
    } else {
      steps.push(tell('LIMITATION_RUN', id, limitation, { from, to: end, period: band.period }));
      return { state: 'ENDS', on: end, steps };
    }
  }
}

function ended(steps: ReasoningStep[], fact: Fact): LimitationEnd {
  return { state: 'NEVER', steps, missing: [fact] };
}
