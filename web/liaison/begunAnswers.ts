import { useState } from 'react';
import type { VerificationOutcome } from '../../domain/flow/verification.ts';
import { useUnsaved } from '../shell/Unsaved.tsx';
import { type AnswerDraft, emptyDraft, isTyped } from './answerDraft.ts';

/** What a liaison has begun to answer to one request. */
export interface Begun {
  /** The answer that is open. */
  outcome: VerificationOutcome | null;
  /** It is to replace the answer given before. */
  replaces: boolean;
  /** What was typed, for each answer that was opened. */
  drafts: Partial<Record<VerificationOutcome, AnswerDraft>>;
}

/** One request's begun answer, and the way to change it from as it stands. */
export interface BegunAnswer {
  begun: Begun;
  change: (next: (now: Begun) => Begun) => void;
}

const NOTHING: Begun = { outcome: null, replaces: false, drafts: {} };

/**
 * Answers begun on the desk, each kept with its request while the page is open and nowhere else;
 * the page is not left without asking while something typed stands in one.
 */
export function useBegunAnswers() {
  const [kept, setKept] = useState<Readonly<Record<string, Begun>>>({});
  const typedIds = Object.keys(kept).filter((id) => hasTyped(kept[id] ?? NOTHING));
  useUnsaved(typedIds.length > 0, { staysWithPath: true });
  return {
    typedIds,
    of: (requestId: string): BegunAnswer => ({
      begun: kept[requestId] ?? NOTHING,
      change: (next) =>
        setKept((now) => ({ ...now, [requestId]: next(now[requestId] ?? NOTHING) })),
    }),
    drop: (requestId: string): void => setKept(({ [requestId]: _dropped, ...others }) => others),
  };
}

/** What stands in the open answer; an empty one when it was not touched. */
export function draftOf({ drafts }: Begun, outcome: VerificationOutcome): AnswerDraft {
  return drafts[outcome] ?? emptyDraft(outcome);
}

function hasTyped({ drafts }: Begun): boolean {
  return Object.values(drafts).some(isTyped);
}
