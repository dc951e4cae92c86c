import { Piscina } from 'piscina';
import type { RefusalCode } from '../../domain/refusal.ts';
import { Refused } from '../refused.ts';
import type { SheetRead } from './workbook.ts';

/** Longer than the longest file takes on a slow machine. */
const PATIENCE_MS = 60_000;
const MEMORY_MB = 1_024;
/** How long an idle thread is kept. */
const IDLE_MS = 30_000;

/**
 * A thread for workbooks: unpacking one takes seconds, in which nobody else's request must stand still, and
 * one that is made to fill the memory takes its own thread with it, not the house.
 */
export class WorkbookRoom {
  readonly #pool = new Piscina<Uint8Array, SheetRead | RefusalCode>({
    filename: new URL('workbookThread.ts', import.meta.url).href,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: IDLE_MS,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });

  /** The rows of a workbook; refuses what cannot be read. */
  async read(bytes: Uint8Array): Promise<SheetRead> {
    const read = await this.#run(bytes);
    if (typeof read === 'string') throw new Refused(read);
    return read;
  }

  close(): Promise<void> {
    return this.#pool.close();
  }

  async #run(bytes: Uint8Array): Promise<SheetRead | RefusalCode> {
    try {
      return await this.#pool.run(bytes, { signal: AbortSignal.timeout(PATIENCE_MS) });
    } catch (cause) {
      throw new Refused('SUPPLY_WORKBOOK_TOO_LARGE', [], { cause });
    }
  }
}
