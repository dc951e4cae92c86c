import { EventEmitter } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import * as z from 'zod';

const Told = z.union([
  z.object({
    case: z.string(),
    rev: z.int(),
    step: z.string(),
    unit: z.string(),
    queueUnit: z.string().nullable(),
    /** Units that were asked something about the case. */
    asked: z.array(z.string()),
  }),
  z.object({ claim: z.string() }),
  /** Unit on whose desk requests changed hands, or an upload went on. */
  z.object({ desk: z.string() }),
]);
export type Change = z.infer<typeof Told>;

const RECONNECT_MS = 1_000;

/**
 * What changes in the database, as it is committed (LISTEN). One connection per process; after a
 * break it listens anew, and who watches is told to look at everything again.
 */
export class Changes {
  readonly #url: string;
  readonly #emitter = new EventEmitter().setMaxListeners(0);
  #client: pg.Client | null = null;
  #closed = false;

  constructor(url: string) {
    this.#url = url;
  }

  /** Start listening; keeps trying in the background when the database is away. */
  async listen(): Promise<void> {
    if (this.#closed) return;
    const client = new pg.Client({ connectionString: this.#url });
    client.on('notification', ({ payload }) => this.#tell(payload));
    client.on('error', () => this.#again());
    client.on('end', () => this.#again());
    this.#client = client;
    try {
      await client.connect();
      await client.query('LISTEN changes');
      this.#emitter.emit('reset');
    } catch {
      this.#again(); // the database is away; health and readiness say so
    }
  }

  onChange(listener: (change: Change) => void): () => void {
    this.#emitter.on('change', listener);
    return () => this.#emitter.off('change', listener);
  }

  /** Told after the connection was lost and is back: changes in between were not seen. */
  onReset(listener: () => void): () => void {
    this.#emitter.on('reset', listener);
    return () => this.#emitter.off('reset', listener);
  }

  /** Wait until a case reaches its first revision; false after `timeoutMs`. */
  async waitForCase(caseId: string, timeoutMs: number): Promise<boolean> {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const off = this.onChange((change) => {
      if ('case' in change && change.case === caseId) resolve(true);
    });
    const timer = setTimeout(() => resolve(false), timeoutMs);
    try {
      return await promise;
    } finally {
      clearTimeout(timer);
      off();
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#client?.end();
  }

  #tell(payload: string | undefined): void {
    const parsed = Told.safeParse(JSON.parse(payload ?? 'null'));
    if (parsed.success) this.#emitter.emit('change', parsed.data);
  }

  #again(): void {
    if (this.#closed || this.#client === null) return;
    const broken = this.#client;
    this.#client = null;
    broken.removeAllListeners();
    broken.on('error', () => undefined); // a late error of the connection given up
    void broken.end().catch(() => undefined);
    void pause(RECONNECT_MS, undefined, { ref: false }).then(() => this.listen());
  }
}
