import type { DateText } from '../instant.ts';
import { startOf } from './counting.ts';
import type { Fact, ReasoningStep } from './evaluation.ts';
import { joinParts, otherParts } from './execution.ts';
import type { Articles, Band } from './law.ts';
import { addMonths, bandOf, endOfPeriod, later } from './period.ts';
import { type Matter, tell } from './reasoning.ts';
import { runPeriod, undatedCrimes } from './restarts.ts';
import type { Verdict } from './underRules.ts';

/**
 * An offence of which only a court expunges (BLHS 2015 Art. 71): never by itself; `from` is the first
 * day on which the court may be asked, after waits for earlier refusals.
 */
export function courtVerdict(
  matter: Matter,
  { citation, verified }: Articles,
  base: Pick<Verdict, 'law' | 'doubts'>,
  told: ReasoningStep[],
): Verdict {
  const { entry, rules } = matter;
  const steps = [...told, tell('COURT_ONLY', rules.id, { citation, verified })];
  const missing: Fact[] = ['COURT_DECISION'];
  const open = (from: DateText | null, more: ReasoningStep[] = [], lacks: Fact[] = []): Verdict => {
    return {
      ...base,
      outcome: 'BY_COURT',
      from,
      missing: [...lacks, ...missing],
      steps: [...steps, ...more],
    };
  };
  const band = bandOf(rules.byCourt.bands, entry.details.principal);
  if (band === undefined) return open(null, [tell('NO_PERIOD', rules.id, rules.byCourt)]);
  const start = startOf(entry, rules.byCourt.startsAt, matter);
  if (start.state !== 'STARTED' || undatedCrimes(matter)) {
    const lacks = start.state === 'NOT_STARTED' ? start.missing : [];
    return open(null, start.steps, lacks);
  }
  const parts = joinParts(otherParts(entry.details));
  if (parts.open.length > 0) return open(null, start.steps, parts.open);
  const course = runPeriod(matter, start.on, (from) => {
    const end = endOfPeriod(from, band.period, rules.dayRule);
    return later(end, parts.doneOn ?? end);
  });
  if (course.state !== 'ENDS') return open(null, [...start.steps, ...course.steps]);
  const refusals = waits(matter);
  const from = refusals.reduce((date, { to }) => later(date, to ?? date), course.on);
  return open(from, [
    tell('STARTED', rules.id, rules.byCourt, { from: start.on }),
    ...course.steps,
    tell('PERIOD', rules.id, rules.byCourt, { period: band.period }),
    ...refusals,
    tell('COURT_FROM', rules.id, rules.byCourt, { from }),
    tell('SPECIAL_FROM', rules.id, rules.special, { from: specialFrom(matter, start.on, band) }),
  ]);
}

/** The wait after each refusal: shorter after the first (Art. 71.3). */
function waits({ entry, rules }: Matter): ReasoningStep[] {
  const { first, further } = rules.refusals;
  return entry.details.courtDecisions
    .filter(({ kind }) => kind === 'REFUSED')
    .map(({ date }) => date)
    .toSorted()
    .map((date, index) => {
      const period = index === 0 ? first : further;
      const to = endOfPeriod(date, period, rules.dayRule);
      return tell('REFUSED', rules.id, rules.refusals, { from: date, to, period });
    });
}

/** From when merit may shorten the wait: a third of the period (Art. 72). */
function specialFrom({ rules }: Matter, start: DateText, { period }: Band): DateText {
  const { numerator, denominator } = rules.special;
  const months = period.amount * (period.unit === 'year' ? 12 : 1);
  return addMonths(start, Math.ceil((months * numerator) / denominator));
}
