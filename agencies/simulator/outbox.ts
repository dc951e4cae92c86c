import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyBaseLogger } from 'fastify';
import * as z from 'zod';
import type { Ledger, Outgoing } from './ledger.ts';
import { bodyOf, signedAt } from './tricks.ts';
import type { UnitKeys } from './unitKeys.ts';

export interface OutboxOptions {
  /** Address of our API, without trailing slash. */
  apiUrl: string;
  /** Real milliseconds: pause after the first failure, doubled each time up to the cap. */
  retry: { firstMs: number; capMs: number };
  /** Real milliseconds until the unit's line works again: 0 now, Infinity when switched back. */
  outForMs: (unit: string) => number;
  /** Whether the unit's messages leave in the wrong order. */
  reorders: (unit: string) => boolean;
  log: FastifyBaseLogger;
}

const CALLS_AT_ONCE = 16;
const CALL_TIMEOUT_MS = 15_000;
const CLOSING_GRACE_MS = 3000;
const LONGEST_SLEEP_MS = 2 ** 31 - 1;
const PASSING_STATUS: readonly number[] = [408, 425, 429];

const Problem = z.object({ code: z.string() });

/**
 * Brings messages to our API, in order per request or case, each repeated until it is accepted
 * (2xx) or refused for good (4xx).
 */
export class Outbox {
  readonly #ledger: Ledger;
  readonly #keys: UnitKeys;
  readonly #options: OutboxOptions;
  readonly #lanes = new Map<string, Promise<void>>();
  readonly #held = new Map<string, Outgoing>();
  readonly #lines = new Map<string, AbortController>();
  /** What somebody listened to, by message, to send it once more. */
  readonly #overheard = new Map<string, string>();
  readonly #closing = new AbortController();
  readonly #cutting = new AbortController();
  readonly #waiting: (() => void)[] = [];
  #calls = 0;

  constructor(ledger: Ledger, keys: UnitKeys, options: OutboxOptions) {
    this.#ledger = ledger;
    this.#keys = keys;
    for (const kid of ledger.adopted.values()) keys.adopt(kid);
    this.#options = options;
  }

  /** Send messages of one unit, after those of the same request or case that are still under way. */
  send(messages: readonly Outgoing[]): void {
    for (const message of messages) {
      const { unit, subject } = message;
      const held = this.#held.get(unit);
      if (held === undefined && this.#options.reorders(unit)) {
        this.#held.set(unit, message);
        continue;
      }
      this.#held.delete(unit);
      this.#append(subject, message);
      if (held !== undefined) this.#append(subject, held);
    }
  }

  /** The unit's settings changed: let go what was held, try again what waited for its line. */
  wake(unit: string): void {
    const held = this.#held.get(unit);
    if (held !== undefined && !this.#options.reorders(unit)) {
      this.#held.delete(unit);
      this.#append(held.subject, held);
    }
    this.#lines.get(unit)?.abort();
    this.#lines.delete(unit);
  }

  /** Forget what is held; what is under way finds itself gone from the ledger and stops. */
  clear(): void {
    this.#held.clear();
    for (const unit of this.#lines.keys()) this.wake(unit);
  }

  /**
   * Stop. Calls under way may end, so that a message that arrived is known to have arrived; what was
   * not delivered stays in the ledger and goes out, perhaps a second time, at the next start.
   */
  async close(): Promise<void> {
    this.#closing.abort();
    const cut = setTimeout(() => this.#cutting.abort(), CLOSING_GRACE_MS);
    await Promise.all(this.#lanes.values());
    clearTimeout(cut);
  }

  #append(lane: string, message: Outgoing): void {
    const before = this.#lanes.get(lane) ?? Promise.resolve();
    const tail = before
      .then(() => this.#deliver(message))
      .catch((error: unknown) => {
        this.#options.log.error({ error, unit: message.unit }, 'a message could not be sent');
      })
      .finally(() => {
        if (this.#lanes.get(lane) === tail) this.#lanes.delete(lane);
      });
    this.#lanes.set(lane, tail);
  }

  async #deliver(message: Outgoing): Promise<void> {
    const { id, unit, subject } = message;
    const { firstMs, capMs } = this.#options.retry;
    for (let failures = 0; ; failures += 1) {
      await this.#untilLineWorks(unit);
      if (this.#closing.signal.aborted || !this.#ledger.outgoing.has(id)) return;
      const outcome = await this.#inTurn(() => this.#call(message));
      if (!this.#ledger.outgoing.has(id)) return;
      if (outcome !== null) {
        const { log } = this.#options;
        if (outcome.code !== null) log.warn({ unit, subject, ...outcome }, 'a message was refused');
        this.#ledger.record({ t: 'delivered', delivery: { id, unit, subject, ...outcome } });
        if (outcome.code === null) this.#adopt(message);
        return;
      }
      await this.#rest(Math.min(capMs, firstMs * 2 ** failures), this.#closing.signal);
    }
  }

  /** Null when it is worth trying again. */
  async #call(message: Outgoing): Promise<{ status: number; code: string | null } | null> {
    if (this.#closing.signal.aborted) return null;
    const body = await this.#bodyOf(message);
    try {
      const response = await fetch(`${this.#options.apiUrl}/api/v1/agency-messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
        signal: AbortSignal.any([this.#cutting.signal, AbortSignal.timeout(CALL_TIMEOUT_MS)]),
      });
      const { status } = response;
      const text = await response.text();
      if (status >= 500 || PASSING_STATUS.includes(status)) return null;
      return { status, code: status < 400 ? null : codeIn(text) };
    } catch {
      return null;
    }
  }

  /** Signed anew each time: a signature lasts minutes, an outage may last days. */
  async #bodyOf({ payload, typ, keyUnit, kid, trick }: Outgoing): Promise<string> {
    const overheard = this.#overheard.get(payload.messageId);
    if (trick === 'REPLAYED' && overheard !== undefined) return overheard;
    const atMs = signedAt(trick, Date.now());
    const jws = await this.#keys.sign(payload, typ, keyUnit, { as: kid, atMs });
    const body = bodyOf(jws, trick);
    if (trick === undefined && this.#isReplayed(payload.messageId)) {
      this.#overheard.set(payload.messageId, body);
    }
    return body;
  }

  #isReplayed(messageId: string): boolean {
    const waiting = [...this.#ledger.outgoing.values()];
    return waiting.some(
      ({ trick, payload }) => trick === 'REPLAYED' && payload.messageId === messageId,
    );
  }

  /** A key that was taken signs from now on. */
  #adopt({ typ, unit, subject }: Outgoing): void {
    if (typ !== 'key-announcement') return;
    this.#ledger.record({ t: 'adopted', unit, kid: subject });
    this.#keys.adopt(subject);
  }

  async #untilLineWorks(unit: string): Promise<void> {
    for (;;) {
      const wait = this.#options.outForMs(unit);
      if (wait <= 0 || this.#closing.signal.aborted) return;
      const line = this.#lines.get(unit) ?? new AbortController();
      this.#lines.set(unit, line);
      await this.#rest(wait, AbortSignal.any([this.#closing.signal, line.signal]));
    }
  }

  async #rest(ms: number, signal: AbortSignal): Promise<void> {
    // Rejects only when it is cut short, which is as good as over.
    await sleep(Math.min(ms, LONGEST_SLEEP_MS), undefined, { signal }).catch(() => undefined);
  }

  async #inTurn<T>(call: () => Promise<T>): Promise<T> {
    if (this.#calls >= CALLS_AT_ONCE) {
      await new Promise<void>((resolve) => {
        this.#waiting.push(resolve);
      });
    } else {
      this.#calls += 1;
    }
    try {
      return await call();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#calls -= 1;
      else next();
    }
  }
}

function codeIn(text: string): string {
  try {
    return Problem.parse(JSON.parse(text)).code;
  } catch {
    return 'NO_CODE_GIVEN';
  }
}
