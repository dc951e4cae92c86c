import { createHash, randomInt, randomUUID } from 'node:crypto';
import type { CommonQueryMethods, DatabasePool } from 'slonik';
import * as z from 'zod';
import type { CaseInput } from '../../domain/flow/open.ts';
import { foldName } from '../../domain/foldName.ts';
import { dateOf, isoOf, type InstantMs } from '../../domain/instant.ts';
import { NO_ROWS, sql } from '../sql.ts';
import { keepKnownPerson, type NewKnownPerson } from './knownPersons.ts';

const CODE_LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

export interface Person {
  fullName: string;
  birthDate: string;
  personalId: string | null;
}

export interface Numbers {
  caseId: string;
  paperId: string;
  /** Number of the judicial record, empty for an application. */
  recordNumber: string;
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
  /** The request's idempotency key: the same person's same key is the same dossier. */
  requestKey: string;
  /** Letters before the year in record numbers, for a submission that is a record. */
  recordPrefix: string | null;
  /** The person of a record, to be known from now on; absent for an application. */
  knownAs?: NewKnownPerson['identity'] | undefined;
  now: InstantMs;
  /** What the workflow starts from, once the dossier has its numbers. */
  inputOf: (numbers: Numbers) => CaseInput<Facts>;
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
  /** Whether the same request or external code was stored before; `altered` when with other content. */
  repeated: boolean;
  altered: boolean;
}

/**
 * Keep a dossier and the order to start its workflow, both or neither, under the next number of its
 * unit. The same request again gives the dossier that is there, and so does a known external code.
 */
export async function storeSubmission<Facts>(
  pool: DatabasePool,
  submission: NewSubmission<Facts>,
): Promise<StoredSubmission> {
  const bodyHash = createHash('sha256').update(JSON.stringify(submission.body)).digest('hex');
  return pool.transaction(async (tx) => {
    await lockFor(tx, submission);
    const known = await findKnown(tx, submission);
    if (known !== null) return { ...known, repeated: true, altered: known.bodyHash !== bodyHash };
    return { ...(await insert(tx, submission, bodyHash)), repeated: false, altered: false };
  });
}

type Identity = Pick<
  NewSubmission<unknown>,
  'unit' | 'externalCode' | 'submittedBy' | 'requestKey'
>;

/** Requests for the same dossier come one after the other, so that the later ones find it. */
async function lockFor(tx: CommonQueryMethods, { externalCode, ...given }: Identity) {
  const name =
    externalCode === null
      ? `${given.submittedBy} ${given.requestKey}`
      : `${given.unit} ${externalCode}`;
  await tx.query(
    sql.typeAlias('void')`SELECT FROM pg_advisory_xact_lock(hashtextextended(${name}, 0))`,
  );
}

async function findKnown(
  db: CommonQueryMethods,
  { unit, externalCode, submittedBy, requestKey }: Identity,
): Promise<z.infer<typeof Stored> | null> {
  return db.maybeOne(sql.prepared('find_known_submission', Stored)`
    SELECT s.case_id AS "caseId", s.tracking_code AS "trackingCode", s.body_hash AS "bodyHash", o.input
    FROM submissions s JOIN start_outbox o USING (case_id)
    WHERE (s.unit = ${unit} AND s.external_code = ${externalCode})
      OR (s.submitted_by = ${submittedBy} AND s.request_key = ${requestKey})
    ORDER BY s.external_code IS NOT DISTINCT FROM ${externalCode} DESC LIMIT 1
  `);
}

async function insert<Facts>(
  tx: CommonQueryMethods,
  submission: NewSubmission<Facts>,
  bodyHash: string,
): Promise<Omit<StoredSubmission, 'repeated' | 'altered'>> {
  const { kind, unit, prefix, now, person } = submission;
  const series = kind === 'APPLICATION' ? 'P' : 'T';
  const year = dateOf(now).slice(0, 4);
  const serial = await nextSerial(tx, unit, series, Number(year));
  const caseId = `${prefix}-${series}-${year}-${String(serial).padStart(6, '0')}`;
  const trackingCode = kind === 'APPLICATION' ? newTrackingCode() : null;
  const paperId = randomUUID();
  const recordNumber = await newRecordNumber(tx, submission, year);
  const input = submission.inputOf({ caseId, paperId, recordNumber });
  await tx.query(sql.prepared('insert_submission', NO_ROWS)`
    INSERT INTO submissions (case_id, kind, unit, channel, external_code, body, body_hash, facts,
      accepted, tracking_code, submitted_by, submitted_at, request_key)
    VALUES (${caseId}, ${kind}, ${unit}, ${submission.channel}, ${submission.externalCode},
      ${JSON.stringify(submission.body)}::jsonb, ${bodyHash}, ${JSON.stringify(input.facts)}::jsonb,
      ${input.accepted}, ${trackingCode}, ${submission.submittedBy}, ${isoOf(now)},
      ${submission.requestKey})
  `);
  await tx.query(sql.prepared('insert_subject', NO_ROWS)`
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
  const { knownAs: identity } = submission;
  if (identity !== undefined)
    await keepKnownPerson(tx, { caseId, paperId, recordNumber, unit, identity });
  return { caseId, trackingCode, input };
}

/** `<agency code><year>/<5 digits>`, starting anew each year (TT 13/2011 Art. 5.2); demonstration codes. */
async function newRecordNumber(
  tx: CommonQueryMethods,
  { unit, recordPrefix }: Pick<NewSubmission<unknown>, 'unit' | 'recordPrefix'>,
  year: string,
): Promise<string> {
  if (recordPrefix === null) return '';
  const serial = await nextSerial(tx, unit, 'RECORD', Number(year));
  return `${recordPrefix}${year}/${String(serial).padStart(5, '0')}`;
}

/** The next number of a unit's series in a year; numbers of failed transactions are given again. */
function nextSerial(
  db: CommonQueryMethods,
  unit: string,
  series: 'P' | 'T' | 'RECORD',
  year: number,
): Promise<number> {
  return db.oneFirst(sql.prepared('next_serial', z.object({ last: z.int() }))`
    INSERT INTO serials AS s (unit, series, year, last) VALUES (${unit}, ${series}, ${year}, 1)
    ON CONFLICT (unit, series, year) DO UPDATE SET last = s.last + 1
    RETURNING last
  `);
}

function newTrackingCode(): string {
  return Array.from({ length: 10 }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)]).join('');
}
