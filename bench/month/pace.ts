import { setTimeout as pause } from 'node:timers/promises';
import { afterOfficeTime } from '../../agencies/simulator/delay.ts';
import { around } from '../../agencies/simulator/chance.ts';
import { agencyCalendar } from '../../agencies/simulator/reference.ts';
import {
  type BusinessClock,
  businessTime,
  realDelayUntil,
} from '../../domain/clock/businessClock.ts';
import { HOUR_MS, type InstantMs } from '../../domain/instant.ts';

const LONGEST_SLEEP_MS = 60_000;

/** Business time as scripted people live by it: they wait for instants and work in office hours. */
export class Pace {
  readonly clock: BusinessClock;
  readonly signal: AbortSignal;
  readonly #calendar = agencyCalendar();

  constructor(clock: BusinessClock, signal: AbortSignal) {
    this.clock = clock;
    this.signal = signal;
  }

  now(): InstantMs {
    return businessTime(this.clock, Date.now());
  }

  /** Wait for a business instant. Rejects with the signal's reason when the month is over before. */
  async until(instant: InstantMs): Promise<void> {
    while (this.now() < instant) {
      const delay = realDelayUntil(this.clock, instant, Date.now());
      await pause(Math.min(delay, LONGEST_SLEEP_MS), undefined, { signal: this.signal });
    }
    this.signal.throwIfAborted();
  }

  /**
   * The instant at which a person gets round to something that came up at `from`: around a median of
   * office hours later, drawn by the seed, never outside office hours.
   */
  roundAfter(from: InstantMs, medianHours: number, seed: string): InstantMs {
    return afterOfficeTime(from, around(seed, medianHours * HOUR_MS), this.#calendar);
  }
}
