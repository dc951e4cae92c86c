import type { CommonQueryMethods } from 'slonik';
import type { PublicJwk } from '../../domain/agencyMessage.ts';
import { sql } from '../sql.ts';

/** Bring the published list of our own keys up to date; each ends where the next one's turn begins. */
export async function writeOfficeKeys(
  db: CommonQueryMethods,
  keys: readonly { number: number; signsFrom: string; jwk: PublicJwk }[],
): Promise<void> {
  await db.query(sql.typeAlias('void')`
    INSERT INTO office_keys (number, jwk, signs_from, signs_to)
    SELECT number, jwk, "signsFrom", lead("signsFrom") OVER (ORDER BY number)
    FROM jsonb_to_recordset(${JSON.stringify(keys)}::jsonb)
      AS k (number int, jwk jsonb, "signsFrom" timestamptz)
    ON CONFLICT (number) DO UPDATE SET jwk = EXCLUDED.jwk, signs_from = EXCLUDED.signs_from,
      signs_to = EXCLUDED.signs_to
  `);
}
