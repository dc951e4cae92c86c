import { decodeProtectedHeader, errors, jwtVerify, SignJWT } from 'jose';
import * as z from 'zod';
import { UnitCode } from '../domain/agencyMessage.ts';
import { type KeyOf, type SigningKey, SignatureRefused, signerOf } from './signing.ts';

/** Whom a unit's token is for. */
export const AUDIENCE = 'lltp-agency-api';
const LIFETIME_S = 300;
const CLOCK_SKEW_S = 60;

const Claims = z.object({
  iss: UnitCode,
  jti: z
    .string()
    .min(8)
    .max(80)
    .regex(/^[\w-]+$/),
  exp: z.int(),
});

/** A unit that has shown who it is, by a token that may be shown once. */
export interface Assertion {
  unit: string;
  jti: string;
  /** Real time, epoch seconds. */
  exp: number;
}

/**
 * A unit's client assertion (JWT, RFC 7523): `iss` and `sub` are the unit, `aud` is {@link AUDIENCE},
 * good for five minutes of real time, `jti` never used before.
 */
export function signAssertion(
  unit: string,
  key: SigningKey,
  jti: string,
  nowMs = Date.now(),
): Promise<string> {
  const iat = Math.floor(nowMs / 1000);
  return new SignJWT({})
    .setProtectedHeader({ alg: 'EdDSA', typ: 'JWT', kid: key.kid })
    .setIssuer(unit)
    .setSubject(unit)
    .setAudience(AUDIENCE)
    .setJti(jti)
    .setIssuedAt(iat)
    .setExpirationTime(iat + LIFETIME_S)
    .sign(key.jwk);
}

/** Check a unit's token. Throws {@link SignatureRefused}; whether it was shown before is not known here. */
export async function openAssertion(token: string, keyOf: KeyOf): Promise<Assertion> {
  const kid = kidOf(token);
  const key = await keyOf(kid);
  if (key === null) throw new SignatureRefused('UNKNOWN_KEY');
  const unit = signerOf(kid);
  try {
    const { payload } = await jwtVerify(token, key, {
      algorithms: ['EdDSA'],
      typ: 'JWT',
      audience: AUDIENCE,
      issuer: unit,
      subject: unit,
      maxTokenAge: LIFETIME_S,
      clockTolerance: CLOCK_SKEW_S,
      requiredClaims: ['jti', 'exp', 'iat'],
    });
    const { jti, exp } = Claims.parse(payload);
    return { unit, jti, exp };
  } catch (cause) {
    if (cause instanceof errors.JWTExpired) throw new SignatureRefused('EXPIRED', { cause });
    throw new SignatureRefused('WRONG_SIGNATURE', { cause });
  }
}

function kidOf(token: string): string {
  try {
    const { kid } = decodeProtectedHeader(token);
    // What is typed a text is what the sender wrote: anything.
    if (typeof kid === 'string') return kid;
  } catch (cause) {
    throw new SignatureRefused('NOT_A_JWS', { cause });
  }
  throw new SignatureRefused('NOT_A_JWS');
}
