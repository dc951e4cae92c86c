import { Piscina } from 'piscina';
import type { renderCertificate } from './certificate.ts';
import type { PrintOrder } from './printThread.ts';

export type Render = typeof renderCertificate;

export interface PrintRoom {
  /** As {@link renderCertificate}, on the room's own thread. */
  render: Render;
  close(): Promise<void>;
}

/**
 * A thread that prints certificates: a paper takes as long as an act, and other people's acts must
 * not stand still meanwhile. Orders are printed one after the other.
 */
export function openPrintRoom(): PrintRoom {
  const pool = new Piscina<PrintOrder, Uint8Array>({
    filename: new URL('printThread.ts', import.meta.url).href,
    minThreads: 1,
    maxThreads: 1,
  });
  return {
    render: (data, options) => pool.run({ data, options }),
    close: () => pool.close(),
  };
}
