import type { CommonQueryMethods } from 'slonik';
import * as z from 'zod';
import type { FindingSettlement } from '../../domain/quality/finding.ts';
import { sql } from '../sql.ts';

/** Set a finding aside or take it up again, with its history; false when it does not stand that way. */
export function settleFinding(
  db: CommonQueryMethods,
  settlement: FindingSettlement & { id: number; by: string; at: string },
): Promise<boolean> {
  return db.oneFirst(sql.type(z.object({ settle_finding: z.boolean() }))`
    SELECT settle_finding(${JSON.stringify(settlement)}::jsonb)
  `);
}
