import * as z from 'zod';
import { type IncomingMessage, incomingOf, openEnvelope } from '../agencies/contract.ts';
import { type OpenedMessage, SignatureRefused } from '../agencies/signing.ts';
import {
  type Evidence,
  keepEvidence,
  type SignedMessage,
  takeAgencyMessage,
} from '../db/intake/evidence.ts';
import { bookPlaceOf } from '../db/read/supplies.ts';
import { AgencyMessageBody, LONGEST_MESSAGE, Numbered } from '../domain/agencyMessage.ts';
import type { BookPlace } from '../domain/supply/supply.ts';
import { isRefusalCode } from '../domain/refusal.ts';
import { rowOf } from './agencyActs.ts';
import { checkAnswerDates } from './answerDates.ts';
import { announce, announcementRefusal } from './announcedKeys.ts';
import type { Arrival } from './arrival.ts';
import { bringStored } from './bringMessage.ts';
import { claimsOf, NO_CLAIMS } from './claims.ts';
import { type ApiDeps, nowIso } from './deps.ts';
import { refusedInput } from './problem.ts';
import { Refused } from './refused.ts';
import { suppliedBy } from './supply/fromMessage.ts';
import { unitKeyRing } from './unitKeyRing.ts';

/** How much of a message nobody has signed for is kept; a signed one is kept whole. */
const KEPT_UNSIGNED = 16_000;
/** What a JSON document of the database cannot hold: a zero, half a character. */
const NOT_TO_KEEP = /\\u0000|\\ud[89a-f]/u;

/** What came of a message; where it supplied something, its place in the reception book. */
export interface TakenIn {
  state: 'APPLIED' | 'STORED';
  entry?: BookPlace;
}

type Seen = Pick<Evidence, 'receivedAt' | 'sha256' | 'size' | 'raw'>;

/**
 * Take in what came to the door for agency messages. Whatever it is, it is kept as evidence with what
 * was said to it, before anything follows from it.
 *
 * STORED when it could not be brought to its case yet; refuses with a code, now and at every
 * repeat.
 */
export async function takeArrival(
  deps: ApiDeps,
  { text, sha256, size }: Arrival,
  mediaType: string | undefined,
): Promise<TakenIn> {
  const seen = { receivedAt: nowIso(deps), sha256, size, raw: text };
  let jws: string | null = null;
  let opened: OpenedMessage;
  try {
    jws = jwsIn(text, size, mediaType);
    opened = await openEnvelope(jws, unitKeyRing(deps));
  } catch (error) {
    const refused = refusalOf(error);
    const claims = jws === null ? NO_CLAIMS : claimsOf(jws);
    await keep(deps, { ...seen, ...claims, raw: text.slice(0, KEPT_UNSIGNED) }, refused, error);
    throw refused;
  }
  return takeSigned(deps, seen, jws, opened);
}

/** The signed message in a body. */
function jwsIn(text: string, size: number, mediaType: string | undefined): string {
  if (size > LONGEST_MESSAGE) throw new Refused('BODY_TOO_LARGE');
  if (!/^application\/json\b/iu.test(mediaType ?? '')) throw new Refused('UNSUPPORTED_MEDIA');
  return AgencyMessageBody.parse(parsed(text)).jws;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Without the parser's error as cause: its text quotes the message.
    throw new Refused('INVALID_INPUT');
  }
}

async function takeSigned(
  deps: ApiDeps,
  seen: Seen,
  jws: string,
  opened: OpenedMessage,
): Promise<TakenIn> {
  const { kid, typ, payload } = opened;
  const { incoming, supply, refused, detail } = await understood(deps, opened);
  const numbered = Numbered.safeParse(payload).data;
  if (numbered === undefined || NOT_TO_KEEP.test(JSON.stringify(payload))) {
    const unread = refused ?? new Refused('INVALID_INPUT');
    await keep(deps, { ...seen, ...claimsOf(jws) }, unread, unread);
    throw unread;
  }
  const { fromUnit: unit, messageId, sequence } = numbered;
  const row = incoming === null || refused !== null ? null : rowOf(incoming);
  const taken = await takeAgencyMessage(deps.pool, {
    ...seen,
    unit,
    kid,
    typ,
    messageId,
    sequence,
    jws,
    row,
    supply,
    detail,
    payload: incoming?.message ?? payload,
    refusal: refused?.code ?? null,
  });
  if (isRefusalCode(taken.verdict)) throw refused ?? new Refused(taken.verdict);
  if (refused !== null) throw refused;
  if (incoming?.typ === 'key-announcement') await announce(deps, incoming.message, kid);
  if (supply !== null) return { state: 'APPLIED', entry: await bookPlaceOf(deps.pool, supply.id) };
  if (taken.id === null || row === null) return { state: 'APPLIED' };
  return { state: await bringStored(deps, { ...row, ...taken, id: taken.id, fromUnit: unit }) };
}

interface Understood {
  incoming: IncomingMessage | null;
  /** What it enters into a reception book. */
  supply: SignedMessage['supply'];
  refused: Refused | null;
  detail: string | null;
}

/** A signed message, or why it is declined although it is signed. */
async function understood(deps: ApiDeps, opened: OpenedMessage): Promise<Understood> {
  let incoming: IncomingMessage | null = null;
  try {
    incoming = incomingOf(opened);
    const { typ, message } = incoming;
    const code = typ === 'key-announcement' ? await announcementRefusal(deps, message) : null;
    if (typ === 'verification-answer') {
      const { fromUnit, messageId } = message;
      await checkAnswerDates(deps, message, { fromUnit, messageId, bySystem: true });
    }
    const supply = typ === 'supplied-information' ? await suppliedBy(deps, message) : null;
    return { incoming, supply, refused: code === null ? null : new Refused(code), detail: null };
  } catch (error) {
    const refused = refusalOf(error);
    return { incoming, supply: null, refused, detail: detailOf(refused, error) };
  }
}

function refusalOf(error: unknown): Refused {
  if (error instanceof Refused) return error;
  if (error instanceof SignatureRefused) return new Refused(error.code, [], { cause: error });
  if (error instanceof z.ZodError) return refusedInput(error.issues);
  throw error;
}

/** What was wrong, without a word of what was said. */
function detailOf({ fields }: Refused, error: unknown): string | null {
  if (error instanceof SignatureRefused) return error.defect;
  const named = fields.map(({ path, code }) => `${path}: ${code}`).join(', ');
  return named === '' ? null : named.slice(0, 1000).replaceAll('\0', '');
}

async function keep(
  { pool }: ApiDeps,
  evidence: Omit<Evidence, 'verdict' | 'detail'>,
  refused: Refused,
  error: unknown,
): Promise<void> {
  const detail = detailOf(refused, error);
  await keepEvidence(pool, { ...evidence, verdict: refused.code, detail });
}
