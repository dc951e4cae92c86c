import type { CommonQueryMethods } from 'slonik';
import * as z from 'zod';
import type { Found } from '../../domain/quality/rules.ts';
import type { SupplyState } from '../../domain/supply/supply.ts';
import { countClean } from '../read/cleanness.ts';
import { sql } from '../sql.ts';

interface LookedAt {
  subject: string;
  unit: string;
  name: string;
  folded: string;
  found: readonly Found[];
  /** First day on which a rule may find more although nothing changed. */
  againOn: string | null;
  /** It cannot be read, so that nothing else was looked for. */
  unread: boolean;
}

/** A record as it was looked at: the version and the mark that were read. */
export interface LookedRecord extends LookedAt {
  version: number;
  checked: number;
}

/** A completion certificate as it was looked at: the state that was read. */
export interface LookedCompletion extends LookedAt {
  state: SupplyState;
}

export interface Looked {
  at: string;
  /** Version of the rules. */
  rules: string;
  records: readonly LookedRecord[];
  supplies: readonly LookedCompletion[];
}

/** Be the only one who looks until the transaction ends; false while another does. */
export function holdLook(db: CommonQueryMethods): Promise<boolean> {
  return db.oneFirst(sql.type(z.object({ held: z.boolean() }))`
    SELECT pg_try_advisory_xact_lock(hashtextextended('looks for quality', 0)) AS held
  `);
}

/**
 * Keep what rules saw: findings open and are mended by it. What moved on since it was read is left for the
 * next look; a repeat changes nothing. Gives how many subjects counted.
 */
export function keepFindings(db: CommonQueryMethods, looked: Looked): Promise<number> {
  return db.oneFirst(sql.type(z.object({ keep_findings: z.int() }))`
    SELECT keep_findings(${JSON.stringify(looked)}::jsonb)
  `);
}

/** Keep how clean every book is on a day; the last look of the day stands. */
export async function keepCleanDay(
  db: CommonQueryMethods,
  { day, version }: { day: string; version: string },
): Promise<void> {
  await db.query(sql.typeAlias('void')`
    INSERT INTO clean_days AS d (unit, day, records, clean, not_right, not_complete, not_clean, rules_version)
    SELECT c.unit, ${day}::date, c.records, c.clean, c."notRight", c."notComplete", c."notClean", ${version}
    FROM (${countClean(null)}) c
    ON CONFLICT (unit, day) DO UPDATE SET records = EXCLUDED.records, clean = EXCLUDED.clean,
      not_right = EXCLUDED.not_right, not_complete = EXCLUDED.not_complete, not_clean = EXCLUDED.not_clean,
      rules_version = EXCLUDED.rules_version
  `);
}
