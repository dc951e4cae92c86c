import { createHash, randomInt, randomUUID } from 'node:crypto';
import type { CommonQueryMethods, DatabasePool } from 'slonik';
import * as z from 'zod';
import type { CaseInput } from '../../domain/flow/open.ts';
import { foldName } from '../../domain/foldName.ts';
import { dateOf, isoOf, type InstantMs } from '../../domain/instant.ts';
import { sql } from '../sql.ts';

const CODE_LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

export interface Person {
  fullName: string;
  birthDate: string;
  personalId: string | null;
}

export interface NewSubmission<Facts> {
  kind: 'APPLICATION' | 'TRANSFER';
  unit: string;
  /** Letters of the unit in its dossier numbers. */
  prefix: string;
  channel: string | null;
  externalCode: string | null;
  body: object;
  person: Person;
  submittedBy: string;
  now: InstantMs;
  /** What the workflow starts from, once the dossier has its number. */
  inputOf: (caseId: string, paperId: string) => CaseInput<Facts>;
}

const Stored = z.object({
  caseId: z.string(),
  trackingCode: z.string().nullable(),
  bodyHash: z.string(),
  input: z.unknown(),
});

export interface StoredSubmission {
  caseId: string;
  trackingCode: string | null;
  input: unknown;
  /** Whether the same external code was stored before; `altered` when with another content. */
  repeated: boolean;
  altered: boolean;
}

/**
 * Keep a dossier and the order to start its workflow, both or neither, under the next number of its
 * unit. A forwarded dossier whose external code is known gives the one that is there.
 */
export async function storeSubmission<Facts>(
  pool: DatabasePool,
  submission: NewSubmission<Facts>,
): Promise<StoredSubmission> {
  const bodyHash = createHash('sha256').update(JSON.stringify(submission.body)).digest('hex');
  const known = await findByExternalCode(pool, submission.unit, submission.externalCode);
  if (known !== null) return repeated(known, bodyHash);
  const stored = await pool.transaction((tx) => insert(tx, submission, bodyHash));
  if (stored !== null) return { ...stored, repeated: false, altered: false };
  // Another request stored the same external code between the look and the insert.
  const other = await findByExternalCode(pool, submission.unit, submission.externalCode);
  if (other === null) throw new Error('a submission vanished between two looks');
  return repeated(other, bodyHash);
}

function repeated(known: z.infer<typeof Stored>, bodyHash: string): StoredSubmission {
  return { ...known, repeated: true, altered: known.bodyHash !== bodyHash };
}

async function findByExternalCode(
  db: CommonQueryMethods,
  unit: string,
  externalCode: string | null,
): Promise<z.infer<typeof Stored> | null> {
  if (externalCode === null) return null;
  return db.maybeOne(sql.type(Stored)`
    SELECT s.case_id AS "caseId", s.tracking_code AS "trackingCode", s.body_hash AS "bodyHash", o.input
    FROM submissions s JOIN start_outbox o USING (case_id)
    WHERE s.unit = ${unit} AND s.external_code = ${externalCode}
  `);
}

async function insert<Facts>(
  tx: CommonQueryMethods,
  submission: NewSubmission<Facts>,
  bodyHash: string,
): Promise<Omit<StoredSubmission, 'repeated' | 'altered'> | null> {
  const { kind, unit, prefix, now, person } = submission;
  const series = kind === 'APPLICATION' ? 'P' : 'T';
  const year = dateOf(now).slice(0, 4);
  const serial = await nextSerial(tx, unit, series, Number(year));
  const caseId = `${prefix}-${series}-${year}-${String(serial).padStart(6, '0')}`;
  const trackingCode = kind === 'APPLICATION' ? newTrackingCode() : null;
  const paperId = randomUUID();
  const input = submission.inputOf(caseId, paperId);
  const { rowCount } = await tx.query(sql.typeAlias('void')`
    INSERT INTO submissions (case_id, kind, unit, channel, external_code, body, body_hash, facts,
      accepted, tracking_code, submitted_by, submitted_at)
    VALUES (${caseId}, ${kind}, ${unit}, ${submission.channel}, ${submission.externalCode},
      ${JSON.stringify(submission.body)}::jsonb, ${bodyHash}, ${JSON.stringify(input.facts)}::jsonb,
      ${input.accepted}, ${trackingCode}, ${submission.submittedBy}, ${isoOf(now)})
    ON CONFLICT (unit, external_code) DO NOTHING
  `);
  if (rowCount === 0) return null;
  await tx.query(sql.typeAlias('void')`
    WITH subject AS (
      INSERT INTO subjects (case_id, full_name, folded_name, birth_date, personal_id)
      VALUES (${caseId}, ${person.fullName}, ${foldName(person.fullName)}, ${person.birthDate},
        ${person.personalId})),
    paper AS (
      INSERT INTO papers (id, case_id, act, body, written_by, written_at)
      VALUES (${paperId}, ${caseId}, 'open', ${JSON.stringify(submission.body)}::jsonb,
        ${submission.submittedBy}, ${isoOf(now)}))
    INSERT INTO start_outbox (case_id, input) VALUES (${caseId}, ${JSON.stringify(input)}::jsonb)
  `);
  return { caseId, trackingCode, input };
}

/** The next number of a unit's series in a year; numbers of failed transactions are given again. */
export function nextSerial(
  db: CommonQueryMethods,
  unit: string,
  series: 'P' | 'T' | 'RECORD',
  year: number,
): Promise<number> {
  return db.oneFirst(sql.type(z.object({ last: z.int() }))`
    INSERT INTO serials AS s (unit, series, year, last) VALUES (${unit}, ${series}, ${year}, 1)
    ON CONFLICT (unit, series, year) DO UPDATE SET last = s.last + 1
    RETURNING last
  `);
}

function newTrackingCode(): string {
  return Array.from({ length: 10 }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)]).join('');
}
