import type { EventRow } from '../db/read/events.ts';
import type { CaseDetail } from '../domain/case.ts';
import type { RecalculationCodes } from '../domain/flow/recalculate.ts';
import type { CASE_KINDS } from '../domain/case.ts';

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

/** A ground that tells of a conviction by itself. */
const TELLING_GROUND = 'EXPUNGEMENT_TO_VERIFY';

/**
 * The log as readers without `conviction.read` may see it: papers and codes of harmless acts of
 * applications only, no line of the court (it is asked only when the police knows something).
 */
export function maskEvents(
  kind: (typeof CASE_KINDS)[number],
  events: readonly EventRow[],
): EventRow[] {
  return events
    .filter((event) => !isOfCourt(event.codes['requestId']))
    .map((event) => {
      if (event.act === 'recalculate') return { ...event, codes: withoutCourt(event.codes) };
      if (kind === 'APPLICATION' && HARMLESS_ACTS.has(event.act)) return event;
      return { ...event, paper: null, codes: {} };
    });
}

/** What a recalculation moved, but for clocks that count a question to the court. */
function withoutCourt(codes: EventRow['codes']): EventRow['codes'] {
  const { moved, ...rest } = codes as Partial<RecalculationCodes>;
  return { ...rest, moved: moved?.filter(({ name }) => !isOfCourt(name)) ?? [] };
}

/** A case page as readers without `conviction.read` may see it. */
export function maskDetail(detail: CaseDetail): CaseDetail {
  const courts = new Set(
    detail.verifications.filter(({ kind }) => kind === 'COURT').map(({ unit }) => unit),
  );
  return {
    ...detail,
    line: {
      ...detail.line,
      waitingFor: detail.line.waitingFor.filter((unit) => !courts.has(unit)),
    },
    clocks: detail.clocks.filter(({ name }) => !isTellingClock(name)),
    verifications: detail.verifications
      .filter(({ kind }) => kind !== 'COURT')
      .map((verification) => ({ ...verification, outcome: null })),
    answers: null,
    record: null,
    conclusion: null,
    draft: null,
    grounds: detail.grounds.filter((ground) => ground !== TELLING_GROUND),
  };
}

/** Whether a clock tells of a conviction by running: the court's, and the term of an expunged person. */
export function isTellingClock(name: string): boolean {
  return name === 'expunged' || isOfCourt(name);
}

/** Whether a request, or a clock named after one, is a question to the court. */
function isOfCourt(name: unknown): boolean {
  return typeof name === 'string' && name.includes('/COURT-');
}
