import type { CommonQueryMethods, FragmentSqlToken } from 'slonik';
import * as z from 'zod';
import { sql } from '../sql.ts';

const Claim = z.object({ requestId: z.string(), holder: z.string() });

export interface Taking {
  account: string;
  unit: string;
  /** Colleague from whom it is knowingly taken over, or null. */
  over: string | null;
  at: string;
}

/**
 * Put requests of a unit on a liaison's desk: compare-and-set, so of many at once exactly one wins each.
 * Free is what nobody has, or somebody absent whom nobody covers; what an absent colleague left to the
 * taker is the taker's. Gives who holds each one afterwards: the taker, or the one who was faster;
 * requests that the unit does not have are left out.
 */
export function takeRequests(
  db: CommonQueryMethods,
  requestIds: readonly string[],
  taking: Taking,
): Promise<readonly { requestId: string; holder: string }[]> {
  return db.any(
    sql.prepared('take_requests', Claim)`${claiming(requestIds, taking, sql.fragment`true`)}`,
  );
}

/** The statement of {@link takeRequests} as part of one that does more; nothing is taken unless `when`. */
export function claiming(
  requestIds: readonly string[],
  { account, unit, over, at }: Taking,
  when: FragmentSqlToken,
) {
  const free = sql.fragment`coalesce(request_desk(c.holder, ${at}::timestamptz), EXCLUDED.holder)
    IN (EXCLUDED.holder, ${over}::uuid)`;
  return sql.fragment`
    INSERT INTO request_claims AS c (request_id, case_id, unit, holder, since, by_account)
    SELECT request_id, case_id, unit, ${account}::uuid, ${at}::timestamptz, ${account}::uuid
    FROM verifications WHERE request_id = ANY (${sql.array([...requestIds], 'text')}) AND unit = ${unit}
      AND ${when}
    ORDER BY request_id
    -- A faster one keeps it; the empty update waits for that one and gives its row.
    ON CONFLICT (request_id) DO UPDATE SET
      holder = CASE WHEN ${free} THEN EXCLUDED.holder ELSE c.holder END,
      since = CASE WHEN ${free} AND c.holder IS DISTINCT FROM EXCLUDED.holder THEN EXCLUDED.since ELSE c.since END,
      by_account = CASE WHEN ${free} THEN EXCLUDED.by_account ELSE c.by_account END
    RETURNING request_id AS "requestId", holder
  `;
}

/** Give a request back to the unit; false when it was not on this liaison's desk. */
export async function releaseRequest(
  db: CommonQueryMethods,
  { requestId, account, at }: { requestId: string; account: string; at: string },
): Promise<boolean> {
  const { rowCount } = await db.query(sql.typeAlias('void')`
    UPDATE request_claims SET holder = NULL, since = ${at}, by_account = ${account}
    WHERE request_id = ${requestId} AND request_desk(holder, ${at}) = ${account}::uuid
  `);
  return rowCount === 1;
}
