import type { RequestOutcome, VerificationKind } from '../../domain/flow/verification.ts';
import { QUESTIONS } from '../../domain/wording/questions.ts';
import { useLabel, useLanguage } from '../words/index.ts';

/** How an agency of a kind is asked and how its answers are called, in the reader's language. */
export function useQuestionWords(kind: VerificationKind) {
  const { language } = useLanguage();
  const label = useLabel();
  const { question, outcomes } = QUESTIONS[kind];
  return {
    question: question[language],
    outcome: (outcome: RequestOutcome): string =>
      outcome === 'WAIVED' ? label('outcome', outcome) : outcomes[outcome][language],
  };
}
