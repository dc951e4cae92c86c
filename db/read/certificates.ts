import type { CommonQueryMethods } from 'slonik';
import * as z from 'zod';
import { DraftEntry } from '../../domain/acts.ts';
import { UNIT_KINDS } from '../../domain/account.ts';
import { ApplicationSubmission } from '../../domain/application.ts';
import { Evaluation } from '../../domain/conviction/evaluation.ts';
import { CONCLUSIONS } from '../../domain/flow/applicationState.ts';
import { KnownBan } from '../../domain/record/ban.ts';
import { BanContent } from '../../domain/record/file.ts';
import { Instant } from '../../domain/text.ts';
import { sql } from '../sql.ts';

const Draft = z.object({
  application: ApplicationSubmission,
  conclusion: z.enum(CONCLUSIONS).nullable(),
  entries: z.array(DraftEntry).nullable(),
  reasoning: z.string().nullable(),
  /** What the officer's choice was made beside; null in drafts without judgments or of old times. */
  evaluation: Evaluation.nullable(),
  /** Null in drafts of old times. */
  bans: z.array(BanContent).nullable(),
  /** Bans in the person's records it was made beside; null where none ran. */
  knownBans: z.array(KnownBan).nullable(),
  banDeviation: z.string().nullable(),
  unitKind: z.enum(UNIT_KINDS),
  province: z.string().nullable(),
  ruleSetId: z.string(),
  signerName: z.string().nullable(),
  signerTitle: z.string().nullable(),
});

const draftColumns = sql.fragment`
  s.body AS application, c.state ->> 'conclusion' AS conclusion,
  p.body -> 'entries' AS entries, p.body ->> 'reasoning' AS reasoning,
  p.body -> 'evaluation' AS evaluation, p.body -> 'bans' AS bans, p.body -> 'knownBans' AS "knownBans",
  p.body ->> 'banDeviation' AS "banDeviation", u.kind AS "unitKind", v.name AS province,
  c.state ->> 'ruleSetId' AS "ruleSetId",
  a.display_name AS "signerName", a.title AS "signerTitle"
`;

/** An application `c` with its draft in force and what surrounds it. */
const drafts = sql.fragment`
  cases c JOIN submissions s USING (case_id) JOIN units u ON u.code = c.unit
  LEFT JOIN provinces v ON v.code = u.province_code AND v.valid_from <= c.opened_at::date
    AND (v.valid_to IS NULL OR v.valid_to >= c.opened_at::date)
  LEFT JOIN LATERAL (
    SELECT e.paper_id FROM case_events e WHERE e.case_id = c.case_id AND e.act = 'draft'
    ORDER BY e.rev DESC LIMIT 1) d ON c.state ->> 'conclusion' IS NOT NULL
  LEFT JOIN papers p ON p.case_id = c.case_id AND p.id = d.paper_id
  LEFT JOIN accounts a ON a.id::text = c.state #>> '{doneBy,sign}'
`;

/** The draft in force of an application and what surrounds it, for printing; null for no such case. */
export function findDraft(
  db: CommonQueryMethods,
  caseId: string,
): Promise<z.infer<typeof Draft> | null> {
  return db.maybeOne(sql.prepared('find_draft', Draft)`
    SELECT ${draftColumns} FROM ${drafts}
    WHERE c.case_id = ${caseId} AND c.kind = 'APPLICATION'
  `);
}

const Drafted = z.object({ entries: z.array(DraftEntry) });

/**
 * The judgments of the last draft of a case as the officer left them, returned drafts included; null
 * when there is none or an agency has answered since.
 */
export function findDraftedEntries(
  db: CommonQueryMethods,
  caseId: string,
): Promise<z.infer<typeof Drafted>['entries'] | null> {
  return db.maybeOneFirst(sql.type(Drafted)`
    SELECT p.body -> 'entries' AS entries
    FROM case_events e JOIN papers p ON p.case_id = e.case_id AND p.id = e.paper_id
    WHERE e.case_id = ${caseId} AND e.act = 'draft' AND NOT EXISTS (
      SELECT FROM case_events a
      WHERE a.case_id = e.case_id AND a.act = 'answerVerification' AND a.rev > e.rev)
    ORDER BY e.rev DESC LIMIT 1
  `);
}

const DraftedBans = Draft.pick({ bans: true, knownBans: true });

/** What the last draft of a case said of bans, returned drafts included; null when there is none. */
export function findDraftedBans(
  db: CommonQueryMethods,
  caseId: string,
): Promise<z.infer<typeof DraftedBans> | null> {
  return db.maybeOne(sql.type(DraftedBans)`
    SELECT p.body -> 'bans' AS bans, p.body -> 'knownBans' AS "knownBans"
    FROM case_events e JOIN papers p ON p.case_id = e.case_id AND p.id = e.paper_id
    WHERE e.case_id = ${caseId} AND e.act = 'draft' ORDER BY e.rev DESC LIMIT 1
  `);
}

const Issued = Draft.extend({
  number: z.string(),
  verificationCode: z.string(),
  issuedAt: Instant,
});

/** The certificate that a revision of a case issued, with all it says; throws when it issued none. */
export function getIssued(
  db: CommonQueryMethods,
  caseId: string,
  rev: number,
): Promise<z.infer<typeof Issued>> {
  return db.one(sql.prepared('get_issued', Issued)`
    SELECT ${draftColumns}, i.number, i.verification_code AS "verificationCode", i.issued_at AS "issuedAt"
    FROM ${drafts} JOIN certificates i ON i.case_id = c.case_id
    WHERE c.case_id = ${caseId} AND c.kind = 'APPLICATION' AND i.rev = ${rev}
  `);
}

const Printed = z.object({ number: z.string(), pdf: z.instanceof(Buffer) });

/** The valid certificate of a case as printed, or null while none is valid and printed. */
export function findPrintedCertificate(
  db: CommonQueryMethods,
  caseId: string,
): Promise<z.infer<typeof Printed> | null> {
  return db.maybeOne(sql.type(Printed)`
    SELECT number, pdf FROM certificates
    WHERE case_id = ${caseId} AND pdf IS NOT NULL AND status = 'VALID'
    ORDER BY rev DESC LIMIT 1
  `);
}

const Status = z.object({ status: z.enum(['VALID', 'REPLACED', 'RECALLED']) });

/** Whether the certificate behind a code is valid, replaced or recalled; null for no such code. */
export async function findCertificateStatus(
  db: CommonQueryMethods,
  code: string,
): Promise<z.infer<typeof Status>['status'] | null> {
  return db.maybeOneFirst(sql.type(Status)`
    SELECT status FROM certificates WHERE verification_code = ${code}
  `);
}
