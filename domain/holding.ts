import * as z from 'zod';
import type { CalendarSlice } from './clock/law.ts';
import { workingMsBetween } from './clock/workingTime.ts';
import { type Held, HOLDERS, OFFICE_HOLDERS } from './flow/holder.ts';
import type { InstantMs } from './instant.ts';
import { CaseId } from './case.ts';
import { Instant, prose } from './text.ts';

/** Why a stretch of time belongs to its holder: the log, a time the system was down, a supervisor's ruling. */
export const HELD_BECAUSE = ['LOG', 'OUTAGE', 'RULING'] as const;

/** A stretch of a case's time and the one holder it belongs to. */
export interface Span extends Held {
  from: InstantMs;
  to: InstantMs;
  because: (typeof HELD_BECAUSE)[number];
}

/** From its first instant up to, not including, its second. */
export interface Interval {
  from: InstantMs;
  to: InstantMs;
}

export interface Attribution {
  /** Life of the case so far: from its opening to its end, or to now. */
  life: Interval;
  /** Who got the case when, in order; `to` is null for who has it now. */
  log: readonly (Held & { from: InstantMs; to: InstantMs | null })[];
  /** Times in which the system was down. */
  outages: readonly Interval[];
  /** Accepted contests; none overlaps another. */
  rulings: readonly (Interval & Held)[];
}

/**
 * The life of a case as spans without overlap: every instant belongs to exactly one holder, but those between
 * its end and a recall, which are nobody's.
 *
 * While the system was down the office's people could do nothing: that time is the system's. Agencies,
 * post and applicant keep theirs (docs/decisions/0010). A ruling on this very case stands above both.
 * Time before the log's first line is the system's: nobody is on record for it.
 */
export function spansOf({ life, log, outages, rulings }: Attribution): Span[] {
  if (life.to <= life.from) return [];
  const logged = loggedSpans(life, log);
  const down: Held & Pick<Span, 'because'> = { holder: 'SYSTEM', unit: null, because: 'OUTAGE' };
  const afterOutages = outages.reduce(
    (spans, outage) =>
      overlaid(spans, outage, (span) => (OFFICE_HOLDERS.includes(span.holder) ? down : span)),
    logged,
  );
  const ruled = rulings.reduce((spans, { holder, unit, ...interval }) => {
    return overlaid(spans, interval, () => ({ holder, unit, because: 'RULING' }));
  }, afterOutages);
  return joined(ruled);
}

function loggedSpans(life: Interval, log: Attribution['log']): Span[] {
  const nobody = { holder: 'SYSTEM' as const, unit: null, from: life.from, to: null };
  return [nobody, ...log]
    .map(({ holder, unit, from, to }, index): Span => {
      const next = to ?? log[index]?.from ?? life.to;
      const within = { from: Math.max(from, life.from), to: Math.min(next, life.to) };
      return { holder, unit, because: 'LOG', ...within };
    })
    .filter(({ from, to }) => from < to);
}

/** Spans with what lies within an interval given to somebody else; cut where the interval begins and ends. */
function overlaid(
  spans: readonly Span[],
  { from, to }: Interval,
  given: (span: Span) => Held & Pick<Span, 'because'>,
): Span[] {
  return spans.flatMap((span) => {
    const [begins, ends] = [Math.max(span.from, from), Math.min(span.to, to)];
    if (begins >= ends) return [span];
    const { holder, unit, because } = given(span);
    return [
      { ...span, to: begins },
      { holder, unit, because, from: begins, to: ends },
      { ...span, from: ends },
    ].filter((part) => part.from < part.to);
  });
}

function joined(spans: readonly Span[]): Span[] {
  return spans.reduce<Span[]>((done, span) => {
    const last = done.at(-1);
    const same =
      last?.holder === span.holder && last.unit === span.unit && last.because === span.because;
    if (last !== undefined && same) last.to = span.to;
    else done.push({ ...span });
    return done;
  }, []);
}

/**
 * Spans as readers without `conviction.read` see them: which agency had the case is not told, for a
 * court is asked only when the police knows something.
 */
export function withoutAgencies(spans: readonly Span[]): Span[] {
  return joined(spans.map((span) => (span.holder === 'AGENCY' ? { ...span, unit: null } : span)));
}

/**
 * Why a unit may not contest a stretch of time as it is charged now, or null when it may. `life`: of
 * the case so far.
 */
export function contestRefusal(
  { spans, life }: { spans: readonly Span[]; life: Interval },
  unit: string,
  { from, to, ...target }: Interval & Held,
): 'HOLDING_INTERVAL_WRONG' | 'HOLDING_NOT_YOURS' | 'CONTEST_CHANGES_NOTHING' | null {
  if (!(life.from <= from && from < to && to <= life.to)) return 'HOLDING_INTERVAL_WRONG';
  const charged = spans.filter((span) => span.from < to && from < span.to);
  if (charged.some((span) => span.unit !== unit)) return 'HOLDING_NOT_YOURS';
  const same = charged.every(({ holder, unit: of }) => {
    return holder === target.holder && of === target.unit;
  });
  return same ? 'CONTEST_CHANGES_NOTHING' : null;
}

/** What one holder held of a case, all its spans together. */
export interface HeldSum extends Held {
  /** Office-hours milliseconds. */
  workingMs: number;
  /** Milliseconds of the wall clock. */
  wallMs: number;
}

/**
 * Spans added up by holder and unit, in the order in which each first had the case. `workingMs` adds
 * up exactly to the office time from the first instant to the last, `wallMs` to the time between
 * them. Throws CalendarExhausted outside the calendar.
 */
export function sumsOf(spans: readonly Span[], calendar: CalendarSlice): HeldSum[] {
  const sums = new Map<string, HeldSum>();
  for (const { holder, unit, from, to } of spans) {
    const key = `${holder} ${unit}`;
    const sum = sums.get(key) ?? { holder, unit, workingMs: 0, wallMs: 0 };
    sum.workingMs += workingMsBetween(from, to, calendar);
    sum.wallMs += to - from;
    sums.set(key, sum);
  }
  return [...sums.values()];
}

/** Share of each sum in all, 0 to 1: of office time or, where none has passed yet, of the wall clock. */
export function sharesOf(sums: readonly Pick<HeldSum, 'workingMs' | 'wallMs'>[]): number[] {
  const total = (of: 'workingMs' | 'wallMs') => sums.reduce((sum, each) => sum + each[of], 0);
  const by = total('workingMs') > 0 ? 'workingMs' : 'wallMs';
  const all = total(by);
  return sums.map((sum) => (all === 0 ? 0 : sum[by] / all));
}

const held = { holder: z.enum(HOLDERS), unit: z.string().nullable() };

/** A stretch of a case's time as the time tab shows it. */
export const HeldSpan = z.strictObject({
  ...held,
  from: Instant,
  to: Instant,
  because: z.enum(HELD_BECAUSE),
  workingMs: z.number(),
});

/** What one holder held in all; the shares add up to 1. */
export const HeldTime = z.strictObject({
  ...held,
  workingMs: z.number(),
  wallMs: z.number(),
  share: z.number(),
});
export type HeldTime = z.infer<typeof HeldTime>;

export const RULINGS = ['ACCEPTED', 'REJECTED'] as const;

/** A holder's objection to whom a stretch of time is charged, and what a supervisor ruled. */
export const Contest = z.strictObject({
  caseId: CaseId,
  n: z.int(),
  from: Instant,
  to: Instant,
  toHolder: z.enum(HOLDERS),
  toUnit: z.string().nullable(),
  reason: z.string(),
  raisedBy: z.string(),
  raisedUnit: z.string(),
  raisedAt: Instant,
  /** Null while nobody has ruled. */
  ruling: z.enum(RULINGS).nullable(),
  ruledBy: z.string().nullable(),
  ruledAt: Instant.nullable(),
  rulingReason: z.string().nullable(),
  /** Whether this reader may rule on it now. */
  mayRule: z.boolean(),
});
export type Contest = z.infer<typeof Contest>;

/** Who held a case's time, and what is contested about it. */
export const CaseHoldings = z.strictObject({
  /** Unit that owns the case. */
  unit: z.string(),
  /** Opening, and end or now. */
  from: Instant,
  to: Instant,
  spans: z.array(HeldSpan),
  sums: z.array(HeldTime),
  contests: z.array(Contest),
  /** Whether this reader's unit may contest time that is charged to it. */
  mayContest: z.boolean(),
});
export type CaseHoldings = z.infer<typeof CaseHoldings>;

/** What a holder fills in to contest a stretch of time. */
export const ContestForm = z.strictObject({
  from: Instant,
  to: Instant,
  toHolder: z.enum(HOLDERS),
  /** Unit of an agency, of the post or of the office; null for the applicant and the system. */
  toUnit: z.string().max(40).nullable(),
  reason: prose(2000),
});
export type ContestForm = z.infer<typeof ContestForm>;

export const RulingForm = z.strictObject({ ruling: z.enum(RULINGS), reason: prose(2000) });

export const OUTAGE_PARTS = ['API', 'WORKER', 'ENGINE', 'DATABASE', 'OTHER'] as const;
/** Part of the system that was down. */
export type OutagePart = (typeof OUTAGE_PARTS)[number];

/** A time in which the system was down, as a heartbeat found it or an administrator noted it. */
export const Outage = z.strictObject({
  id: z.string(),
  from: Instant,
  to: Instant,
  what: z.enum(OUTAGE_PARTS),
  /** Account id, or `heartbeat`. */
  notedBy: z.string(),
  reason: z.string().nullable(),
});
export const OutageForm = Outage.pick({ from: true, to: true, what: true }).extend({
  reason: prose(1000),
});
