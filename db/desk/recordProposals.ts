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

/** Keep a proposal for a record that was not given up; the same id again changes nothing. */
export async function keepProposal(
  db: CommonQueryMethods,
  { id, number, base, amendment: { kind, details }, reason, by, at }: NewProposal,
): Promise<void> {
  await db.query(sql.typeAlias('void')`
    INSERT INTO record_proposals (id, number, base, kind, details, reason, proposed_by, proposed_at)
    SELECT ${id}, r.number, ${base}, ${kind}, ${JSON.stringify(details)}::jsonb, ${reason}, ${by}, ${at}
    FROM records r WHERE r.book = 'PROVINCE' AND r.number = ${number} AND r.abandoned_at IS NULL FOR SHARE
    ON CONFLICT (id) DO NOTHING
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
