import { findRecord } from '../../db/read/records.ts';
import { recordWithSlips } from '../../db/read/recordOrder.ts';
import type { SlipSubmission } from '../../domain/exchange/slip.ts';
import { dateOf } from '../../domain/instant.ts';
import { isBeforeJudgment, RecordFile } from '../../domain/record/file.ts';
import { type ApiDeps, nowMs } from '../deps.ts';
import { refusedInput } from '../problem.ts';
import { type FieldProblem, Refused } from '../refused.ts';

interface Typed {
  recordNumber: string;
  /** The slip's own case when it is corrected; null when it is entered. */
  caseId: string | null;
}

/**
 * Only what is in force is added, nothing is issued tomorrow, a document belongs to a judgment that both books
 * hold and that was given before it, and the record has room. `at`: where the slip stands in the request. Throws Refused: INVALID_INPUT,
 * JUDGMENT_NOT_AT_CENTRE, RECORD_FULL.
 */
export async function checkSlip(
  deps: ApiDeps,
  { recordNumber, caseId }: Typed,
  slip: SlipSubmission,
  at: 'slip' | 'paper',
): Promise<void> {
  const fields = datesOf(deps, slip, at);
  if (fields.length > 0) throw new Refused('INVALID_INPUT', fields);
  if (slip.document !== null) await checkJudgment(deps, recordNumber, slip.document, at);
  await checkRoom(deps, recordNumber, { slip, before: caseId });
}

function datesOf(
  deps: ApiDeps,
  { judgment, document }: SlipSubmission,
  at: 'slip' | 'paper',
): FieldProblem[] {
  const today = dateOf(nowMs(deps));
  const fields: FieldProblem[] = [];
  if (judgment !== null && judgment.effectiveDate > today) {
    fields.push({ path: `${at}.judgment.effectiveDate`, code: 'NOT_YET_EFFECTIVE' });
  }
  if (document !== null && document.date > today) {
    fields.push({ path: `${at}.document.date`, code: 'IN_FUTURE' });
  }
  return fields;
}

/** Before its official update a record has one judgment at the Centre: the one it was made from. */
const FIRST = [{ ref: 1 }];

async function checkJudgment(
  { pool }: ApiDeps,
  recordNumber: string,
  document: NonNullable<SlipSubmission['document']>,
  at: 'slip' | 'paper',
): Promise<void> {
  const [own, copy] = await Promise.all([
    findRecord(pool, 'PROVINCE', recordNumber),
    findRecord(pool, 'CENTRE', recordNumber),
  ]);
  const judgment = own?.file.judgments.find(({ ref }) => ref === document.ref);
  if (judgment === undefined) {
    throw new Refused('INVALID_INPUT', [{ path: `${at}.document.ref`, code: 'UNKNOWN_JUDGMENT' }]);
  }
  if (isBeforeJudgment(document, judgment)) {
    const path = `${at}.document.date`;
    throw new Refused('INVALID_INPUT', [{ path, code: 'DOCUMENT_BEFORE_JUDGMENT' }]);
  }
  const there = copy?.file.judgments ?? FIRST;
  if (there.every(({ ref }) => ref !== document.ref)) throw new Refused('JUDGMENT_NOT_AT_CENTRE');
}

/**
 * Refuse a slip for which its record has no room: RECORD_FULL names the list without. A record that would be none
 * for any other reason is a fault. Slips on their way that were entered before `before` (null: all of them) count.
 */
export async function checkRoom(
  { pool }: ApiDeps,
  recordNumber: string,
  { slip, before }: { slip: unknown; before: string | null },
): Promise<void> {
  const body = await recordWithSlips(pool, { recordNumber, before, slip });
  const parsed = RecordFile.safeParse(body);
  if (parsed.success) return;
  if (parsed.error.issues.some(({ code }) => code !== 'too_big')) throw parsed.error;
  throw new Refused('RECORD_FULL', refusedInput(parsed.error.issues).fields);
}
