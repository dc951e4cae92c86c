import type { EventRow } from '../db/read/events.ts';
import type { CaseDetail } from '../domain/case.ts';
import type { RecalculationCodes } from '../domain/flow/recalculate.ts';
import type { CASE_KINDS } from '../domain/case.ts';
import { isTellingKind } from '../domain/flow/verification.ts';
import { isTelling } from '../domain/sight.ts';

/**
 * Acts of an application whose words speak of no conviction: the only ones that readers without
 * `conviction.read` see (domain notes §5). What is not listed is hidden.
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

/** An act that tells of a conviction by having been done. */
const TELLING_ACT = 'settleConflict';

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
    .filter(({ act, codes }) => act !== TELLING_ACT && !isTellingKind(codes['kind']))
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
    clocks: detail.clocks.filter(({ name }) => !isTelling(name)),
    verifications: detail.verifications
      .filter(({ kind }) => !isTellingKind(kind))
      .map((question) => ({ ...question, outcome: null, why: [], waiver: null, reusedFrom: null })),
    answers: null,
    earlierAnswers: [],
    conflicts: [],
    verifiedBefore: null,
    record: null,
    conclusion: null,
    draft: null,
    grounds: detail.grounds.filter((ground) => ground !== TELLING_GROUND),
  };
}
