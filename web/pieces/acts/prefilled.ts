import type { ActName } from '../../../domain/acts.ts';
import { applicantName, suggestRegime } from '../../../domain/application.ts';
import type { CaseDetail } from '../../../domain/case.ts';
import { EXTENSION_REASONS } from '../../../domain/clock/law.ts';
import type { Conclusion } from '../../../domain/flow/applicationState.ts';
import { isAnswered } from '../../../domain/flow/verification.ts';
import { codes } from '../../../domain/wording/codes.ts';
import { formatInstant } from '../format.ts';
import { openConflicts, questionsFor } from './questionsFor.ts';

type Values = Record<string, unknown>;

/** What the case already knows of an act's fields: nothing is typed twice. */
export function prefilled(act: ActName, detail: CaseDetail): Values {
  switch (act) {
    case 'accept':
      return { feeSettled: detail.application?.feeSettled ?? false };
    case 'classify':
      return detail.application === null ? {} : suggestRegime(detail.application);
    case 'identify':
    case 'askAgain':
    case 'proposeWaiver':
    case 'signWaiver':
    case 'declineWaiver':
      return { requestId: questionsFor(act, detail)[0]?.requestId };
    case 'reuseAnswer':
      return pick(detail.earlierAnswers[0]);
    case 'settleConflict':
      return openConflicts(detail)[0] ?? {};
    case 'extendClock':
      return { clock: openQuestions(detail)[0]?.clock, basis: EXTENSION_REASONS[0] };
    case 'draft':
      return draftFrom(detail);
    case 'handOver':
      return { receivedBy: fetcherOf(detail) };
    default:
      return {};
  }
}

function fetcherOf({ application, line }: CaseDetail): string {
  return application === null ? (line.subjectName ?? '') : applicantName(application);
}

function pick(answer: CaseDetail['earlierAnswers'][number] | undefined): Values {
  return answer === undefined ? {} : { requestId: answer.requestId, answerId: answer.answerId };
}

/** Questions that wait for an answer, each with the name of its clock. */
export function openQuestions({ verifications }: CaseDetail) {
  return verifications
    .filter((question) => !isAnswered(question))
    .map(({ requestId, unitName, dueAt }) => {
      return { clock: `verification:${requestId}`, unitName, dueAt };
    });
}

/**
 * A draft that follows from the answers: their judgments, the conclusion when nothing was found, and
 * reasoning that names who answered what. Its language is Vietnamese whatever the screen's: it is
 * part of the dossier. With judgments found the conclusion is left to the officer.
 */
function draftFrom({ answers, application, draft, conclusion, verifications }: CaseDetail): Values {
  if (draft !== null) return { ...draft, conclusion };
  const inForce = (answers ?? []).filter((answer) => answer.inForce);
  const entries = inForce.flatMap((answer) => answer.entries);
  const seen = new Map(
    entries.map((entry) => [`${entry.judgmentNumber} ${entry.judgmentDate}`, entry]),
  );
  const clean: Conclusion =
    (application?.subject.nationality ?? 'VN') === 'VN' ? 'NO_RECORD' : 'FOREIGNER_CLEAN';
  const nothingFound =
    inForce.length > 0 && inForce.every(({ outcome }) => outcome === 'NO_RECORD');
  const unitOf = (id: string): string =>
    verifications.find(({ requestId }) => requestId === id)?.unitName ?? id;
  const sentences = inForce.map(
    ({ requestId, answeredAt, outcome }) =>
      `${unitOf(requestId)} trả lời ngày ${formatInstant(answeredAt)}: ${codes.outcome[outcome][0]}.`,
  );
  return {
    reasoning: sentences.join('\n'),
    entries: [...seen.values()].map((entry) => ({ ...entry, expungedOn: null })),
    ...(nothingFound && { conclusion: clean }),
  };
}
