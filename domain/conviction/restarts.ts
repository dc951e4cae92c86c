import type { DateText } from '../instant.ts';
import { type Start, startOf } from './counting.ts';
import type { EvaluatedEntry } from './entry.ts';
import type { Fact, ReasoningStep } from './evaluation.ts';
import { later } from './period.ts';
import { type KnownEntry, type Matter, tell } from './reasoning.ts';

/** Where a period stands after the new crimes in it: its last day, or why it has none. */
export type Course =
  | { state: 'ENDS'; on: DateText; steps: ReasoningStep[] }
  | { state: 'STOPPED'; missing: Fact[]; steps: ReasoningStep[] }
  | { state: 'UNKNOWN'; facts: Fact[]; steps: ReasoningStep[] };

function isKnown(entry: EvaluatedEntry): entry is KnownEntry {
  return entry.details !== undefined;
}

/** Later judgments of which the day of the crime is not known: it may lie in the period or not. */
export function undatedCrimes({ entry, others }: Matter): boolean {
  return others.some(
    ({ judgmentDate, details }) =>
      judgmentDate > entry.judgmentDate &&
      (details === undefined || (details.basis === 'JUDGMENT' && details.offenceDate === null)),
  );
}

/**
 * Let a period run from its start. A crime after the judgment and not after the period's last day
 * restarts it when the new judgment's penalty is done (BLHS 2015 Art. 73.2; 1999 Art. 67.2).
 *
 * `endFrom` gives the last day for a start, or null while something keeps it open.
 */
export function runPeriod(
  matter: Matter,
  start: DateText,
  endFrom: (start: DateText) => DateText | null,
): Course {
  const { entry, rules } = matter;
  const steps: ReasoningStep[] = [];
  let from = start;
  for (const crime of crimesAfter(matter)) {
    const end = endFrom(from);
    const committedOn = crime.details.offenceDate ?? '';
    if (end !== null && committedOn > end) break;
    const others = [entry, ...matter.others.filter((other) => other !== crime)];
    const done: Start = startOf(crime, rules.newCrime.startsAt, { ...matter, others });
    const restarted = { from: committedOn, to: done.state === 'STARTED' ? done.on : null };
    steps.push(tell('RESTARTED', rules.id, rules.newCrime, restarted));
    if (done.state === 'NOT_STARTED') return { state: 'STOPPED', missing: ['NEW_SENTENCE'], steps };
    if (done.state === 'UNKNOWN') return { state: 'UNKNOWN', facts: ['NEW_SENTENCE'], steps };
    from = later(from, done.on);
  }
  const end = endFrom(from);
  if (end === null) return { state: 'STOPPED', missing: [], steps };
  return { state: 'ENDS', on: end, steps };
}

function crimesAfter({ entry, others }: Matter): KnownEntry[] {
  return others
    .filter(isKnown)
    .filter(({ details }) => details.basis === 'JUDGMENT')
    .filter(({ details }) => (details.offenceDate ?? '') > entry.judgmentDate)
    .toSorted((a, b) => ((a.details.offenceDate ?? '') < (b.details.offenceDate ?? '') ? -1 : 1));
}
