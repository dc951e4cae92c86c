import type { HistoryAndWorkflowId } from '@temporalio/client';

type History = HistoryAndWorkflowId['history'];

/** The shape of a 64-bit number as protobuf gives it. */
interface Long {
  low: number;
  high: number;
  unsigned: boolean;
}

/**
 * A history as JSON: bytes stand as `{"$bytes": base64}`, 64-bit numbers as `{"$long": [low, high]}`.
 *
 * The SDK's own `historyToJSON` needs one protobufjs in the tree; an installation has several, and it
 * fails with "type must be a Type".
 */
export function historyText(history: History): string {
  return JSON.stringify(plain(history), null, 1);
}

/** The history that {@link historyText} wrote, as replay takes it. */
export function historyOf(text: string): History {
  return JSON.parse(text, (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null) return value;
    if ('$bytes' in value) return new Uint8Array(Buffer.from(String(value.$bytes), 'base64'));
    if ('$long' in value) return longOf(value.$long as [number, number]);
    return value;
  }) as History;
}

/** `<pid>@<host>…` as identity or sticky queue: a process on some machine is no part of what is kept. */
const PROCESS = /^\d+@/u;

function plain(value: unknown): unknown {
  if (typeof value === 'string' && PROCESS.test(value)) return 'recorder';
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Uint8Array) return { $bytes: Buffer.from(value).toString('base64') };
  if (isLong(value)) return { $long: [value.low, value.high] };
  if (Array.isArray(value)) return value.map(plain);
  const entries = Object.entries(value).filter(([, inner]) => inner !== null);
  return Object.fromEntries(entries.map(([key, inner]) => [key, plain(inner)]));
}

function isLong(value: object): value is Long {
  return 'low' in value && 'high' in value && 'unsigned' in value;
}

function longOf([low, high]: [number, number]) {
  return {
    low,
    high,
    unsigned: false,
    toNumber: () => high * 2 ** 32 + (low >>> 0),
    toString: () => String((BigInt(high) << 32n) | BigInt(low >>> 0)),
  };
}
