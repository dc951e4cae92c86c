import type { SlipSubmission } from '../../domain/exchange/slip.ts';
import { dateOf } from '../../domain/instant.ts';
import { type ApiDeps, nowMs } from '../deps.ts';
import { type FieldProblem, Refused } from '../refused.ts';

/** Only what is in force is added, and nothing is issued tomorrow. `at`: where the slip stands in the request. */
export function checkSlip(
  deps: ApiDeps,
  { judgment, document }: SlipSubmission,
  at: 'slip' | 'paper',
): void {
  const today = dateOf(nowMs(deps));
  const fields: FieldProblem[] = [];
  if (judgment !== null && judgment.effectiveDate > today) {
    fields.push({ path: `${at}.judgment.effectiveDate`, code: 'NOT_YET_EFFECTIVE' });
  }
  if (document !== null && document.date > today) {
    fields.push({ path: `${at}.document.date`, code: 'IN_FUTURE' });
  }
  if (fields.length > 0) throw new Refused('INVALID_INPUT', fields);
}
