import type { CommonQueryMethods } from 'slonik';
import * as z from 'zod';
import type { PublicJwk } from '../../domain/agencyMessage.ts';
import { sql } from '../sql.ts';

export interface NewUnitKey {
  unit: string;
  kid: string;
  jwk: PublicJwk;
  /** Business time. */
  validFrom: string;
  validTo: string | null;
  /** An account's id, or the `kid` of the key that announces this one. */
  registeredBy: string;
  registeredAt: string;
}

/** Keep a unit's next key. False when the name stands for another key; the same key again is no news. */
export async function registerUnitKey(db: CommonQueryMethods, key: NewUnitKey): Promise<boolean> {
  const { kty, crv, x } = key.jwk;
  const jwk = JSON.stringify({ kty, crv, x });
  await db.query(sql.typeAlias('void')`
    INSERT INTO unit_keys (unit, kid, jwk, valid_from, valid_to, registered_by, registered_at)
    VALUES (${key.unit}, ${key.kid}, ${jwk}::jsonb, ${key.validFrom}, ${key.validTo},
      ${key.registeredBy}, ${key.registeredAt})
    ON CONFLICT (kid) DO NOTHING
  `);
  return db.oneFirst(sql.type(z.object({ same: z.boolean() }))`
    SELECT jwk = ${jwk}::jsonb AS same FROM unit_keys WHERE kid = ${key.kid}
  `);
}

/** Let a key's validity end, never later than it does already. */
export async function endUnitKey(db: CommonQueryMethods, kid: string, at: string): Promise<void> {
  await db.query(sql.typeAlias('void')`
    UPDATE unit_keys SET valid_to = greatest(least(valid_to, ${at}), valid_from + interval '1 millisecond')
    WHERE kid = ${kid}
  `);
}

/** Withdraw a key at once and for ever. False when there is none of this name. */
export async function withdrawUnitKey(
  db: CommonQueryMethods,
  { unit, kid, by, at, reason }: Record<'unit' | 'kid' | 'by' | 'at' | 'reason', string>,
): Promise<boolean> {
  const known = await db.maybeOneFirst(sql.type(z.object({ kid: z.string() }))`
    UPDATE unit_keys SET withdrawn_at = coalesce(withdrawn_at, ${at}), withdrawn_by = coalesce(withdrawn_by, ${by}),
      withdrawal_reason = coalesce(withdrawal_reason, ${reason})
    WHERE kid = ${kid} AND unit = ${unit} RETURNING kid
  `);
  return known !== null;
}

/** Note that a token was shown. False when it was shown before. */
export async function noteAssertion(
  db: CommonQueryMethods,
  { unit, jti, exp }: { unit: string; jti: string; exp: number },
): Promise<boolean> {
  const first = await db.maybeOneFirst(sql.type(z.object({ jti: z.string() }))`
    WITH gone AS (DELETE FROM shown_assertions WHERE expires_at < now() - interval '10 minutes')
    INSERT INTO shown_assertions (unit, jti, expires_at) VALUES (${unit}, ${jti}, to_timestamp(${exp}))
    ON CONFLICT DO NOTHING RETURNING jti
  `);
  return first !== null;
}
