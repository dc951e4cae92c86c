import { giveRuling, raiseDispute, type RulingVector } from '../db/desk/disputes.ts';
import { findState } from '../db/read/cases.ts';
import { findDispute } from '../db/read/disputes.ts';
import type { TrackedRow } from '../db/read/tracking.ts';
import type * as z from 'zod';
import type { Account } from '../domain/account.ts';
import type { ClockFacts } from '../domain/clock/dueOf.ts';
import type { Budget, CalendarSlice } from '../domain/clock/law.ts';
import { CalendarExhausted, dueOf } from '../domain/clock/workingTime.ts';
import type { PublicDispute } from '../domain/desk.ts';
import {
  type CheckedRuling,
  type DayClass,
  type DisputeLine,
  type DisputeToRaise,
  dueAtIf,
  isInTerm,
  type RulingLine,
  type RulingToGive,
} from '../domain/dispute.ts';
import type { AnyState } from '../domain/flow/anyCase.ts';
import { type CaseClock, PROMISE_CLOCK } from '../domain/flow/flow.ts';
import { endOfDay, type InstantMs, isoOf, startOfDay, timeOfDayMs } from '../domain/instant.ts';
import { termsOf } from '../domain/law/ruleSet.ts';
import { isNational } from '../domain/permission.ts';
import { seesClock } from '../domain/sight.ts';
import { getState } from './acting.ts';
import { type ApiDeps, nowIso, nowMs } from './deps.ts';
import { Refused } from './refused.ts';
import { complainableDate } from './tracking.ts';

/** The clock a contest is about; refuses when the case has none of that name or the day is not in it. */
export function contestedClock(
  state: AnyState,
  { clock: name, day }: Pick<DisputeToRaise, 'clock' | 'day'>,
): CaseClock {
  const clock = state.clocks.find((each) => each.name === name);
  // What was promised is no term: it is kept or missed, not counted.
  if (clock === undefined || name === PROMISE_CLOCK) throw new Refused('CLOCK_UNKNOWN');
  if (day !== null && !isInTerm(day, clock.startedAt, clock.dueAt))
    throw new Refused('INVALID_INPUT', [{ path: 'day', code: 'NOT_IN_TERM' }]);
  return clock;
}

/** Keep what an applicant contests or complains of; gives the dispute's id. Refuses a repeat. */
export async function raiseAsApplicant(
  deps: ApiDeps,
  row: TrackedRow,
  { kind, day, reason }: Pick<z.infer<typeof PublicDispute>, 'kind' | 'day' | 'reason'>,
): Promise<string> {
  const { caseId } = row;
  const { state } = await getState(deps.pool, caseId);
  const at = nowIso(deps);
  contestedClock(state, { clock: 'total', day });
  const missedAt = kind === 'LATE' ? complainableDate(row, at) : null;
  if (kind === 'LATE' && missedAt === null) throw new Refused('COMPLAINT_NOT_OPEN');
  const raised = { caseId, unit: state.unit, kind, clock: 'total', day, wanted: null, missedAt };
  const id = await raiseDispute(deps.pool, { ...raised, reason, by: null, at });
  if (id === null) throw new Refused(kind === 'LATE' ? 'COMPLAINED_ALREADY' : 'DISPUTE_OPEN');
  return id;
}

/** Rule on a dispute and keep the vector where a date was in question; the case itself does not change. */
export async function ruleOn(
  deps: ApiDeps,
  account: Account,
  id: string,
  ruling: RulingToGive,
): Promise<DisputeLine> {
  const dispute = await findDispute(deps.pool, id);
  if (dispute === null || !seesClock(account, dispute.clock)) throw new Refused('NOT_FOUND');
  if (dispute.unit !== account.unit && !isNational(account)) throw new Refused('NOT_YOUR_UNIT');
  if (dispute.status !== 'OPEN') throw new Refused('DISPUTE_RULED');
  if (dispute.raisedBy === account.id) throw new Refused('DISPUTER_MAY_NOT_RULE');
  const { outcome, reason, citation } = ruling;
  const kept = await giveRuling(deps.pool, {
    dispute: id,
    outcome,
    by: account.id,
    at: nowIso(deps),
    reason,
    citation,
    vector: dispute.kind === 'LATE' ? null : await vectorOf(deps, dispute, ruling),
  });
  if (!kept) throw new Refused('DISPUTE_RULED');
  return lineOfDispute(deps, id);
}

/** A dispute as replies carry it. */
export async function lineOfDispute(deps: ApiDeps, id: string): Promise<DisputeLine> {
  const found = await findDispute(deps.pool, id);
  if (found === null) throw new Refused('NOT_FOUND');
  const { raisedBy: _raisedBy, ...line } = found;
  return line;
}

/** The facts of the contested clock with the due instant that the ruling finds right. */
async function vectorOf(
  deps: ApiDeps,
  dispute: Pick<DisputeLine, 'caseId' | 'clock' | 'day'>,
  ruling: RulingToGive,
): Promise<RulingVector> {
  const found = await findState(deps.pool, dispute.caseId);
  if (found === null) throw new Refused('CASE_NOT_FOUND');
  const contested = await contestedOf(deps, found.state, dispute);
  const { facts, term } = contested;
  const { calendarVersion, calendarOverlay } = found.state;
  const calendar = await deps.laws.wholeCalendar(calendarVersion, calendarOverlay);
  return {
    startsAt: isoOf(facts.startedAt),
    ...term,
    calendarVersion,
    calendarOverlay: calendarOverlay ?? null,
    standstills: facts.stood,
    day: dispute.day,
    dayClass: dayClassOf(ruling),
    expectedDueAt: isoOf(expectedOf(contested, dispute.day, ruling, calendar)),
  };
}

interface Contested {
  facts: ClockFacts;
  term: Budget;
}

async function contestedOf(
  deps: ApiDeps,
  state: AnyState,
  { clock: name }: { clock: string },
): Promise<Contested> {
  const clock = contestedClock(state, { clock: name, day: null });
  const budget = clock.budget ?? termsOf(await deps.laws.ruleSet(state.ruleSetId))[clock.term];
  if (budget === undefined) throw new Refused('CLOCK_UNKNOWN');
  const { amount, unit } = budget;
  const { startedAt, stood } = clock;
  return { facts: { startedAt, stood }, term: { amount, unit } };
}

function dayClassOf(ruling: RulingToGive): DayClass | null {
  return ruling.outcome === 'UPHELD' ? ruling.dayClass : null;
}

/** The due instant that a ruling finds right. */
function expectedOf(
  { facts, term }: Contested,
  day: string | null,
  ruling: RulingToGive,
  calendar: CalendarSlice,
): InstantMs {
  if (ruling.outcome === 'DISMISSED') return dueOf(facts, term, calendar);
  if (day !== null) {
    if (ruling.dayClass === null) throw missing('dayClass', 'RULING_FOR_DAY');
    return dueAtIf(facts, term, { day, dayClass: ruling.dayClass }, calendar);
  }
  if (ruling.dueOn === null) throw missing('dueOn', 'RULING_FOR_DATE');
  // A term in hours ends at its hour, one in days with the day.
  if (term.unit === 'calendarDay' || term.unit === 'workingDay') return endOfDay(ruling.dueOn);
  return startOfDay(ruling.dueOn) + timeOfDayMs(dueOf(facts, term, calendar));
}

function missing(path: string, code: string): Refused {
  return new Refused('INVALID_INPUT', [{ path, code }]);
}

/**
 * Rulings beside what the engine makes of their facts: with the calendar each was ruled under, and
 * with the newest one, in which a ruled mistake of the calendar may have been put right.
 */
export async function checkRulings(
  deps: ApiDeps,
  rulings: readonly RulingLine[],
): Promise<CheckedRuling[]> {
  const { calendar: newest } = await deps.laws.at(nowMs(deps));
  return Promise.all(
    rulings.map(async (ruling) => {
      const overlay = ruling.calendarOverlay ?? undefined;
      const pinned = recounted(
        ruling,
        await deps.laws.wholeCalendar(ruling.calendarVersion, overlay),
      );
      const since = recounted(ruling, await deps.laws.wholeCalendar(newest.version, overlay));
      const right = Date.parse(ruling.expectedDueAt);
      const check = pinned === right ? 'AGREES' : since === right ? 'AGREES_SINCE' : 'CONTRADICTS';
      return { ...ruling, engineDueAt: pinned === null ? null : isoOf(pinned), check } as const;
    }),
  );
}

/** What the engine makes of a ruling's facts; null past the calendar, which contradicts too. */
function recounted(
  { startsAt, amount, unit, standstills }: RulingLine,
  calendar: CalendarSlice,
): InstantMs | null {
  try {
    const facts = { startedAt: Date.parse(startsAt), stood: standstills };
    return dueOf(facts, { amount, unit }, calendar);
  } catch (error) {
    if (error instanceof CalendarExhausted) return null;
    throw error;
  }
}
