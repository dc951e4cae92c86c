import type { CommonQueryMethods } from 'slonik';
import * as z from 'zod';
import { PublicJwk } from '../../domain/agencyMessage.ts';
import { KEY_STANDINGS, UnitKey } from '../../domain/integration.ts';
import { sql } from '../sql.ts';

const standingAt = (at: string) => sql.fragment`
  CASE WHEN withdrawn_at IS NOT NULL THEN 'WITHDRAWN' WHEN valid_from > ${at} THEN 'NOT_YET'
    WHEN valid_to <= ${at} THEN 'EXPIRED' ELSE 'VALID' END
`;

const Kept = z.object({ jwk: PublicJwk, standing: z.enum(KEY_STANDINGS) });

/** The public key of a `kid` with its standing at an instant (business time), or null. */
export function findUnitKey(
  db: CommonQueryMethods,
  kid: string,
  at: string,
): Promise<z.infer<typeof Kept> | null> {
  return db.maybeOne(sql.prepared('find_unit_key', Kept)`
    SELECT jwk, ${standingAt(at)} AS standing FROM unit_keys WHERE kid = ${kid}
  `);
}

/** A key of a unit with its name. */
export const KnownKey = Kept.extend({ kid: z.string() });

/** All keys of the unit that a message `m` goes to, as they stand at an instant (business time). */
export const keysOfReceiver = (at: string) => sql.fragment`(
  SELECT coalesce(jsonb_agg(jsonb_build_object('kid', kid, 'jwk', jwk, 'standing', ${standingAt(at)})), '[]')
  FROM unit_keys WHERE unit = m.to_unit)`;

/** All keys a unit has had, in their order. */
export function listUnitKeys(
  db: CommonQueryMethods,
  unit: string,
  at: string,
): Promise<readonly UnitKey[]> {
  return db.any(sql.type(UnitKey)`
    SELECT kid, jwk, valid_from AS "validFrom", valid_to AS "validTo", withdrawn_at AS "withdrawnAt",
      ${standingAt(at)} AS standing,
      coalesce((SELECT display_name FROM accounts WHERE id::text = registered_by), registered_by) AS "registeredBy",
      registered_at AS "registeredAt"
    FROM unit_keys WHERE unit = ${unit} ORDER BY valid_from, kid
  `);
}

/**
 * The keys that stand or fall with a key of a unit: itself and what it announced, and those announced in
 * turn, without those withdrawn already. Null when the unit has no key of this name.
 */
export async function listAnnounced(
  db: CommonQueryMethods,
  unit: string,
  kid: string,
): Promise<string[] | null> {
  const found = await db.any(sql.type(z.object({ kid: z.string(), withdrawn: z.boolean() }))`
    WITH RECURSIVE announced AS (
      SELECT kid, withdrawn_at FROM unit_keys WHERE kid = ${kid} AND unit = ${unit}
      UNION
      SELECT k.kid, k.withdrawn_at FROM unit_keys k JOIN announced a ON k.registered_by = a.kid
      WHERE k.unit = ${unit})
    SELECT kid, withdrawn_at IS NOT NULL AS withdrawn FROM announced ORDER BY kid
  `);
  if (found.length === 0) return null;
  return found.filter(({ withdrawn }) => !withdrawn).map((key) => key.kid);
}

const OfficeTurn = z.object({ number: z.int(), jwk: PublicJwk });

/** The public halves of our own keys, also of one whose turn is still to come. */
export function listOfficeKeys(
  db: CommonQueryMethods,
): Promise<readonly z.infer<typeof OfficeTurn>[]> {
  return db.any(sql.type(OfficeTurn)`SELECT number, jwk FROM office_keys ORDER BY number`);
}
