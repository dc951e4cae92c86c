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

/**
 * Keep a unit's next key. False when the name stands for another key or for a withdrawn one, or when the
 * key that announces it was withdrawn; the same key again is no news.
 */
export async function registerUnitKey(db: CommonQueryMethods, key: NewUnitKey): Promise<boolean> {
  const { kty, crv, x } = key.jwk;
  const jwk = JSON.stringify({ kty, crv, x });
  await db.query(sql.typeAlias('void')`
    INSERT INTO unit_keys (unit, kid, jwk, valid_from, valid_to, registered_by, registered_at)
    SELECT ${key.unit}, ${key.kid}, ${jwk}::jsonb, ${key.validFrom}::timestamptz, ${key.validTo}::timestamptz,
      ${key.registeredBy}, ${key.registeredAt}::timestamptz
    WHERE NOT EXISTS (
      SELECT FROM unit_keys WHERE kid = ${key.registeredBy} AND withdrawn_at IS NOT NULL)
    ON CONFLICT (kid) DO NOTHING
  `);
  return db.exists(sql.typeAlias('void')`
    SELECT FROM unit_keys
    WHERE kid = ${key.kid} AND jwk = ${jwk}::jsonb AND withdrawn_at IS NULL
  `);
}

/** Let a key's validity end, never later than it does already. */
export async function endUnitKey(db: CommonQueryMethods, kid: string, at: string): Promise<void> {
  await db.query(sql.typeAlias('void')`
    UPDATE unit_keys SET valid_to = greatest(least(valid_to, ${at}), valid_from + interval '1 millisecond')
    WHERE kid = ${kid}
  `);
}

/** Withdraw keys of a unit at once and for ever; what was withdrawn before keeps its day and reason. */
export async function withdrawUnitKeys(
  db: CommonQueryMethods,
  {
    unit,
    kids,
    by,
    at,
    reason,
  }: Record<'unit' | 'by' | 'at' | 'reason', string> & { kids: readonly string[] },
): Promise<void> {
  await db.query(sql.typeAlias('void')`
    UPDATE unit_keys SET withdrawn_at = ${at}, withdrawn_by = ${by}, withdrawal_reason = ${reason}
    WHERE unit = ${unit} AND kid = ANY (${sql.array([...kids], 'text')}) AND withdrawn_at IS NULL
  `);
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
