import { LONGEST_MESSAGE } from '../../domain/agencyMessage.ts';

/** What is done to a message between the pen and the line. */
export const TRICKS = [
  'EXPIRED',
  'FORGED',
  'UNSIGNED',
  'OVERSIZED',
  'GARBLED',
  'REPLAYED',
] as const;
export type Trick = (typeof TRICKS)[number];

const LONG_AGO_MS = 3_600_000;

/** When a message with this trick says it was signed, real time. */
export function signedAt(trick: Trick | undefined, nowMs: number): number {
  return trick === 'EXPIRED' ? nowMs - LONG_AGO_MS : nowMs;
}

/** The body that leaves for our API: the signed message, or what a trick makes of it. */
export function bodyOf(jws: string, trick: Trick | undefined): string {
  const [header = '', payload = '', signature = ''] = jws.split('.');
  const envelope = (text: string): string => JSON.stringify({ jws: text });
  switch (trick) {
    case 'FORGED':
      return envelope([header, altered(payload), signature].join('.'));
    case 'UNSIGNED':
      return envelope(`${encode({ ...decode(header), alg: 'none' })}.${payload}.`);
    case 'OVERSIZED':
      return envelope(jws + 'A'.repeat(LONGEST_MESSAGE));
    case 'GARBLED':
      return envelope(jws).slice(0, -20);
    default:
      return envelope(jws);
  }
}

/** The same message saying another thing, under the signature of the first. */
function altered(payload: string): string {
  return encode({ ...decode(payload), outcome: 'UNCLEAR', event: 'RETURNED' });
}

function decode(part: string): object {
  return JSON.parse(Buffer.from(part, 'base64url').toString()) as object;
}

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
