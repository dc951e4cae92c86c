import type * as z from 'zod';
import { listEvents } from '../db/read/events.ts';
import { type AnyState, queueAt } from '../domain/flow/anyCase.ts';
import { PROMISE_CLOCK } from '../domain/flow/applicationApology.ts';
import type { CaseTime, HeldTime } from '../domain/case.ts';
import { extendedBudget, stillDates } from '../domain/clock/standstill.ts';
import { explainTerm } from '../domain/clock/workingTime.ts';
import { dayNames } from '../domain/law/calendar.ts';
import { termsOf } from '../domain/law/ruleSet.ts';
import { situationOf } from './acting.ts';
import { clockLines } from './caseDetail.ts';
import { type ApiDeps, nowMs } from './deps.ts';
import { wholeCalendar } from './officeTime.ts';

/** Every clock of a case explained day by day, and who held the time since it was opened. */
export async function caseTimeOf(
  deps: ApiDeps,
  whole: AnyState,
): Promise<z.infer<typeof CaseTime>> {
  // What was promised is a date, not a term: there is nothing to count.
  const state = { ...whole, clocks: whole.clocks.filter(({ name }) => name !== PROMISE_CLOCK) };
  const ruleSet = await deps.laws.ruleSet(state.ruleSetId);
  const terms = termsOf(ruleSet);
  const calendar = await deps.laws.calendar(state.calendarVersion);
  const slice = await wholeCalendar(deps, state.calendarVersion);
  const names = dayNames(calendar);
  const lines = await clockLines(deps, state, await situationOf(deps));
  const clocks = lines.map((clock, index) => {
    const { amount, unit } =
      terms[state.clocks[index]?.term ?? 'totalSimple'] ?? ruleSet.terms.totalSimple;
    const stood = state.clocks[index]?.stood ?? [];
    const still = new Set(stillDates(stood));
    const budget = extendedBudget({ amount, unit }, stood, slice);
    const days = explainTerm(Date.parse(clock.startedAt), budget, slice);
    return {
      clock,
      amount,
      unit,
      days: days.map(({ date, kind, counted }) => ({
        date,
        // A day on which the clock stood still takes nothing of the term; a later one counts instead.
        ...(still.has(date) ? { kind: 'PAUSED', counted: 0 } : { kind, counted }),
        name: names[date]?.nameVi ?? null,
        confirmed: names[date]?.confirmed ?? null,
      })),
    };
  });
  return { clocks, held: await heldTime(deps, state), calendarVersion: calendar.version };
}

/** Who had the case between its events, from the log; the shares add up to 1. */
async function heldTime(deps: ApiDeps, state: AnyState): Promise<z.infer<typeof HeldTime>[]> {
  const events = await listEvents(deps.pool, state.caseId);
  const end = state.closedAt ?? nowMs(deps);
  const totals = new Map<string, number>();
  events.forEach((event, index) => {
    const next = events[index + 1];
    const until = next === undefined ? end : Date.parse(next.at);
    const holder = queueAt(state, event.step) ?? event.step;
    totals.set(holder, (totals.get(holder) ?? 0) + Math.max(0, until - Date.parse(event.at)));
  });
  const sum = [...totals.values()].reduce((a, b) => a + b, 0);
  return [...totals].map(([holder, ms]) => {
    return { holder, label: holder, ms, share: sum === 0 ? 0 : ms / sum };
  });
}
