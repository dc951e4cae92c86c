import { CancellationScope, sleep } from '@temporalio/workflow';
import { type BusinessClock, realDelayUntil } from '../domain/clock/businessClock.ts';
import type { InstantMs } from '../domain/instant.ts';
import { beside } from './beside.ts';

/**
 * The one timer of a case. A later instant than the armed one is not re-armed: when the timer rings
 * early, the case finds nothing due and sets it anew (one spare wake costs less than every move).
 */
export class Alarm {
  readonly #clock: BusinessClock;
  #armedFor: InstantMs | null = null;
  #scope: CancellationScope | null = null;
  #rang = false;

  constructor(clock: BusinessClock) {
    this.#clock = clock;
  }

  /** Whether it has rung since it was last hushed. */
  get rang(): boolean {
    return this.#rang;
  }

  hush(): void {
    this.#rang = false;
  }

  /** Ring at a business instant, at once when that is past. */
  setFor(wake: InstantMs): void {
    if (this.#armedFor !== null && this.#armedFor <= wake) return;
    this.#scope?.cancel();
    this.#armedFor = wake;
    this.#scope = new CancellationScope();
    const delay = realDelayUntil(this.#clock, wake, Date.now());
    beside(
      this.#scope.run(async () => {
        await sleep(delay);
        this.#armedFor = null;
        this.#rang = true;
      }),
      'ALARM',
    );
  }
}
