import * as z from 'zod';
import { PublicJwk } from '../domain/agencyMessage.ts';
import {
  Ack,
  assertSigner,
  PostAck,
  PostItemRequest,
  VerificationRequestMessage,
} from './contract.ts';
import { AgencyRejected, AgencyUnavailable } from './failure.ts';
import { type KeyOf, type MessageType, openMessage } from './signing.ts';

export interface AgencyClientOptions {
  /** Base address of the agencies, without trailing slash. */
  baseUrl: string;
  /** Signs in the name of `fromUnit`, as OfficeKey does. */
  sign: (typ: MessageType, message: { fromUnit: string }) => Promise<string>;
  /** Public keys of the units, to check what they acknowledge. */
  keyOf: KeyOf;
  /** Real milliseconds for one call, answer read included. */
  timeoutMs: number;
}

export type AgencyClients = ReturnType<typeof createAgencyClients>;

interface Letter<A extends { messageId: string }> {
  path: 'verifications' | 'items';
  typ: MessageType;
  ackTyp: MessageType;
  ack: z.ZodType<A>;
  message: { messageId: string; toUnit: string; fromUnit: string };
  known: KeyOf | undefined;
}

/** Passing trouble in HTTP's own words; the rest of 4xx is the agency's no. */
const PASSING_STATUS: readonly number[] = [408, 425, 429];

/**
 * Calls to the agencies that are asked, and to the post. Repeating a message with the same `messageId` gives the same
 * acknowledgement and asks nothing twice, so every call may be retried. `known` keys of the unit spare
 * looking up the one that signs its acknowledgement.
 *
 * Throws AgencyRejected when the agency says no for good, AgencyUnavailable for everything that may
 * pass (network, time-out, 5xx, an acknowledgement whose signature does not hold).
 */
export function createAgencyClients(options: AgencyClientOptions) {
  return {
    /** Put a question to an agency; the answer comes later as a message of its own. */
    async sendVerification(request: VerificationRequestMessage, known?: KeyOf): Promise<Ack> {
      const message = VerificationRequestMessage.parse(request);
      const typ = 'verification-request';
      return send(options, {
        path: 'verifications',
        typ,
        ackTyp: 'verification-ack',
        ack: Ack,
        message,
        known,
      });
    },

    /** Order collection of an envelope; scans come later as messages of their own. */
    async sendPostItem(item: PostItemRequest, known?: KeyOf): Promise<PostAck> {
      const message = PostItemRequest.parse(item);
      const typ = 'post-item';
      return send(options, {
        path: 'items',
        typ,
        ackTyp: 'post-ack',
        ack: PostAck,
        message,
        known,
      });
    },
  };
}

async function send<A extends { messageId: string }>(
  { baseUrl, sign, keyOf, timeoutMs }: AgencyClientOptions,
  { path, typ, ackTyp, ack, message, known }: Letter<A>,
): Promise<A> {
  const unit = message.toUnit;
  const body = await sign(typ, message);
  const url = `${baseUrl}/agencies/${encodeURIComponent(unit)}/${path}`;
  const { status, text } = await post(url, body, unit, timeoutMs);
  if (status >= 500 || PASSING_STATUS.includes(status)) {
    throw new AgencyUnavailable(unit, `HTTP_${status}`);
  }
  if (status >= 400) throw new AgencyRejected(unit, reasonIn(text));
  try {
    const opened = await openMessage(text, keysOf(known, keyOf), [ackTyp]);
    assertSigner(opened.kid, unit);
    const acknowledged = ack.parse(opened.payload);
    if (acknowledged.messageId === message.messageId) return acknowledged;
  } catch (cause) {
    throw new AgencyUnavailable(unit, 'ACKNOWLEDGEMENT_NOT_TRUSTED', { cause });
  }
  throw new AgencyUnavailable(unit, 'ANOTHER_MESSAGE_ACKNOWLEDGED');
}

/** Keys known beforehand, then all others: a unit may have begun to sign with its next one meanwhile. */
function keysOf(known: KeyOf | undefined, all: KeyOf): KeyOf {
  return async (kid) => (await known?.(kid)) ?? all(kid);
}

async function post(url: string, body: string, unit: string, timeoutMs: number) {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/jose', accept: 'application/jose' },
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    return { status: response.status, text: await response.text() };
  } catch (cause) {
    throw new AgencyUnavailable(unit, isTimeout(cause) ? 'NO_ANSWER_IN_TIME' : 'NOT_REACHED', {
      cause,
    });
  }
}

function isTimeout(cause: unknown): boolean {
  return cause instanceof Error && cause.name === 'TimeoutError';
}

const Problem = z.object({ code: z.string().regex(/^[A-Z_]{3,60}$/) });

function reasonIn(text: string): string {
  try {
    return Problem.parse(JSON.parse(text)).code;
  } catch {
    return 'NO_REASON_GIVEN';
  }
}

const KeySet = z.object({ keys: z.array(PublicJwk.extend({ kid: z.string() })) });

/** Public keys that the simulated agencies show, for the set-up of a demonstration to register. */
export async function fetchAgencyKeys(baseUrl: string) {
  const response = await fetch(`${baseUrl}/agencies/keys`, { signal: AbortSignal.timeout(10_000) });
  if (!response.ok) throw new AgencyUnavailable('keys', `HTTP_${response.status}`);
  return KeySet.parse(await response.json()).keys;
}
