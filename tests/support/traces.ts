import * as z from 'zod';
import { sql } from '../../db/sql.ts';
import type { Office } from './office.ts';

/** How many events a case's workflow has in its history. */
export async function historyLength({ client }: Office, caseId: string): Promise<number> {
  const { historyLength: length } = await client.workflow.getHandle(caseId).describe();
  return Number(length);
}

/** Acts of a case's log, oldest first. */
export async function loggedActs({ db }: Office, caseId: string): Promise<readonly string[]> {
  return db.anyFirst(sql.type(z.object({ act: z.string() }))`
    SELECT act FROM case_events WHERE case_id = ${caseId} ORDER BY rev
  `);
}

/** Where a case stands and at which revision. */
export function standing({ db }: Office, caseId: string) {
  return db.one(sql.type(z.object({ step: z.string(), rev: z.int() }))`
    SELECT step, rev FROM cases WHERE case_id = ${caseId}
  `);
}

/** Tables that may grow although nothing happened: who asked, who looked, who is signed in. */
const ASIDE = ['idempotency_keys', 'sessions', 'read_audit'];

/** Rows of every table by name, but for those that note requests as such. */
export async function rowCounts({ db }: Office): Promise<Record<string, number>> {
  const names = await db.anyFirst(sql.type(z.object({ name: z.string() }))`
    SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename
  `);
  const counts: Record<string, number> = {};
  for (const name of names.filter((table) => !ASIDE.includes(table))) {
    counts[name] = await db.oneFirst(sql.type(z.object({ count: z.int() }))`
      SELECT count(*)::int AS count FROM ${sql.identifier([name])}
    `);
  }
  return counts;
}

/** What must not change when something is refused: rows, the case's revision, its history. */
export async function traceOf(office: Office, caseId: string) {
  return {
    rows: await rowCounts(office),
    standing: await standing(office, caseId),
    history: await historyLength(office, caseId),
  };
}

/** Rows of all tables but those that hold what came to the door, refused or not. */
export function withoutEvidence(rows: Record<string, number>): Record<string, number> {
  const { message_evidence: _evidence, unit_messages: _numbers, ...others } = rows;
  return others;
}

const Sending = z.object({
  attempts: z.int(),
  code: z.string().nullable(),
  ackAt: z.string().nullable(),
});

/** How far the message of a request has got. */
export function sendingOf({ db }: Pick<Office, 'db'>, requestId: string) {
  return db.one(sql.type(Sending)`
    SELECT attempts, last_error_code AS code, acknowledged_at AS "ackAt" FROM outgoing_messages
    WHERE request_id = ${requestId}
  `);
}
