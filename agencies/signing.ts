import { CompactSign, compactVerify, decodeProtectedHeader, errors, type JWK } from 'jose';

const LIFETIME_S = 300;
const CLOCK_SKEW_S = 60;

/** Kinds of message, carried as the signature's `typ` so that one cannot be passed off as another. */
const MESSAGE_TYPES = [
  'verification-request',
  'verification-ack',
  'verification-answer',
  'post-item',
  'post-ack',
  'post-event',
  'desk-packet',
  'key-announcement',
  'supplied-information',
] as const;
export type MessageType = (typeof MESSAGE_TYPES)[number];

/**
 * A private Ed25519 key and the name its public half is known by: a unit code or `lltp:<unit>`, with
 * `.2`, `.3` … behind it for the keys that follow the first.
 */
export interface SigningKey {
  kid: string;
  jwk: JWK;
}

/** Who signs with a key: its name without the number of the key. */
export function signerOf(kid: string): string {
  return kid.split('.')[0] ?? '';
}

/**
 * Public key of a `kid`, or null when no key of that name is known. Throws SignatureRefused for one
 * that is known and not good any more.
 */
export type KeyOf = (kid: string) => Promise<JWK | null> | JWK | null;

export interface OpenedMessage {
  payload: unknown;
  kid: string;
  typ: MessageType;
  /** Real instant of signing, epoch milliseconds. */
  signedAtMs: number;
}

/** What can be wrong with a signature, and the code the sender is told. */
const DEFECTS = {
  NOT_A_JWS: 'SIGNATURE_WRONG',
  WRONG_SIGNATURE: 'SIGNATURE_WRONG',
  WRONG_SIGNER: 'SIGNATURE_WRONG',
  EXPIRED: 'SIGNATURE_EXPIRED',
  WRONG_TYPE: 'MESSAGE_KIND_UNKNOWN',
  UNKNOWN_KEY: 'KEY_UNKNOWN',
  KEY_EXPIRED: 'KEY_EXPIRED',
  KEY_WITHDRAWN: 'KEY_WITHDRAWN',
} as const;
export type SignatureDefect = keyof typeof DEFECTS;

/** A signed message that cannot be trusted. Says what is wrong, never what the message said. */
export class SignatureRefused extends Error {
  readonly code: (typeof DEFECTS)[SignatureDefect];
  readonly defect: SignatureDefect;

  constructor(defect: SignatureDefect, options?: ErrorOptions) {
    super(`signature refused: ${defect}`, options);
    this.name = 'SignatureRefused';
    this.code = DEFECTS[defect];
    this.defect = defect;
  }
}

/**
 * Sign a message as compact JWS (EdDSA, Ed25519), good for five minutes.
 *
 * `iat` and `exp` lie in the protected header and are **real** time whatever the business clock
 * says: they bound the transport, not the case. Sign anew for every attempt; the message keeps its
 * own id.
 */
export function signMessage(
  payload: object,
  key: SigningKey,
  typ: MessageType,
  nowMs: number = Date.now(),
): Promise<string> {
  const iat = Math.floor(nowMs / 1000);
  return new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
    .setProtectedHeader({ alg: 'EdDSA', typ, kid: key.kid, iat, exp: iat + LIFETIME_S })
    .sign(key.jwk);
}

/**
 * Check a signed message and give its payload, still to be parsed by the message's schema.
 *
 * `expected` limits the kinds of message taken. Throws {@link SignatureRefused}.
 */
export async function openMessage(
  jws: string,
  keyOf: KeyOf,
  expected: readonly MessageType[] = MESSAGE_TYPES,
  nowMs: number = Date.now(),
): Promise<OpenedMessage> {
  const { kid, typ, iat, exp } = headerOf(jws);
  const type = expected.find((known) => known === typ);
  if (type === undefined) throw new SignatureRefused('WRONG_TYPE');
  const key = await keyOf(kid);
  if (key === null) throw new SignatureRefused('UNKNOWN_KEY');
  const payload = await verifiedText(jws, key);
  const nowS = nowMs / 1000;
  if (exp < nowS - CLOCK_SKEW_S || iat > nowS + CLOCK_SKEW_S || exp - iat > LIFETIME_S) {
    throw new SignatureRefused('EXPIRED');
  }
  return { payload: parsed(payload), kid, typ: type, signedAtMs: iat * 1000 };
}

function headerOf(jws: string) {
  let header: ReturnType<typeof decodeProtectedHeader>;
  try {
    header = decodeProtectedHeader(jws);
  } catch (cause) {
    throw new SignatureRefused('NOT_A_JWS', { cause });
  }
  const { kid, typ, iat, exp } = header as Record<string, unknown>;
  const complete = typeof kid === 'string' && typeof iat === 'number' && typeof exp === 'number';
  if (!complete) throw new SignatureRefused('NOT_A_JWS');
  return { kid, typ, iat, exp };
}

async function verifiedText(jws: string, key: JWK): Promise<string> {
  try {
    const { payload } = await compactVerify(jws, key, { algorithms: ['EdDSA'] });
    return new TextDecoder().decode(payload);
  } catch (cause) {
    const garbled = cause instanceof errors.JWSInvalid;
    throw new SignatureRefused(garbled ? 'NOT_A_JWS' : 'WRONG_SIGNATURE', { cause });
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Without the parser's error as cause: its text quotes the message.
    throw new SignatureRefused('NOT_A_JWS');
  }
}
