import { setTimeout as pause } from 'node:timers/promises';
import {
  type BusinessClock,
  businessTime,
  lastSegment,
  realDelayUntil,
} from '../domain/clock/businessClock.ts';
import { HOUR_MS, type InstantMs } from '../domain/instant.ts';
import { HISTORY_CALENDAR } from './history.ts';
import { nextOpen } from './officeTime.ts';

/** Acts under way at the same time: more would only queue in front of two cores. */
const HANDS = 8;
/** Nobody begins anything so shortly before offices close: it would be done after hours. */
const LAST_CALL_MS = HOUR_MS;

/** The time in which the scripted people live, and how many of them act at once. */
export class Stage {
  readonly #clock: BusinessClock;
  readonly #waiting: (() => void)[] = [];
  #free = HANDS;

  constructor(clock: BusinessClock) {
    this.#clock = clock;
  }

  now(): InstantMs {
    return businessTime(this.#clock, Date.now());
  }

  /** Do something at a business instant, in office hours. Once the history is over nothing waits. */
  async at<T>(instant: InstantMs, work: () => Promise<T>): Promise<T> {
    await this.#until(instant);
    if (this.#free === 0) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else this.#free -= 1;
    try {
      // A busy machine falls behind: people then go on the next morning.
      await this.#until(startOfWork(this.now()));
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#free += 1;
      else next();
    }
  }

  async #until(instant: InstantMs): Promise<void> {
    const { businessEpochMs, realEpochMs } = lastSegment(this.#clock);
    const [now, real] = [this.now(), Date.now()];
    if (now >= instant || real >= realEpochMs) return;
    await pause(realDelayUntil(this.#clock, Math.min(instant, businessEpochMs), real));
  }
}

/** The instant itself when offices stay open for a while, else when they open next. */
function startOfWork(instant: InstantMs): InstantMs {
  const soon = instant + LAST_CALL_MS;
  const open = nextOpen(soon, HISTORY_CALENDAR);
  return open === soon ? nextOpen(instant, HISTORY_CALENDAR) : open;
}
