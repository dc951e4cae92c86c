import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { eachLine } from './lines.ts';

const FIRST_BACK_OFF_MS = 250;
const LAST_BACK_OFF_MS = 15_000;
/** A process that lived this long is sound: the next death starts the back-off anew. */
const SOUND_AFTER_MS = 30_000;
const PROBE_EVERY_MS = 100;

/** A process of the house: how it is run, when it counts as serving, how it is stopped. */
export interface ChildPlan {
  name: string;
  command: string;
  args: readonly string[];
  env: NodeJS.ProcessEnv;
  /** Run before each start, for example to clear away what a killed run left behind. */
  beforeStart?: () => Promise<void>;
  /** Whether it serves; asked every 100 ms from the start on. */
  isReady: () => Promise<boolean>;
  readyWithinMs: number;
  /** How often the first start may die before serving, 0 when a death means a wrong set-up. */
  deathsAllowed: number;
  stopSignal: NodeJS.Signals;
  /** Time from the stop signal to SIGKILL. */
  stopWithinMs: number;
}

export type LineSink = (name: string, line: string) => void;

/** Who wants to know what happens to a child. */
export interface ChildWatch {
  tell: LineSink;
  /** It has a new process id, or has none any more. */
  changed?: () => void;
  /** Ctrl-C in the terminal ends it together with this process, as tests want it. */
  sharesTerminal?: boolean;
}

/**
 * One supervised process: started until it serves, started again with back-off when it dies,
 * held down after {@link Child.kill} until {@link Child.restart}.
 */
export class Child {
  readonly plan: ChildPlan;
  readonly #watch: ChildWatch;
  #process: ChildProcess | null = null;
  #ended: Promise<void> = Promise.resolve();
  #wanted = false;
  #deaths = 0;
  #serving = false;
  #startedAt = 0;
  #pause = new AbortController();

  constructor(plan: ChildPlan, watch: ChildWatch) {
    this.plan = plan;
    this.#watch = watch;
  }

  /** Process id, or null while it is down. */
  get pid(): number | null {
    return this.#process?.pid ?? null;
  }

  /**
   * Start, and resolve when it serves. Throws one sentence when it dies too often or does not serve
   * in time; then it is down.
   */
  async start(): Promise<void> {
    this.#wanted = true;
    this.#serving = false;
    this.#deaths = 0;
    try {
      await this.#spawn();
      await this.#untilReady();
      this.#serving = true;
    } catch (error) {
      await this.stop();
      throw error;
    }
  }

  /** Stop for good: the stop signal, then SIGKILL when it does not end in time. */
  async stop(): Promise<void> {
    await this.#hold(this.plan.stopSignal);
  }

  /** End it by a signal, wait for its end and hold it down; SIGKILL is a crash. */
  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    await this.#hold(signal);
  }

  /** Stop when up, start again, and resolve when it serves. */
  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  async #hold(signal: NodeJS.Signals): Promise<void> {
    this.#wanted = false;
    this.#pause.abort();
    const running = this.#process;
    if (running === null) return;
    running.kill(signal);
    const hurry = setTimeout(() => running.kill('SIGKILL'), this.plan.stopWithinMs);
    await this.#ended;
    clearTimeout(hurry);
  }

  async #spawn(): Promise<void> {
    await this.plan.beforeStart?.();
    if (!this.#wanted) return;
    const { command, args, env, name } = this.plan;
    const child = spawn(command, args, {
      env,
      // A group of its own: Ctrl-C in the terminal reaches the supervisor only, which stops in order.
      detached: !this.#watch.sharesTerminal,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#process = child;
    this.#startedAt = Date.now();
    this.#watch.changed?.();
    eachLine(child.stdout, (line) => this.#watch.tell(name, line));
    eachLine(child.stderr, (line) => this.#watch.tell(name, line));
    this.#ended = new Promise((resolve) => {
      child.once('error', (error) => this.#watch.tell(name, error.message));
      child.once('close', (code, signal) => {
        this.#process = null;
        this.#watch.changed?.();
        resolve();
        if (this.#wanted) void this.#revive(signal ?? `exit code ${code}`);
      });
    });
  }

  async #revive(cause: string): Promise<void> {
    if (Date.now() - this.#startedAt > SOUND_AFTER_MS) this.#deaths = 0;
    const waitMs = Math.min(FIRST_BACK_OFF_MS * 2 ** this.#deaths, LAST_BACK_OFF_MS);
    this.#deaths += 1;
    if (!this.#serving && this.#deaths > this.plan.deathsAllowed) return;
    this.#watch.tell(this.plan.name, `died (${cause}); starting again in ${waitMs} ms`);
    this.#pause = new AbortController();
    await delay(waitMs, undefined, { signal: this.#pause.signal }).catch(() => undefined);
    if (!this.#wanted) return;
    await this.#spawn().catch((error: unknown) => this.#revive(String(error)));
  }

  async #untilReady(): Promise<void> {
    const { name, readyWithinMs, deathsAllowed, isReady } = this.plan;
    const giveUpAt = Date.now() + readyWithinMs;
    while (this.#wanted) {
      if (this.#process !== null && (await isReady())) return;
      if (this.#deaths > deathsAllowed) throw new Error(`${name} ended before it served`);
      if (Date.now() > giveUpAt) {
        throw new Error(`${name} does not serve after ${readyWithinMs / 1000} s`);
      }
      await delay(PROBE_EVERY_MS);
    }
    throw new Error(`${name} was stopped before it served`);
  }
}
