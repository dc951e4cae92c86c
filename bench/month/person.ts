import { ApiUser } from '../../demo/apiUser.ts';
import { DEMO_PASSWORD } from '../../domain/demonstration.ts';
import type { InstantMs } from '../../domain/instant.ts';
import type { Gate } from './gate.ts';
import type { Logbook } from './logbook.ts';
import type { Pace } from './pace.ts';

/** What all scripted people of a month share. */
export interface MonthFrame {
  base: string;
  pace: Pace;
  gate: Gate;
  logbook: Logbook;
}

/** A round of work: does what is to be done and names the instant of what has to wait, or null. */
export type Round = (user: ApiUser) => Promise<InstantMs | null>;

/**
 * A person at a post: hears the bell, gets round to it after a while of office time, then does all
 * that lies on the desk. Signs in when first needed.
 */
export class Person {
  readonly username: string;
  readonly #frame: MonthFrame;
  readonly #medianHours: number;
  readonly #round: Round;
  #user: Promise<ApiUser> | null = null;
  #plannedFor: InstantMs | null = null;
  #rounds = 0;
  #working: Promise<void> = Promise.resolve();

  constructor(
    frame: MonthFrame,
    { username, medianHours, round }: { username: string; medianHours: number; round: Round },
  ) {
    this.#frame = frame;
    this.username = username;
    this.#medianHours = medianHours;
    this.#round = round;
  }

  /** The person's session. Several people share a gate, so that signing in does not flood the API. */
  signedIn(): Promise<ApiUser> {
    this.#user ??= ApiUser.signIn(this.#frame.base, this.username, DEMO_PASSWORD);
    return this.#user;
  }

  /** Something may be to do: plan a round, unless one is planned for no later. */
  ring(): void {
    const { pace } = this.#frame;
    const seed = `${this.username}/${this.#rounds}`;
    this.#planFor(pace.roundAfter(pace.now(), this.#medianHours, seed));
  }

  #planFor(instant: InstantMs): void {
    if (this.#plannedFor !== null && this.#plannedFor <= instant) return;
    this.#plannedFor = instant;
    this.#frame.pace.until(instant).then(
      () => {
        if (this.#plannedFor !== instant) return;
        this.#plannedFor = null;
        this.#working = this.#working.then(() => this.#work(instant));
      },
      () => undefined, // the month is over
    );
  }

  async #work(planned: InstantMs): Promise<void> {
    const { gate, logbook, pace } = this.#frame;
    if (pace.signal.aborted) return;
    this.#rounds += 1;
    try {
      const next = await gate.run(async () => {
        logbook.began(planned, pace.now());
        return this.#round(await this.signedIn());
      });
      if (next !== null) this.#planFor(next);
    } catch (error) {
      if (pace.signal.aborted) return;
      logbook.failed(error);
      this.ring();
    }
  }

  /** Resolves when the round under way is over. */
  idle(): Promise<void> {
    return this.#working;
  }
}
