import type { VerificationKind, VerificationOutcome } from '../../domain/flow/verification.ts';
import { QUESTIONS } from '../../domain/wording/questions.ts';
import { useLanguage } from '../words/index.ts';

/** How an agency of a kind is asked and how its answers are called, in the reader's language. */
export function useQuestionWords(kind: VerificationKind) {
  const { language } = useLanguage();
  const { question, outcomes } = QUESTIONS[kind];
  return {
    question: question[language],
    outcome: (outcome: VerificationOutcome): string => outcomes[outcome][language],
  };
}
