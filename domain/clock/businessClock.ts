import type { InstantMs } from '../instant.ts';

/** How business time follows real time from `realEpochMs` on. */
export interface ClockSegment {
  businessEpochMs: InstantMs;
  realEpochMs: number;
  /** Business milliseconds per real millisecond, > 0. */
  speed: number;
}

/**
 * How business time follows real time: `business = businessEpoch + (real − realEpoch) × speed`.
 *
 * Production runs with equal epochs and speed 1. Demonstrations, load runs and tests start from a
 * given date or run faster, so that real timers fire in minutes for a month. Given to a workflow as
 * input, so that a replay computes the same instants: a change of speed must be known beforehand and
 * is a further segment, in force from its own real instant (docs/decisions/0005).
 */
export interface BusinessClock extends ClockSegment {
  /** Segments after the first, in order; business time never runs back where one begins. */
  later?: readonly ClockSegment[];
}

export const REAL_TIME: BusinessClock = { businessEpochMs: 0, realEpochMs: 0, speed: 1 };

/** Business time at a real instant. */
export function businessTime(clock: BusinessClock, realMs: number): InstantMs {
  return timeIn(segmentAt(clock, realMs), realMs);
}

/** Real milliseconds from a real instant until a business instant; never below 1. */
export function realDelayUntil(clock: BusinessClock, wake: InstantMs, realMs: number): number {
  const delay = Math.max(1, Math.ceil(realInstantOf(clock, wake) - realMs));
  // A fraction lost in dividing must not let a timer ring before its instant.
  return businessTime(clock, realMs + delay) < wake ? delay + 1 : delay;
}

/** Business milliseconds per real millisecond at a real instant. */
export function speedAt(clock: BusinessClock, realMs: number): number {
  return segmentAt(clock, realMs).speed;
}

/** The same clock without the segments that are over at a real instant: what a case needs from then on. */
export function clockFrom(clock: BusinessClock, realMs: number): BusinessClock {
  const later = (clock.later ?? []).filter(({ realEpochMs }) => realEpochMs > realMs);
  const { businessEpochMs, realEpochMs, speed } = segmentAt(clock, realMs);
  return { businessEpochMs, realEpochMs, speed, ...(later.length === 0 ? {} : { later }) };
}

/** The segment that stays in force for ever. */
export function lastSegment(clock: BusinessClock): ClockSegment {
  return clock.later?.at(-1) ?? clock;
}

/**
 * A clock from its text `businessIso|realIso|speed`, with further segments after semicolons, as
 * processes receive it in `BUSINESS_CLOCK`; an empty text is real time. Throws on anything else, and
 * when segments are out of order or business time would run back.
 */
export function parseBusinessClock(text: string | undefined): BusinessClock {
  if (!text) return REAL_TIME;
  const [first, ...rest] = text.split(';').map((part) => parseSegment(part, text));
  if (first === undefined) throw unsound(text);
  rest.reduce((before, next) => {
    const inOrder = before.realEpochMs < next.realEpochMs;
    if (!inOrder || timeIn(before, next.realEpochMs) > next.businessEpochMs) throw unsound(text);
    return next;
  }, first);
  return rest.length === 0 ? first : { ...first, later: rest };
}

/** The text that {@link parseBusinessClock} reads back. */
export function businessClockText(clock: BusinessClock): string {
  const iso = (ms: number): string => new Date(ms).toISOString();
  return segmentsOf(clock)
    .map((each) => `${iso(each.businessEpochMs)}|${iso(each.realEpochMs)}|${each.speed}`)
    .join(';');
}

function segmentsOf(clock: BusinessClock): readonly ClockSegment[] {
  return [clock, ...(clock.later ?? [])];
}

/** Instants before the first segment count backwards from its epoch. */
function segmentAt(clock: BusinessClock, realMs: number): ClockSegment {
  return clock.later?.findLast(({ realEpochMs }) => realEpochMs <= realMs) ?? clock;
}

function timeIn({ businessEpochMs, realEpochMs, speed }: ClockSegment, realMs: number): InstantMs {
  return Math.floor(businessEpochMs + (realMs - realEpochMs) * speed);
}

/** The first real instant, not rounded, at which a business instant is reached. */
function realInstantOf(clock: BusinessClock, business: InstantMs): number {
  const segment =
    clock.later?.findLast(({ businessEpochMs }) => businessEpochMs <= business) ?? clock;
  const { businessEpochMs, realEpochMs, speed } = segment;
  const reached = realEpochMs + (business - businessEpochMs) / speed;
  const next = clock.later?.find((other) => other.realEpochMs > realEpochMs);
  return next === undefined ? reached : Math.min(reached, next.realEpochMs);
}

function parseSegment(part: string, text: string): ClockSegment {
  const [business, real, speed] = part.split('|');
  const segment = {
    businessEpochMs: Date.parse(business ?? ''),
    realEpochMs: Date.parse(real ?? ''),
    speed: Number(speed),
  };
  if (!Object.values(segment).every(Number.isFinite) || segment.speed <= 0) throw unsound(text);
  return segment;
}

function unsound(text: string): Error {
  return new Error(`BUSINESS_CLOCK is not "businessIso|realIso|speed[;…]" in order: ${text}`);
}
