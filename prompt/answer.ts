import type { Budget } from '../domain/clock/law.ts';
import { dueAt, explainTerm } from '../domain/clock/term.ts';
import { CalendarExhausted, Uncountable } from '../domain/clock/workingTime.ts';
import { dateOf, type InstantMs } from '../domain/instant.ts';
import { BadQuestion } from './badQuestion.ts';
import type { CalendarFile } from './lawFiles.ts';
import { localIso, shortIso } from './localTime.ts';
import type { NamedTerm } from './terms.ts';

/** One answer with its passport, as `--json` prints it; `--help` documents the keys. */
export interface Answer {
  rules: string | null;
  clock: string | null;
  term: string | null;
  citation: string | null;
  verified: boolean | null;
  amount: number;
  unit: Budget['unit'];
  from: string;
  due: string;
  dueAt: string;
  calendar: string;
  counted: number;
  days: {
    date: string;
    class: string;
    counted: number;
    name: string | null;
    nameEn: string | null;
    confirmed: boolean | null;
  }[];
}

/** Whether a term ends with a day, at 24:00, and not at an hour. */
export function endsWithDay(unit: string): boolean {
  return unit.endsWith('Day');
}

/** What people and files call the end of a term: a date that ends at 24:00, or an instant. */
export function dueText(from: InstantMs, term: Budget, { slice }: CalendarFile): string {
  const due = answered(() => dueAt(from, term, slice));
  return endsWithDay(term.unit) ? dateOf(due) : shortIso(due);
}

/** When a term ends, and why: every day from the first to the last. Throws BadQuestion. */
export function answer(
  from: InstantMs,
  term: Budget | NamedTerm,
  clock: string | null,
  calendar: CalendarFile,
): Answer {
  const named = 'ruleSet' in term ? term : null;
  const days = answered(() => explainTerm(from, term, calendar.slice));
  return {
    rules: named?.ruleSet.id ?? null,
    clock,
    term: named?.term ?? null,
    citation: named?.citation ?? null,
    verified: named?.verified ?? null,
    amount: term.amount,
    unit: term.unit,
    from: localIso(from),
    due: dueText(from, term, calendar),
    dueAt: localIso(dueAt(from, term, calendar.slice)),
    calendar: [calendar.slice.version, calendar.slice.overlay].filter(Boolean).join(' + '),
    counted: Number(days.reduce((sum, { counted }) => sum + counted, 0).toFixed(6)),
    days: days.map(({ date, kind, counted }) => {
      const name = calendar.names[date];
      return {
        date,
        class: kind,
        counted,
        name: name?.nameVi ?? null,
        nameEn: name?.nameEn ?? null,
        confirmed: name?.confirmed ?? null,
      };
    }),
  };
}

/** What the clocks refuse, as a sentence of the prompt. */
function answered<T>(ask: () => T): T {
  try {
    return ask();
  } catch (error) {
    if (!(error instanceof CalendarExhausted || error instanceof Uncountable)) throw error;
    throw new BadQuestion(`${error.message} (${error.code}).`);
  }
}
