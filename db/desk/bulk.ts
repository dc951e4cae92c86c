import type { CommonQueryMethods } from 'slonik';
import * as z from 'zod';
import { sql } from '../sql.ts';

const Frozen = z.object({ caseId: z.string(), rev: z.int() });

/** Freeze exactly what a bulk act will touch; gives the token to carry it out. */
export function freezeBulk(
  db: CommonQueryMethods,
  preview: {
    account: string;
    action: string;
    target: string | null;
    cases: readonly z.infer<typeof Frozen>[];
  },
): Promise<string> {
  return db.oneFirst(sql.type(z.object({ token: z.string() }))`
    INSERT INTO bulk_previews (account, action, target, cases)
    VALUES (${preview.account}, ${preview.action}, ${preview.target},
      ${JSON.stringify(preview.cases)}::jsonb)
    RETURNING token
  `);
}

const Outcome = z.object({ caseId: z.string(), code: z.string().nullable() });
export type Outcome = z.infer<typeof Outcome>;

const Taken = z.object({
  action: z.string(),
  target: z.string().nullable(),
  cases: z.array(Frozen),
  /** What it led to, when it has been carried out. */
  results: z.array(Outcome).nullable(),
});

/** Take a frozen set for carrying out, or to see what it led to: only its maker; null otherwise. */
export function takeBulk(
  db: CommonQueryMethods,
  token: string,
  account: string,
): Promise<z.infer<typeof Taken> | null> {
  return db.maybeOne(sql.type(Taken)`
    UPDATE bulk_previews SET used_at = coalesce(used_at, now())
    WHERE token = ${token} AND account = ${account}
    RETURNING action, target, cases, results
  `);
}

/** A frozen set as it stands: only for its maker; null otherwise. */
export function findBulk(
  db: CommonQueryMethods,
  token: string,
  account: string,
): Promise<z.infer<typeof Taken> | null> {
  return db.maybeOne(sql.type(Taken)`
    SELECT action, target, cases, results FROM bulk_previews
    WHERE token = ${token} AND account = ${account}
  `);
}

/** Keep what a frozen set led to, and give what is kept: of two at once, the first. */
export function keepOutcomes(
  db: CommonQueryMethods,
  token: string,
  outcomes: readonly Outcome[],
): Promise<readonly Outcome[]> {
  return db.oneFirst(sql.type(z.object({ results: z.array(Outcome) }))`
    UPDATE bulk_previews SET results = coalesce(results, ${JSON.stringify(outcomes)}::jsonb)
    WHERE token = ${token} RETURNING results
  `);
}
