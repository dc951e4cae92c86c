import type * as z from 'zod';
import { listEvents } from '../db/read/events.ts';
import { type AnyState, queueAt } from '../domain/flow/anyCase.ts';
import type { CaseTime, HeldTime } from '../domain/case.ts';
import { explainDeadlines } from './deadlines.ts';
import { type ApiDeps, nowMs } from './deps.ts';

/** Every clock of a case explained day by day, and who held the time since it was opened. */
export async function caseTimeOf(
  deps: ApiDeps,
  state: AnyState,
): Promise<z.infer<typeof CaseTime>> {
  const clocks = await explainDeadlines(deps, state);
  return { clocks, held: await heldTime(deps, state), calendarVersion: state.calendarVersion };
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
