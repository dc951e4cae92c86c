import type { CommonQueryMethods } from 'slonik';
import type { Amendment } from '../../domain/record/amendment.ts';
import { sql } from '../sql.ts';

export interface NewProposal {
  id: string;
  number: string;
  base: number;
  amendment: Amendment;
  reason: string;
  by: string;
  at: string;
}

/** Keep a proposal for a record that was not given up, nor the one it would take in; the same id again changes nothing. */
export async function keepProposal(
  db: CommonQueryMethods,
  { id, number, base, amendment, reason, by, at }: NewProposal,
): Promise<void> {
  const { kind, details } = amendment;
  const from = amendment.kind === 'MERGE' ? amendment.details.from : null;
  await db.query(sql.typeAlias('void')`
    INSERT INTO record_proposals (id, number, base, kind, details, reason, proposed_by, proposed_at)
    SELECT ${id}, r.number, ${base}, ${kind}, ${JSON.stringify(details)}::jsonb, ${reason}, ${by}, ${at}
    FROM records r WHERE r.book = 'PROVINCE' AND r.number = ${number} AND r.abandoned_at IS NULL
      AND NOT EXISTS (SELECT FROM records o WHERE o.book = r.book AND o.number = ${from}::text AND o.abandoned_at IS NOT NULL)
    FOR SHARE OF r
    ON CONFLICT (id) DO NOTHING
  `);
}

/** Hold records before what is proposed about them is decided: in the order in which giving one up takes them. */
export async function holdRecords(
  db: CommonQueryMethods,
  numbers: readonly string[],
): Promise<void> {
  await db.query(sql.typeAlias('void')`
    SELECT FROM records WHERE book = 'PROVINCE' AND number = ANY (${sql.array([...numbers], 'text')})
    ORDER BY number FOR UPDATE
  `);
}

/** Decide an open proposal; false when it has been decided. `refusal`: why not, null for an approval. */
export async function decideProposal(
  db: CommonQueryMethods,
  { id, refusal, by, at }: { id: string; refusal: string | null; by: string; at: string },
): Promise<boolean> {
  const { rowCount } = await db.query(sql.typeAlias('void')`
    UPDATE record_proposals SET state = ${refusal === null ? 'APPROVED' : 'REFUSED'}, refusal = ${refusal},
      decided_by = ${by}, decided_at = ${at}
    WHERE id = ${id} AND state = 'OPEN'
  `);
  return rowCount === 1;
}
