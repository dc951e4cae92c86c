import type { CommonQueryMethods } from 'slonik';
import { keepKnownPerson } from '../db/intake/knownPersons.ts';
import { paperBody } from '../db/read/transfers.ts';
import type { AnyState } from '../domain/flow/anyCase.ts';
import type { Command } from '../domain/flow/flow.ts';
import { identityOfRecord } from '../domain/identity/identity.ts';
import { RecordSubmission } from '../domain/record.ts';

/** What the record of a transfer is corrected by: a paper of its case. */
interface Correction {
  caseId: string;
  unit: string;
  /** Record number. */
  number: string;
  paperId: string;
  record: RecordSubmission;
}

/** What an act makes of a transfer's record: typed anew, or the paper copy that was right; null for any other act. */
export async function correctionBy(
  db: CommonQueryMethods,
  state: AnyState,
  { act, codes, paperId }: Command,
  paper: unknown,
): Promise<Correction | null> {
  if (state.kind !== 'TRANSFER' || state.slip) return null;
  const { caseId, unit, recordNumber: number } = state;
  if (act === 'correct' && paperId !== null) {
    const record = paper as RecordSubmission;
    return { caseId, unit, number, paperId, record };
  }
  const copy = state.paper?.copyPaperId;
  if (act !== 'answerDifference' || codes['rightCopy'] !== 'PAPER' || copy == null) return null;
  const record = RecordSubmission.parse(await paperBody(db, caseId, copy));
  return { caseId, unit, number, paperId: copy, record };
}

/** The person of a corrected record: found by look-ups once the correction's paper is the record's. */
export async function knowCorrected(
  db: CommonQueryMethods,
  { caseId, unit, number, paperId, record }: Correction,
): Promise<void> {
  const identity = identityOfRecord(record);
  await keepKnownPerson(db, { caseId, paperId, recordNumber: number, unit, identity });
}
