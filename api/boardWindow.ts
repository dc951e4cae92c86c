import type { Window } from '../db/read/holdings.ts';
import { addDays, dateOf, isoOf } from '../domain/instant.ts';
import { BOARD_DAYS } from '../domain/turnaround.ts';
import { type ApiDeps, nowMs } from './deps.ts';

/** The last days as the board looks at them, counted by the newest calendar: units are compared by one. */
export async function boardWindow(deps: ApiDeps, owner: string | null): Promise<Window> {
  const now = nowMs(deps);
  const law = await deps.laws.at(now);
  const firstDate = addDays(dateOf(now), 1 - BOARD_DAYS);
  return { owner, calendar: law.calendar.version, firstDate, now: isoOf(now) };
}
