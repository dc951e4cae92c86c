import type { CommonQueryMethods, DatabasePool } from 'slonik';
import * as z from 'zod';
import type { DayClass } from '../../domain/dispute.ts';
import { sql } from '../sql.ts';

export interface NewDispute {
  caseId: string;
  unit: string;
  clock: string;
  day: string | null;
  wanted: string | null;
  reason: string;
  /** Account that raised it, or null for the applicant. */
  by: string | null;
  at: string;
}

/** Keep a contest; null when the same one is open already. */
export function raiseDispute(db: CommonQueryMethods, raised: NewDispute): Promise<string | null> {
  const { caseId, unit, clock, day, wanted, reason, by, at } = raised;
  return db.maybeOneFirst(sql.type(z.object({ id: z.string() }))`
    INSERT INTO disputes (case_id, unit, clock, day, wanted, reason, raised_as, raised_by, raised_at, status)
    VALUES (${caseId}, ${unit}, ${clock}, ${day}::date, ${wanted}, ${reason},
      ${by === null ? 'APPLICANT' : 'STAFF'}, ${by}, ${at}, 'OPEN')
    ON CONFLICT DO NOTHING RETURNING id
  `);
}

export interface NewRuling {
  dispute: string;
  outcome: 'UPHELD' | 'DISMISSED';
  by: string;
  at: string;
  reason: string;
  citation: string;
  /** The vector: facts of the clock, and the due instant that is right. */
  startsAt: string;
  amount: number;
  unit: string;
  calendarVersion: string;
  calendarOverlay: string | null;
  standstills: readonly (readonly [number, number])[];
  day: string | null;
  dayClass: DayClass | null;
  expectedDueAt: string;
}

/** Keep a ruling with its vector, both or neither; false when somebody ruled before. */
export function giveRuling(db: DatabasePool, ruling: NewRuling): Promise<boolean> {
  return db.transaction(async (tx) => {
    const { rowCount } = await tx.query(sql.typeAlias('void')`
      UPDATE disputes SET status = ${ruling.outcome}, ruled_by = ${ruling.by}, ruled_at = ${ruling.at},
        ruling_reason = ${ruling.reason}, citation = ${ruling.citation}
      WHERE id = ${ruling.dispute} AND status = 'OPEN'
    `);
    if (rowCount !== 1) return false;
    await tx.query(sql.typeAlias('void')`
      INSERT INTO deadline_rulings (dispute, starts_at, amount, unit, calendar_version, calendar_overlay, standstills, day,
        day_class, expected_due_at, citation, at)
      VALUES (${ruling.dispute}, ${ruling.startsAt}, ${ruling.amount}, ${ruling.unit},
        ${ruling.calendarVersion}, ${ruling.calendarOverlay}, ${JSON.stringify(ruling.standstills)}::jsonb, ${ruling.day}::date,
        ${ruling.dayClass}, ${ruling.expectedDueAt}, ${ruling.citation}, ${ruling.at})
    `);
    return true;
  });
}
