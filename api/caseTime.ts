import type * as z from 'zod';
import type { AnyState } from '../domain/flow/anyCase.ts';
import type { CaseTime } from '../domain/case.ts';
import { extendedBudget, stillDates } from '../domain/clock/standstill.ts';
import { explainTerm } from '../domain/clock/workingTime.ts';
import { dayNames } from '../domain/law/calendar.ts';
import { situationOf } from './acting.ts';
import { clockLines } from './caseDetail.ts';
import type { ApiDeps } from './deps.ts';
import { wholeCalendar } from './officeTime.ts';

/** Every clock of a case explained day by day. */
export async function caseTimeOf(
  deps: ApiDeps,
  state: AnyState,
): Promise<z.infer<typeof CaseTime>> {
  const ruleSet = await deps.laws.ruleSet(state.ruleSetId);
  const calendar = await deps.laws.calendar(state.calendarVersion);
  const slice = await wholeCalendar(deps, state.calendarVersion);
  const names = dayNames(calendar);
  const lines = await clockLines(deps, state, await situationOf(deps));
  const clocks = lines.map((clock, index) => {
    const { amount, unit } = ruleSet.terms[state.clocks[index]?.term ?? 'totalSimple'];
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
  return { clocks, calendarVersion: calendar.version };
}
