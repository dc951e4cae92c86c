import type { CommonQueryMethods, FragmentSqlToken, ListSqlToken } from 'slonik';
import * as z from 'zod';
import { ApplicationSubmission } from '../../domain/application.ts';
import {
  type LetterCounts,
  LetterLine,
  type LettersQuery,
  TrackedApology,
} from '../../domain/letter.ts';
import { Instant } from '../../domain/text.ts';
import { sql } from '../sql.ts';

/** Without the proposed date, which follows from the law and the step. */
const LetterRow = LetterLine.omit({ proposedOn: true }).extend({
  ruleSetId: z.string(),
  calendarVersion: z.string(),
  calendarOverlay: z.string().nullable(),
});
export type LetterRow = z.infer<typeof LetterRow>;

const columns = sql.fragment`
  l.id, l.case_id AS "caseId", l.unit, p.full_name AS "subjectName", c.step, c.channel, l.clock, l.rung,
  l.missed_at AS "missedAt", l.again, l.drafted_at AS "draftedAt", l.status, l.number,
  l.promised_due_at AS "promisedDueAt", l.signer_name AS "signerName", l.signed_at AS "signedAt", l.way,
  l.sent_at AS "sentAt", l.cancelled_at AS "cancelledAt", l.cancelled_why AS "cancelledWhy",
  c.rule_set AS "ruleSetId", c.calendar_version AS "calendarVersion",
  c.calendar_overlay AS "calendarOverlay"`;

const tables = sql.fragment`letters l JOIN cases c USING (case_id) JOIN subjects p USING (case_id)`;

function narrowed(unit: string | null, { status, again, q }: LettersQuery): ListSqlToken {
  const conditions: FragmentSqlToken[] = [
    unit === null ? sql.fragment`true` : sql.fragment`l.unit = ${unit}`,
  ];
  if (status !== undefined) conditions.push(sql.fragment`l.status = ${status}`);
  if (again !== undefined) conditions.push(sql.fragment`l.again = ${again}`);
  if (q !== undefined && q.trim() !== '') {
    conditions.push(
      sql.fragment`(l.case_id = ${q.trim().toUpperCase()} OR l.number = ${q.trim()})`,
    );
  }
  return sql.join(conditions, sql.fragment` AND `);
}

/** A page of the letters of a unit, or of the country. */
export async function listLetters(
  db: CommonQueryMethods,
  unit: string | null,
  query: LettersQuery,
): Promise<{ rows: readonly LetterRow[]; total: number }> {
  const where = narrowed(unit, query);
  const way = query.order === 'oldest' ? sql.fragment`ASC` : sql.fragment`DESC`;
  const [rows, total] = await Promise.all([
    db.any(sql.type(LetterRow)`
      SELECT ${columns} FROM ${tables} WHERE ${where}
      ORDER BY l.drafted_at ${way}, l.id LIMIT ${query.limit} OFFSET ${(query.page - 1) * query.limit}
    `),
    db.oneFirst(sql.type(z.object({ count: z.int() }))`
      SELECT count(*)::int AS count FROM letters l WHERE ${where}
    `),
  ]);
  return { rows, total };
}

const Counts = z.object({
  draft: z.int(),
  again: z.int(),
  toPrint: z.int(),
  sent: z.int(),
  cancelled: z.int(),
});

/** How many letters of a unit, or of the country, stand where. */
export function countLetters(
  db: CommonQueryMethods,
  unit: string | null,
): Promise<z.infer<typeof LetterCounts>> {
  return db.one(sql.type(Counts)`
    SELECT count(*) FILTER (WHERE status = 'DRAFT')::int AS draft,
      count(*) FILTER (WHERE status = 'DRAFT' AND again)::int AS again,
      count(*) FILTER (WHERE status = 'SIGNED' AND way = 'PRINT')::int AS "toPrint",
      count(*) FILTER (WHERE status = 'SENT')::int AS sent,
      count(*) FILTER (WHERE status = 'CANCELLED')::int AS cancelled
    FROM letters WHERE ${unit}::text IS NULL OR unit = ${unit}
  `);
}

/** A letter by its id, or null. */
export function findLetter(db: CommonQueryMethods, id: string): Promise<LetterRow | null> {
  return db.maybeOne(sql.type(LetterRow)`SELECT ${columns} FROM ${tables} WHERE l.id = ${id}`);
}

/** Signed letters of a case, oldest first, as the applicant may know them. */
export function listApologies(
  db: CommonQueryMethods,
  caseId: string,
): Promise<readonly z.infer<typeof TrackedApology>[]> {
  return db.any(sql.type(TrackedApology)`
    SELECT id AS "letterId", number, signed_at AS "signedAt", missed_at AS "missedAt",
      promised_due_at AS "promisedDueAt"
    FROM letters WHERE case_id = ${caseId} AND status IN ('SIGNED', 'SENT') ORDER BY signed_at, serial
  `);
}

const Printable = z.object({
  status: z.string(),
  number: z.string().nullable(),
  again: z.boolean(),
  missedAt: Instant,
  promisedDueAt: Instant.nullable(),
  signedAt: Instant.nullable(),
  draftedAt: Instant,
  signerName: z.string().nullable(),
  signerTitle: z.string().nullable(),
  signerRoles: z.array(z.string()).nullable(),
  /** Step in which the date was missed, by the log. */
  step: z.string(),
  legalTerm: z.string().nullable(),
  ruleSetId: z.string(),
  openedAt: Instant,
  unit: z.string(),
  earlierNumber: z.string().nullable(),
  trackingCode: z.string().nullable(),
  application: ApplicationSubmission,
});
export type PrintableLetter = z.infer<typeof Printable>;

/** Everything a letter prints, as it was when the letter was drafted and signed. */
export function getPrintableLetter(db: CommonQueryMethods, id: string): Promise<PrintableLetter> {
  return db.one(sql.type(Printable)`
    SELECT l.status, l.number, l.again, l.missed_at AS "missedAt", l.promised_due_at AS "promisedDueAt",
      l.signed_at AS "signedAt", l.drafted_at AS "draftedAt", l.signer_name AS "signerName",
      l.signer_title AS "signerTitle", a.roles AS "signerRoles",
      (SELECT e.step FROM case_events e WHERE e.case_id = l.case_id
         AND e.at <= coalesce(l.signed_at, l.drafted_at) ORDER BY e.rev DESC LIMIT 1) AS step,
      (SELECT k.term FROM case_clocks k WHERE k.case_id = l.case_id AND k.name = 'total') AS "legalTerm",
      c.state ->> 'ruleSetId' AS "ruleSetId", c.opened_at AS "openedAt", l.unit,
      (SELECT e.number FROM letters e WHERE e.case_id = l.case_id AND e.number IS NOT NULL
         AND e.signed_at < coalesce(l.signed_at, 'infinity') AND e.id <> l.id
       ORDER BY e.signed_at DESC LIMIT 1) AS "earlierNumber",
      s.tracking_code AS "trackingCode", s.body AS application
    FROM letters l JOIN cases c USING (case_id) JOIN submissions s USING (case_id)
    LEFT JOIN accounts a ON a.id = l.signer
    WHERE l.id = ${id}
  `);
}
