import type { OpenClock } from '../db/read/recount.ts';
import type { Difference } from '../db/write/recount.ts';
import type { FirstExplanation, SecondExplanation } from '../domain/deadlineIncident.ts';
import type { ClockFacts } from '../domain/clock/dueOf.ts';
import type { Budget, CalendarSlice } from '../domain/clock/law.ts';
import { budgetOf, dueOf, explainTerm } from '../domain/clock/workingTime.ts';
import { type InstantMs, isoOf } from '../domain/instant.ts';
import type { CalendarVersion } from '../domain/law/calendar.ts';
import { recountTerm } from '../recount/recountTerm.ts';

/** The law by which one clock counts: what it counts to, and the calendar as either engine takes it. */
export interface ClockLaw {
  budget: Budget;
  published: CalendarVersion;
  slice: CalendarSlice;
}

/**
 * Compare the stored due date of a clock with both engines; null when all agree. `law` is a sentence
 * when there is nothing to count by: that is a difference too, as is an engine without an answer.
 */
export function compareClock(clock: OpenClock, law: ClockLaw | string): Difference | null {
  const facts = { startedAt: Date.parse(clock.startedAt), stood: clock.stood };
  const { first, second } = askBoth(facts, law);
  const row = Date.parse(clock.storedAt);
  const stored = row === first.found ? (clock.stateDueAt ?? row) : row;
  if (stored === first.found && stored === second.found?.dueAt) return null;
  return {
    caseId: clock.caseId,
    clock: clock.clock,
    storedAt: isoOf(stored),
    firstAt: first.found === null ? null : isoOf(first.found),
    secondAt: second.found === null ? null : isoOf(second.found.dueAt),
    firstExplanation: explainFirst(facts, law, first),
    secondExplanation: explainSecond(second),
  };
}

interface Answers {
  first: Answered<InstantMs>;
  second: Answered<ReturnType<typeof recountTerm>>;
}

/** What both engines make of a clock's facts. */
export function askBoth(facts: ClockFacts, law: ClockLaw | string): Answers {
  return {
    first: answerOf(law, ({ budget, slice }) => dueOf(facts, budget, slice)),
    second: answerOf(law, ({ budget, published }) => recountTerm(facts, budget, published)),
  };
}

interface Answered<T> {
  found: T | null;
  error: string | null;
}

/** Whatever keeps an engine from its answer is part of the incident, not a failure of the recount. */
function answerOf<T>(law: ClockLaw | string, ask: (law: ClockLaw) => T): Answered<T> {
  if (typeof law === 'string') return { found: null, error: law };
  try {
    return { found: ask(law), error: null };
  } catch (error) {
    return { found: null, error: error instanceof Error ? error.message : String(error) };
  }
}

function explainFirst(
  facts: ClockFacts,
  law: ClockLaw | string,
  { error }: Answered<InstantMs>,
): FirstExplanation {
  if (typeof law === 'string' || error !== null) {
    return { amount: null, unit: null, error, days: [] };
  }
  const { slice } = law;
  const budget = budgetOf(facts, law.budget, slice);
  const { found, error: unexplained } = answerOf(law, () =>
    explainTerm(facts.startedAt, budget, slice),
  );
  return { ...budget, error: unexplained, days: found ?? [] };
}

function explainSecond({ found, error }: Answers['second']): SecondExplanation {
  return { givenBack: found?.givenBack ?? null, error, days: found?.days ?? [] };
}
