import { join } from 'node:path';
import { CALENDAR_VERSION } from '../db/reference.ts';
import { readNationalCalendar } from '../db/referenceFiles.ts';
import { seededRandom } from '../demo/random.ts';
import type { ClockFacts } from '../domain/clock/dueOf.ts';
import type { Budget, CalendarSlice } from '../domain/clock/law.ts';
import { TERM_UNITS } from '../domain/clock/term.ts';
import { dueOf } from '../domain/clock/workingTime.ts';
import { DAY_MS } from '../domain/instant.ts';
import { wholeSlice } from '../domain/law/calendar.ts';
import { type Figure, figure, median } from './figures.ts';

const DATA = join(import.meta.dirname, '..', 'data');
const QUESTIONS = 20_000;
const FROM = Date.parse('2015-01-05T00:00:00+07:00');
const DAYS = 13 * 365;

/**
 * Due instants per second that the first engine computes on one core: all four units in turns, from
 * random instants of 2015 to 2027, every tenth clock with a standstill. The median of several rounds
 * of about `seconds`.
 */
export async function deadlineFigures(seconds = 0.3, rounds = 5): Promise<Figure[]> {
  const national = await readNationalCalendar(DATA, CALENDAR_VERSION);
  const calendar = wholeSlice(national);
  const questions = makeQuestions();
  ratePerSecond(questions, calendar, seconds);
  const rates = Array.from({ length: rounds }, () => ratePerSecond(questions, calendar, seconds));
  return [figure('deadlines_per_s', median(rates), '1/s')];
}

interface Question {
  facts: ClockFacts;
  term: Budget;
}

function makeQuestions(): Question[] {
  const random = seededRandom('deadlines');
  return Array.from({ length: QUESTIONS }, (_, index) => {
    const startedAt = FROM + Math.floor(random.next() * DAYS * DAY_MS);
    const from = startedAt + random.int(0, 4) * DAY_MS;
    const stood = index % 10 === 0 ? ([[from, from + random.int(1, 10) * DAY_MS]] as const) : [];
    const unit = TERM_UNITS[index % TERM_UNITS.length] ?? 'hour';
    return { facts: { startedAt, stood }, term: { amount: random.int(1, 30), unit } };
  });
}

function ratePerSecond(
  questions: readonly Question[],
  calendar: CalendarSlice,
  seconds: number,
): number {
  const begin = performance.now();
  let answered = 0;
  let elapsedMs = 0;
  // Summed, so that no compiler may find the answers unused.
  let sum = 0;
  while (elapsedMs < seconds * 1000) {
    for (const { facts, term } of questions) sum += dueOf(facts, term, calendar);
    answered += questions.length;
    elapsedMs = performance.now() - begin;
  }
  if (!Number.isFinite(sum)) throw new Error('a due instant is no instant');
  return (answered / elapsedMs) * 1000;
}
