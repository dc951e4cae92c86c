import type { CommonQueryMethods, DatabasePool } from 'slonik';
import * as z from 'zod';
import type { DayClass, DisputeKind } from '../../domain/dispute.ts';
import { sql } from '../sql.ts';

export interface NewDispute {
  caseId: string;
  unit: string;
  kind: DisputeKind;
  clock: string;
  day: string | null;
  wanted: string | null;
  /** The legal date that has passed, of a complaint of lateness. */
  missedAt: string | null;
  reason: string;
  /** Account that raised it, or null for the applicant. */
  by: string | null;
  at: string;
}

/** Keep a contest; null when the same one is open already, or lateness of this date was complained of. */
export function raiseDispute(db: CommonQueryMethods, raised: NewDispute): Promise<string | null> {
  const { caseId, unit, kind, clock, day, wanted, missedAt, reason, by, at } = raised;
  return db.maybeOneFirst(sql.type(z.object({ id: z.string() }))`
    INSERT INTO disputes (case_id, unit, kind, clock, day, wanted, missed_at, reason, raised_as, raised_by,
      raised_at, status)
    VALUES (${caseId}, ${unit}, ${kind}, ${clock}, ${day}::date, ${wanted}, ${missedAt}, ${reason},
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
  /** Null where no date was in question. */
  vector: RulingVector | null;
}

/** Facts of a clock, and the due instant that is right. */
export interface RulingVector {
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

/** Keep a ruling with its vector, if it has one, both or neither; false when somebody ruled before. */
export function giveRuling(db: DatabasePool, ruling: NewRuling): Promise<boolean> {
  return db.transaction(async (tx) => {
    const { rowCount } = await tx.query(sql.typeAlias('void')`
      UPDATE disputes SET status = ${ruling.outcome}, ruled_by = ${ruling.by}, ruled_at = ${ruling.at},
        ruling_reason = ${ruling.reason}, citation = ${ruling.citation}
      WHERE id = ${ruling.dispute} AND status = 'OPEN'
    `);
    if (rowCount !== 1) return false;
    if (ruling.vector !== null) await keepVector(tx, ruling, ruling.vector);
    return true;
  });
}

async function keepVector(
  tx: CommonQueryMethods,
  { dispute, citation, at }: NewRuling,
  vector: RulingVector,
): Promise<void> {
  const { startsAt, amount, unit, calendarVersion, calendarOverlay, standstills } = vector;
  await tx.query(sql.typeAlias('void')`
    INSERT INTO deadline_rulings (dispute, starts_at, amount, unit, calendar_version, calendar_overlay, standstills, day,
      day_class, expected_due_at, citation, at)
    VALUES (${dispute}, ${startsAt}, ${amount}, ${unit}, ${calendarVersion}, ${calendarOverlay},
      ${JSON.stringify(standstills)}::jsonb, ${vector.day}::date, ${vector.dayClass},
      ${vector.expectedDueAt}, ${citation}, ${at})
  `);
}
