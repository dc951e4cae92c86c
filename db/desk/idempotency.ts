import type { CommonQueryMethods, FragmentSqlToken } from 'slonik';
import * as z from 'zod';
import { StateRow } from '../read/cases.ts';
import { verifiedBefore, VerifiedBeforeRow } from '../read/verifiedBefore.ts';
import { sql } from '../sql.ts';

/** The effect a request had under its key, and of which body. */
export const Known = z.object({ bodyHash: z.string(), reply: z.unknown() });
export type Known = z.infer<typeof Known>;

/** What an actor's request under a key had as its effect, or null when nothing is known of it. */
export async function findReply(
  db: CommonQueryMethods,
  { actor, key }: { actor: string; key: string },
): Promise<Known | null> {
  return db.maybeOne(sql.prepared('find_reply', Known)`
    SELECT body_hash AS "bodyHash", reply FROM idempotency_keys
    WHERE actor = ${actor} AND key = ${key}
  `);
}

const AskedRow = StateRow.extend({ known: Known.nullable() });

/** A case, as the judge needs it, with what an actor's request under a key had as its effect: one read for both. */
export function findStateAsked(
  db: CommonQueryMethods,
  caseId: string,
  { actor, key }: { actor: string; key: string },
): Promise<z.infer<typeof AskedRow> | null> {
  return db.maybeOne(sql.prepared('find_state_asked', AskedRow)`
    SELECT c.state, h.holder, CASE WHEN k.key IS NOT NULL
        THEN jsonb_build_object('bodyHash', k.body_hash, 'reply', k.reply) END AS known
    FROM cases c LEFT JOIN claims h USING (case_id)
      LEFT JOIN idempotency_keys k ON k.actor = ${actor} AND k.key = ${key}
    WHERE c.case_id = ${caseId}
  `);
}

const ApplicantRow = z.object({
  known: Known.nullable(),
  verifiedBefore: VerifiedBeforeRow.nullable(),
});

/** By which dossier an applicant was found clean since a day, with what a request had as its effect: one read for both. */
export function findApplicantAsked(
  db: CommonQueryMethods,
  { personalId, since }: { personalId: string | null; since: string },
  { actor, key }: { actor: string; key: string },
): Promise<z.infer<typeof ApplicantRow>> {
  return db.one(sql.prepared('find_applicant_asked', ApplicantRow)`
    SELECT (SELECT jsonb_build_object('bodyHash', body_hash, 'reply', reply)
        FROM idempotency_keys WHERE actor = ${actor} AND key = ${key}) AS known,
      (SELECT to_jsonb(v) FROM (${verifiedBefore(personalId, since)}) v) AS "verifiedBefore"
  `);
}

/**
 * Keep the reply of a request that had its effect, and give what is kept: of two at once, the first.
 *
 * Nobody waits for the disk: the effect is written, and a row lost with the database is a row that was
 * never kept, which every effect bears.
 */
export async function keepReply(db: CommonQueryMethods, kept: KeptReply): Promise<Known> {
  const noWait = sql.fragment`set_config('synchronous_commit', 'off', true)`;
  return db.one(sql.prepared('keep_reply', Known)`${keepingReply(kept, noWait)}`);
}

export interface KeptReply {
  actor: string;
  key: string;
  bodyHash: string;
  reply: unknown;
}

/** The insert of {@link keepReply}, for a statement that does more; `from` is a source of one row. */
export function keepingReply({ actor, key, bodyHash, reply }: KeptReply, from: FragmentSqlToken) {
  return sql.fragment`
    INSERT INTO idempotency_keys AS k (actor, key, body_hash, reply)
    SELECT ${actor}, ${key}::uuid, ${bodyHash}, ${JSON.stringify(reply)}::jsonb FROM ${from}
    ON CONFLICT (actor, key) DO UPDATE SET reply = k.reply
    RETURNING body_hash AS "bodyHash", reply
  `;
}
