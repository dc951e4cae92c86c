import type * as z from 'zod';
import type { CaseTime } from '../domain/case.ts';
import type { AnyState } from '../domain/flow/anyCase.ts';
import { explainDeadlines } from './deadlines.ts';
import type { ApiDeps } from './deps.ts';

/** Every clock of a case explained day by day. */
export async function caseTimeOf(
  deps: ApiDeps,
  state: AnyState,
): Promise<z.infer<typeof CaseTime>> {
  const clocks = await explainDeadlines(deps, state);
  return { clocks, calendarVersion: state.calendarVersion };
}
