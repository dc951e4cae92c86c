import type { CommonQueryMethods } from 'slonik';
import * as z from 'zod';
import { ApplicationSubmission } from '../../domain/application.ts';
import type { CaseLine } from '../../domain/case.ts';
import { CertificateLine } from '../../domain/case.ts';
import type { AnyState } from '../../domain/flow/anyCase.ts';
import { CASE_KINDS } from '../../domain/flow/flow.ts';
import { RecordSubmission } from '../../domain/record.ts';
import type { Reader } from '../../domain/sight.ts';
import { Instant } from '../../domain/text.ts';
import { sql } from '../sql.ts';
import { lineColumns, lineOf, LineRow, lineTables } from './caseLines.ts';

// The workflow wrote it by its own types; checking every nested field again on each read buys nothing.
const State = z.custom<AnyState>((value) => typeof value === 'object' && value !== null);

export const StateRow = z.object({ state: State, holder: z.string().nullable() });

/** A case's state and who holds it, or null: what the judge needs. */
export function findState(
  db: CommonQueryMethods,
  caseId: string,
): Promise<z.infer<typeof StateRow> | null> {
  return db.maybeOne(sql.prepared('find_state', StateRow)`
    SELECT c.state, h.holder FROM cases c LEFT JOIN claims h USING (case_id)
    WHERE c.case_id = ${caseId}
  `);
}

/** The revision of a case, or null when there is none. */
export function findRev(db: CommonQueryMethods, caseId: string): Promise<number | null> {
  return db.maybeOneFirst(sql.prepared('find_rev', z.object({ rev: z.int() }))`
    SELECT rev FROM cases WHERE case_id = ${caseId}
  `);
}

/** The worklist line of one case as a reader may see it, or null. */
export async function findLine(
  db: CommonQueryMethods,
  caseId: string,
  reader: Reader,
): Promise<CaseLine | null> {
  const row = await db.maybeOne(sql.type(LineRow)`
    SELECT ${lineColumns(reader)} FROM ${lineTables} WHERE c.case_id = ${caseId}
  `);
  return row === null ? null : lineOf(row);
}

const Submitted = z.object({
  kind: z.enum(CASE_KINDS),
  body: z.unknown(),
  trackingCode: z.string().nullable(),
  submittedBy: z.string(),
  submittedAt: Instant,
  certificates: z.array(CertificateLine),
});

/** What was submitted for a case and the certificates it led to; throws when there is no such case. */
export async function getSubmitted(db: CommonQueryMethods, caseId: string) {
  const row = await db.one(sql.type(Submitted)`
    SELECT s.kind, s.body, s.tracking_code AS "trackingCode", s.submitted_by AS "submittedBy",
      s.submitted_at AS "submittedAt",
      coalesce((SELECT jsonb_agg(jsonb_build_object('number', number,
          'verificationCode', verification_code, 'status', status,
          'issuedAt', to_char(issued_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) ORDER BY rev)
        FROM certificates WHERE case_id = s.case_id), '[]') AS certificates
    FROM submissions s WHERE s.case_id = ${caseId}
  `);
  const application = row.kind === 'APPLICATION' ? ApplicationSubmission.parse(row.body) : null;
  return { ...row, application };
}

/** The record of a transfer as it stands: the latest correction, or what was entered. */
export async function getRecord(
  db: CommonQueryMethods,
  caseId: string,
  paperId: string,
): Promise<RecordSubmission> {
  return db.oneFirst(sql.type(z.object({ body: RecordSubmission }))`
    SELECT body FROM papers WHERE case_id = ${caseId} AND id = ${paperId}
  `);
}

const Written = z.object({
  state: State,
  unsent: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(['VERIFICATION_REQUEST', 'POST_ITEM', 'LETTER_ITEM']),
      toUnit: z.string(),
      requestId: z.string().nullable(),
    }),
  ),
  unprinted: z.array(z.int()),
});

/** A case with the messages no agency has taken and the certificates not printed; null for no case. */
export function findWritten(
  db: CommonQueryMethods,
  caseId: string,
): Promise<z.infer<typeof Written> | null> {
  return db.maybeOne(sql.type(Written)`
    SELECT c.state,
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', m.id, 'kind', m.kind, 'toUnit', m.to_unit,
          'requestId', m.request_id) ORDER BY m.queued_at)
        FROM outgoing_messages m
        WHERE m.case_id = c.case_id AND m.acknowledged_at IS NULL AND m.rejected_code IS NULL), '[]') AS unsent,
      coalesce((SELECT jsonb_agg(k.rev) FROM certificates k
        WHERE k.case_id = c.case_id AND k.pdf IS NULL), '[]') AS unprinted
    FROM cases c WHERE c.case_id = ${caseId}
  `);
}
