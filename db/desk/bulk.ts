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

const Taken = z.object({
  action: z.string(),
  target: z.string().nullable(),
  cases: z.array(Frozen),
});

/** Take a frozen set for carrying out: only its maker, only once; null otherwise. */
export function takeBulk(
  db: CommonQueryMethods,
  token: string,
  account: string,
): Promise<z.infer<typeof Taken> | null> {
  return db.maybeOne(sql.type(Taken)`
    UPDATE bulk_previews SET used_at = now()
    WHERE token = ${token} AND account = ${account} AND used_at IS NULL
    RETURNING action, target, cases
  `);
}
