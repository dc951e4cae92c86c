import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import type { DataConverter } from '@temporalio/common';
import { EncryptingCodec } from './codec.ts';

const PROBE_MS = 1_000;
const SERVING = 1;

/** Path that workers, clients and the workflow bundle share. */
export const FAILURE_CONVERTER_PATH = join(import.meta.dirname, 'failureConverter.ts');

/** How payloads and failures travel: encrypted, both. `payloadKey`: 32 bytes, base64. */
export function dataConverterOf(payloadKey: string): DataConverter {
  return {
    payloadCodecs: [new EncryptingCodec(payloadKey)],
    failureConverterPath: FAILURE_CONVERTER_PATH,
  };
}

export interface EngineAddress {
  address: string;
  namespace: string;
  payloadKey: string;
}

export interface Engine {
  client: Client;
  connection: Connection;
  /** Whether the server answers that it serves, within a second. */
  serves(): Promise<boolean>;
  close(): Promise<void>;
}

/** A client of the Temporal server. Does not wait for the server: it may come later. */
export function connectEngine({ address, namespace, payloadKey }: EngineAddress): Engine {
  const connection = Connection.lazy({ address, connectTimeout: '5 seconds' });
  const client = new Client({
    connection,
    namespace,
    dataConverter: dataConverterOf(payloadKey),
  });
  return {
    client,
    connection,
    serves: () => serves(connection),
    close: () => connection.close(),
  };
}

async function serves(connection: Connection): Promise<boolean> {
  try {
    const { status } = await connection.withDeadline(Date.now() + PROBE_MS, () =>
      connection.healthService.check({}),
    );
    return Number(status) === SERVING;
  } catch {
    return false; // that is the answer
  }
}
