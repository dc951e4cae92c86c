import { listTrackedDisputes } from '../db/read/disputes.ts';
import { listApologies } from '../db/read/letters.ts';
import { findRefusal } from '../db/read/refusal.ts';
import type { TrackedRow } from '../db/read/tracking.ts';
import { CalendarExhausted } from '../domain/clock/workingTime.ts';
import type { Tracking, TRACKING_STAGES } from '../domain/desk.ts';
import type { AnyState } from '../domain/flow/anyCase.ts';
import { isoOf } from '../domain/instant.ts';
import { workChanges } from '../domain/law/calendar.ts';
import { datesThatCount } from '../domain/law/trial.ts';
import { likelyDay } from '../domain/openEstimate.ts';
import { getState } from './acting.ts';
import { legalDeadlineInShort } from './deadlines.ts';
import { type ApiDeps, nowIso, nowMs } from './deps.ts';
import { stepTimesOf } from './rescue.ts';

/** Steps at which neither the office nor a unit that is named has it. */
const OUTSIDE: ReadonlySet<string> = new Set(['SUPPLEMENT_REQUESTED', 'VERIFYING']);

const ENDS = ['REFUSED', 'WITHDRAWN', 'LAPSED', 'CANCELLED'] as const;

/** What whoever shows code and birth date may know of an application. */
export async function trackingOf(deps: ApiDeps, row: TrackedRow): Promise<Tracking> {
  const { state } = await getState(deps.pool, row.caseId);
  const [legal, likelyOn, refusal, apologies, disputes] = await Promise.all([
    legalDeadlineInShort(deps, state),
    likelyDayOf(deps, state, row),
    row.step === 'REFUSED' ? findRefusal(deps.pool, row.caseId) : null,
    listApologies(deps.pool, row.caseId),
    listTrackedDisputes(deps.pool, row.caseId),
  ]);
  return {
    caseId: row.caseId,
    stage: stageOf(row),
    ended: ENDS.find((end) => end === row.step) ?? null,
    refusal: refusal && { ground: refusal.ground, reason: refusal.reason, at: refusal.at },
    supplementWanted: row.supplementWanted,
    lapsesAt: lapseOf(state),
    holderName: OUTSIDE.has(row.step) ? null : row.waitingNames.join(', ') || row.unitName,
    since: row.since,
    legalDueAt: row.legalDueAt,
    likelyOn,
    legalDueMoved: await movedOf(deps, row, legal),
    paused: row.paused,
    late: isLate(row, nowIso(deps)),
    citation: legal?.citation ?? null,
    legal,
    delivery: row.delivery,
    trackingNumber: row.trackingNumber,
    stages: [
      { stage: 'RECEIVED', at: row.openedAt },
      { stage: 'VERIFYING', at: row.verifyingAt },
      { stage: 'DECIDING', at: row.decidingAt },
      { stage: 'ISSUED', at: row.issuedAt },
      { stage: 'DELIVERED', at: row.step === 'CLOSED' ? row.closedAt : null },
    ],
    apologies: [...apologies],
    disputes: [...disputes],
    mayComplain:
      complainableDate(row, nowIso(deps)) !== null &&
      !disputes.some(({ kind, missedAt }) => kind === 'LATE' && missedAt === row.legalDueAt),
  };
}

/** When a case that waits for its applicant lapses without the supplement; null for every other. */
function lapseOf({ step, clocks }: AnyState): string | null {
  if (step !== 'SUPPLEMENT_REQUESTED') return null;
  const clock = clocks.find(({ name }) => name === 'supplement');
  return clock === undefined ? null : isoOf(clock.dueAt);
}

/** Whether the legal date passed before the result was ready, or before now. */
function isLate({ legalDueAt, legalDoneAt, paused }: TrackedRow, now: string): boolean {
  return legalDueAt !== null && !paused && legalDueAt < (legalDoneAt ?? now);
}

/** The legal date whose passing may be complained of, which hastens something only while there is no result; or null. */
export function complainableDate(row: TrackedRow, now: string): string | null {
  const open = row.legalDoneAt === null && row.closedAt === null;
  return open && isLate(row, now) ? row.legalDueAt : null;
}

/**
 * The day on which the result is likely, as the rescue list foretells it; null where too few cases say so,
 * while the case waits for its applicant, and once the result was ready.
 */
async function likelyDayOf(
  deps: ApiDeps,
  state: AnyState,
  { stepSince, legalDoneAt }: TrackedRow,
): Promise<Tracking['likelyOn']> {
  if (state.kind !== 'APPLICATION' || stepSince === null || legalDoneAt !== null) return null;
  const { unit, kind, step } = state;
  const standing = { unit, kind, step, regime: state.regime ?? '' };
  const { book } = await stepTimesOf(deps.pool);
  const found = book(standing);
  if (found === null) return null;
  const calendar = await deps.laws.wholeCalendar(
    (await deps.laws.at(nowMs(deps))).calendar.version,
  );
  const open = { ...standing, enteredMs: Date.parse(stepSince) };
  try {
    return likelyDay(open, found.times, calendar, nowMs(deps));
  } catch (error) {
    // What lies past the published calendar cannot be said yet.
    if (error instanceof CalendarExhausted) return null;
    throw error;
  }
}

/** Why the legal date is not the one on the receipt: the days that a new calendar changed. */
async function movedOf(
  { laws }: ApiDeps,
  { moved }: TrackedRow,
  legal: Tracking['legal'],
): Promise<Tracking['legalDueMoved']> {
  if (moved === null || legal === null) return null;
  const { at, calendarVersion, replaced, from, to } = moved;
  const [before, after] = await Promise.all([
    laws.calendar(replaced),
    laws.calendar(calendarVersion),
  ]);
  const [first, last] = datesThatCount(legal.unit, Date.parse(legal.startedAt), from, to);
  const days = workChanges(before, after)
    .filter(({ date }) => date >= first && date <= last)
    .map(({ date, works, day }) => ({ date, works, name: day.nameVi, source: day.source }));
  return { at, calendarVersion, from: isoOf(from), to: isoOf(to), days };
}

const STAGES: Record<string, (typeof TRACKING_STAGES)[number]> = {
  VERIFYING: 'VERIFYING',
  EVALUATING: 'DECIDING',
  CHECKING: 'DECIDING',
  SIGNING: 'DECIDING',
  ISSUING: 'DECIDING',
  DELIVERING: 'ISSUED',
  POSTED: 'ISSUED',
  CLOSED: 'DELIVERED',
};

function stageOf({ step }: TrackedRow): Tracking['stage'] {
  return STAGES[step] ?? 'RECEIVED';
}
