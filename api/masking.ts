import type { EventRow } from '../db/read/events.ts';
import type { CaseDetail } from '../domain/case.ts';
import type { RecalculationCodes } from '../domain/flow/recalculate.ts';
import type { CASE_KINDS } from '../domain/case.ts';
import { isTellingKind } from '../domain/flow/verification.ts';
import type { ClockLine, DeadlineExplanation } from '../domain/deadline.ts';
import { isTelling } from '../domain/sight.ts';

/**
 * Acts of an application whose words speak of no conviction, or are written to be read by the counter and the
 * applicant (a refusal, whose form says so): the only ones that readers without `conviction.read` see. What is not
 * listed is hidden.
 */
const HARMLESS_ACTS: ReadonlySet<string> = new Set([
  'submit',
  'receiveAndAccept',
  'accept',
  'requestSupplement',
  'receiveSupplement',
  'refuse',
  'handOver',
  'apologise',
  'withdraw',
  'cancel',
]);

/** Acts that tell of a conviction by having been done: a unit asks back only where somebody may have a record. */
const TELLING_ACTS: ReadonlySet<string> = new Set(['settleConflict', 'identify']);

/** Why a question's clock stands still while its unit waits to be told who is meant. */
const ASKED_BACK = 'IDENTIFICATION';

/** A ground that tells of a conviction by itself. */
const TELLING_GROUND = 'EXPUNGEMENT_TO_VERIFY';

/**
 * The log as readers without `conviction.read` may see it: papers and codes of harmless acts of
 * applications only, no line of an agency that is asked only about a known conviction.
 */
export function maskEvents(
  kind: (typeof CASE_KINDS)[number],
  events: readonly EventRow[],
): EventRow[] {
  return events
    .filter(({ act, codes }) => !TELLING_ACTS.has(act) && !isTellingKind(codes['kind']))
    .filter(({ codes }) => !isTelling(codes['requestId']) && !isTelling(codes['clock']))
    .map((event) => {
      if (event.act === 'recalculate') return { ...event, codes: withoutTelling(event.codes) };
      if (kind === 'APPLICATION' && HARMLESS_ACTS.has(event.act)) return event;
      return { ...event, paper: null, codes: {} };
    });
}

/** What a recalculation moved, but for clocks that tell of a conviction. */
function withoutTelling(codes: EventRow['codes']): EventRow['codes'] {
  const { moved, ...rest } = codes as Partial<RecalculationCodes>;
  return { ...rest, moved: moved?.filter(({ name }) => !isTelling(name)) ?? [] };
}

/** A case page as readers without `conviction.read` may see it; its line is read so already. */
export function maskDetail(detail: CaseDetail): CaseDetail {
  return {
    ...detail,
    clocks: detail.clocks.filter(({ name }) => !isTelling(name)).map(maskClock),
    verifications: detail.verifications
      .filter(({ kind }) => !isTellingKind(kind))
      .map((question) => ({
        ...question,
        round: 1,
        outcome: null,
        why: [],
        waiver: null,
        reusedFrom: null,
      })),
    answers: null,
    earlierAnswers: [],
    proposals: [],
    conflicts: [],
    verifiedBefore: null,
    record: null,
    recordNumber: null,
    conclusion: null,
    draft: null,
    grounds: detail.grounds.filter((ground) => ground !== TELLING_GROUND),
  };
}

/** A question's clock as if its unit had not asked back. */
function maskClock(clock: ClockLine): ClockLine {
  if (!clock.name.startsWith('verification:')) return clock;
  const runningSince = clock.stoppedAt === null ? clock.startedAt : null;
  return { ...clock, pausedAt: null, runningSince };
}

/** The passport of a clock as readers without `conviction.read` may see it: why it is due later stays unsaid. */
export function maskDeadline(explanation: DeadlineExplanation): DeadlineExplanation {
  const { clock, days, steps } = explanation;
  const askedBack = steps.some(({ kind, reason }) => kind === 'PAUSED' && reason === ASKED_BACK);
  if (!askedBack) return explanation;
  return {
    ...explanation,
    clock: maskClock(clock),
    days: days.filter(({ kind }) => kind !== 'PAUSED'),
    steps: steps.filter(({ kind }) => kind !== 'PAUSED' && kind !== 'RESUMED'),
  };
}
