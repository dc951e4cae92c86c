import type { CommonQueryMethods } from 'slonik';
import * as z from 'zod';
import { sql } from '../sql.ts';
import type { SupplyRow } from './supplies.ts';

/** What arrived, as bytes and as far as it could be read. */
export interface Evidence {
  /** Business time. */
  receivedAt: string;
  unit: string | null;
  kid: string | null;
  typ: string | null;
  messageId: string | null;
  sequence: number | null;
  sha256: string;
  size: number;
  /** The text up to a bound. */
  raw: string;
  /** Code of the refusal at the door. */
  verdict: string;
  /** The defect of a signature, or the fields that were declined; never their values. */
  detail: string | null;
}

/** Keep what was refused before anybody could say whose it is. */
export async function keepEvidence(db: CommonQueryMethods, evidence: Evidence): Promise<void> {
  await db.query(sql.typeAlias('void')`
    INSERT INTO message_evidence
      (received_at, unit, kid, typ, message_id, sequence, sha256, size, raw, verdict, detail)
    VALUES (${evidence.receivedAt}, ${evidence.unit}, ${evidence.kid}, ${evidence.typ},
      ${evidence.messageId}, ${evidence.sequence}, ${evidence.sha256}, ${evidence.size},
      ${evidence.raw}, ${evidence.verdict}, ${evidence.detail})
  `);
}

const Taken = z.object({
  /** TAKEN, REPEATED, or the code it was refused with at the door. */
  verdict: z.string(),
  /** The row the case is told of, or null when nothing is asked of a case. */
  id: z.string().nullable(),
  state: z.enum(['STORED', 'APPLIED', 'REFUSED']).nullable(),
  refusalCode: z.string().nullable(),
});

export interface SignedMessage extends Omit<Evidence, 'verdict'> {
  unit: string;
  messageId: string;
  sequence: number;
  payload: unknown;
  jws: string;
  /** What it asks of a case, or null. */
  row: { caseId: string; act: string; codes: Readonly<Record<string, unknown>> } | null;
  /** What it enters into a reception book, or null. */
  supply: (SupplyRow & { messageId: string }) | null;
  /** Why it is refused although its signature holds, or null. */
  refusal: string | null;
}

/**
 * Number a message whose signature holds, keep it as evidence, and keep what it asks of a case or enter
 * what it supplies. The same message again gives what became of it.
 */
export function takeAgencyMessage(
  db: CommonQueryMethods,
  { row, ...message }: SignedMessage,
): Promise<z.infer<typeof Taken>> {
  const kept = JSON.stringify({ ...message, ...row });
  return db.one(sql.prepared('take_agency_message', Taken)`
    SELECT verdict, id, state, refusal_code AS "refusalCode" FROM take_agency_message(${kept}::jsonb)
  `);
}
