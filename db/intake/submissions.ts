import { createHash, randomInt, randomUUID } from 'node:crypto';
import type { CommonQueryMethods, DatabasePool } from 'slonik';
import * as z from 'zod';
import type { CaseKind } from '../../domain/flow/flow.ts';
import type { CaseInput } from '../../domain/flow/open.ts';
import { foldName } from '../../domain/foldName.ts';
import { dateOf, isoOf, type InstantMs } from '../../domain/instant.ts';
import type { RecordSubmission } from '../../domain/record.ts';
import { sql } from '../sql.ts';
import { keepKnownPerson, type NewKnownPerson } from './knownPersons.ts';
import { openRecord } from './records.ts';
import { keepSlip, type NewSlip, type SlipHindrance } from './slips.ts';

/** The letter of a kind in dossier numbers. */
const SERIES = { APPLICATION: 'P', TRANSFER: 'T', CODE_REQUEST: 'M', RECONCILIATION: 'D' } as const;
const CODE_LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

export interface Person {
  fullName: string;
  birthDate: string;
  personalId: string | null;
}

/** What a workflow starts from, but for the numbers that the dossier and its record are given. */
export interface Unnumbered<Facts> extends Omit<CaseInput<Facts>, 'caseId' | 'facts'> {
  facts: Omit<Facts, 'recordNumber' | 'recordPaperId'>;
}

export interface NewSubmission<Facts> {
  kind: CaseKind;
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
  /** The record that opens with it; absent for an application. */
  record?: RecordSubmission | undefined;
  /** Set for a supplementary slip to a record that has its number. */
  slip?: Omit<NewSlip, 'caseId'> | undefined;
  /** What is kept with a record in its transaction, also when the same is handed in again; throws to keep neither. */
  beside?: ((db: CommonQueryMethods, recordNumber: string) => Promise<void>) | undefined;
  now: InstantMs;
  input: Unnumbered<Facts>;
}

const Stored = z.object({
  caseId: z.string(),
  trackingCode: z.string().nullable(),
  bodyHash: z.string(),
  input: z.unknown(),
  repeated: z.boolean(),
});

export interface StoredSubmission {
  caseId: string;
  trackingCode: string | null;
  input: unknown;
  /** Whether the same request or external code was stored before; `altered` when with other content. */
  repeated: boolean;
  altered: boolean;
}

class SlipHindered extends Error {
  readonly by: SlipHindrance;

  constructor(by: SlipHindrance) {
    super(by);
    this.by = by;
  }
}

/**
 * Keep a dossier and the order to start its workflow, both or neither, under the next number of its
 * unit. The same request again gives the dossier that is there, and so does a known external code.
 * A slip that `keepSlip` does not keep gives why; then nothing is kept.
 */
export async function storeSubmission<Facts>(
  pool: DatabasePool,
  submission: NewSubmission<Facts>,
): Promise<StoredSubmission | SlipHindrance> {
  const paperId = randomUUID();
  const { knownAs: identity, record, slip, beside, unit, submittedBy: by, now } = submission;
  if (slip !== undefined) return takeSlip(pool, submission, slip, paperId);
  if (identity === undefined) return take(pool, submission, paperId);
  return pool.transaction(async (tx) => {
    const stored = await take(tx, submission, paperId);
    const { recordNumber } = Numbered.parse(stored.input).facts;
    if (!stored.altered) await beside?.(tx, recordNumber);
    if (stored.repeated) return stored;
    const { caseId } = stored;
    await keepKnownPerson(tx, { caseId, paperId, recordNumber, unit, identity });
    if (record !== undefined) {
      await openRecord(tx, {
        number: recordNumber,
        unit,
        caseId,
        paperId,
        record,
        by,
        at: isoOf(now),
      });
    }
    return stored;
  });
}

/** A slip has the number of its record; the rest is as with a record. */
async function takeSlip<Facts>(
  pool: DatabasePool,
  submission: NewSubmission<Facts>,
  slip: Omit<NewSlip, 'caseId'>,
  paperId: string,
): Promise<StoredSubmission | SlipHindrance> {
  const { input } = submission;
  const { recordNumber } = slip;
  const facts = { ...input.facts, recordNumber, recordPaperId: paperId };
  try {
    return await pool.transaction(async (tx) => {
      const stored = await take(tx, { ...submission, input: { ...input, facts } }, paperId);
      if (stored.repeated) return stored;
      const hindrance = await keepSlip(tx, { ...slip, caseId: stored.caseId });
      // Thrown, so that neither dossier nor number is taken.
      if (hindrance !== null) throw new SlipHindered(hindrance);
      return stored;
    });
  } catch (error) {
    if (error instanceof SlipHindered) return error.by;
    throw error;
  }
}

const Numbered = z.object({ facts: z.object({ recordNumber: z.string() }) });

async function take<Facts>(
  db: CommonQueryMethods,
  submission: NewSubmission<Facts>,
  paperId: string,
): Promise<StoredSubmission> {
  const { kind, unit, prefix, channel, externalCode, body, person, input, now } = submission;
  const { submittedBy, requestKey, recordPrefix } = submission;
  const bodyHash = createHash('sha256').update(JSON.stringify(body)).digest('hex');
  const kept = JSON.stringify({
    kind,
    unit,
    prefix,
    channel,
    externalCode,
    body,
    bodyHash,
    input,
    paperId,
    submittedBy,
    requestKey,
    recordPrefix,
    series: SERIES[kind],
    year: dateOf(now).slice(0, 4),
    trackingCode: kind === 'APPLICATION' ? newTrackingCode() : null,
    submittedAt: isoOf(now),
    person: { ...person, foldedName: foldName(person.fullName) },
  });
  const { bodyHash: storedHash, ...stored } = await db.one(sql.prepared('take_submission', Stored)`
    SELECT case_id AS "caseId", tracking_code AS "trackingCode", body_hash AS "bodyHash", input, repeated
    FROM take_submission(${kept}::jsonb)
  `);
  return { ...stored, altered: storedHash !== bodyHash };
}

function newTrackingCode(): string {
  return Array.from({ length: 10 }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)]).join('');
}
