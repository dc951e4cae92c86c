import type { InstantMs } from '../instant.ts';

/**
 * How business time follows real time: `business = businessEpoch + (real − realEpoch) × speed`.
 *
 * Production runs with equal epochs and speed 1. Demonstrations, load runs and tests start from a
 * given date or run faster, so that real timers fire in minutes for a month. Given to a workflow as
 * input, so that a replay computes the same instants.
 */
export interface BusinessClock {
  businessEpochMs: InstantMs;
  realEpochMs: number;
  /** Business milliseconds per real millisecond, > 0. */
  speed: number;
}

export const REAL_TIME: BusinessClock = { businessEpochMs: 0, realEpochMs: 0, speed: 1 };

/** Business time at a real instant. */
export function businessTime(clock: BusinessClock, realMs: number): InstantMs {
  return Math.floor(clock.businessEpochMs + (realMs - clock.realEpochMs) * clock.speed);
}

/** Real milliseconds from a real instant until a business instant; never below 1. */
export function realDelayUntil(clock: BusinessClock, wake: InstantMs, realMs: number): number {
  return Math.max(1, Math.ceil((wake - businessTime(clock, realMs)) / clock.speed));
}

/**
 * A clock from its text `businessIso|realIso|speed`, as processes receive it in `BUSINESS_CLOCK`;
 * an empty text is real time. Throws on anything else.
 */
export function parseBusinessClock(text: string | undefined): BusinessClock {
  if (!text) return REAL_TIME;
  const [business, real, speed] = text.split('|');
  const clock = {
    businessEpochMs: Date.parse(business ?? ''),
    realEpochMs: Date.parse(real ?? ''),
    speed: Number(speed),
  };
  const sound = Object.values(clock).every(Number.isFinite) && clock.speed > 0;
  if (!sound) throw new Error(`BUSINESS_CLOCK is not "businessIso|realIso|speed": ${text}`);
  return clock;
}

/** The text that {@link parseBusinessClock} reads back. */
export function businessClockText(clock: BusinessClock): string {
  const iso = (ms: number): string => new Date(ms).toISOString();
  return `${iso(clock.businessEpochMs)}|${iso(clock.realEpochMs)}|${clock.speed}`;
}
