import type { DeadlineExplanation } from '../domain/deadline.ts';
import type { AnyState } from '../domain/flow/anyCase.ts';
import { renderPassport } from '../print/passport.ts';
import { type ApiDeps, nowMs } from './deps.ts';
import { letterheadOf } from './letterhead.ts';

/** The passport of a deadline as PDF bytes. */
export async function passportOf(
  deps: ApiDeps,
  state: AnyState,
  explanation: DeadlineExplanation,
): Promise<Uint8Array> {
  const data = {
    letterhead: await letterheadOf(deps, state),
    dossierNumber: state.caseId,
    explanation,
    printedAt: nowMs(deps),
  };
  return renderPassport(data, { demo: deps.demonstration });
}
