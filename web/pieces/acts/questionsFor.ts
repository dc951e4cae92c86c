import type { ActName } from '../../../domain/acts.ts';
import type { AskedQuestion, CaseDetail } from '../../../domain/case.ts';
import { isAnswered } from '../../../domain/flow/verification.ts';

/** Acts that are done on one question of a case. */
export const QUESTION_ACTS = [
  'identify',
  'askAgain',
  'reuseAnswer',
  'proposeWaiver',
  'signWaiver',
  'declineWaiver',
] as const satisfies readonly ActName[];

/** The questions on which an act can be done, in the order they were asked. */
export function questionsFor(act: ActName, detail: CaseDetail): AskedQuestion[] {
  return detail.verifications.filter((question) => mayBeOn(act, question, detail));
}

function mayBeOn(act: ActName, question: AskedQuestion, { earlierAnswers }: CaseDetail): boolean {
  const { requestId, outcome, waiver, contested } = question;
  const open = !isAnswered({ outcome });
  switch (act) {
    case 'identify':
      return outcome === 'NEEDS_IDENTIFICATION';
    case 'askAgain':
      return outcome === 'UNCLEAR' || outcome === 'RECORD_FOUND';
    case 'reuseAnswer':
      return open && !contested && earlierAnswers.some((answer) => answer.requestId === requestId);
    case 'proposeWaiver':
      return open && !contested && waiver === null;
    case 'signWaiver':
    case 'declineWaiver':
      return open && waiver?.signedAt === null;
    default:
      return false;
  }
}

/** Contradictions that nobody has settled. */
export function openConflicts({ conflicts }: CaseDetail): { found: string; clean: string }[] {
  return conflicts
    .filter(({ settled }) => settled === null)
    .map(({ found, clean }) => ({ found, clean }));
}
