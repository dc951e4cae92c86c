import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskRequest } from '../../domain/desk.ts';
import type { VerificationOutcome } from '../../domain/flow/verification.ts';
import { ANSWER_ORDER } from '../../domain/wording/questions.ts';
import { useKeys } from '../pieces/useKeys.ts';
import { useLeave } from '../shell/Unsaved.tsx';
import { AnswerEditor } from './AnswerEditor.tsx';
import { type AnswerDraft, isTyped } from './answerDraft.ts';
import { type BegunAnswer, draftOf } from './begunAnswers.ts';
import { useQuestionWords } from './questionWords.ts';
import './answer.css';

interface AnswerPanelProps {
  request: DeskRequest;
  answer: BegunAnswer;
  keysOn: boolean;
  onAnswered: (outcome: VerificationOutcome) => void;
}

/** Where typing goes on; a scan is attached when somebody wants to. */
const FIRST_FIELD = 'input:not([type="file"]), textarea, [type="submit"]';

/**
 * The five answers by key or by hand; the chosen one opens what it needs. Escape lets go of it, and of
 * what was typed after asking.
 */
export function AnswerPanel({ request, answer, keysOn, onAnswered }: AnswerPanelProps) {
  const { t } = useTranslation('liaison');
  const words = useQuestionWords(request.verification.kind);
  const leave = useLeave();
  const { begun, change } = answer;
  const { outcome, replaces } = begun;
  const place = useRef<HTMLDivElement>(null);
  const setOutcome = (next: VerificationOutcome): void =>
    change((now) => ({ ...now, outcome: next }));
  const letGo = (): void => {
    if (outcome === null) return;
    const drop = (): void => {
      change(({ drafts: { [outcome]: _dropped, ...drafts }, ...now }) => {
        return { ...now, outcome: null, drafts };
      });
      document.getElementById(`row-${request.verification.requestId}`)?.focus();
    };
    if (isTyped(draftOf(begun, outcome))) leave(drop);
    else drop();
  };
  const keys = ANSWER_ORDER.map(
    (one, index) => [String(index + 1), () => setOutcome(one)] as const,
  );
  useKeys(keysOn ? Object.fromEntries(keys) : {});
  const opened = useRef(outcome);
  useEffect(() => {
    // An answer begun before waits for its liaison: whoever comes by with j and k does not type into it.
    if (outcome === opened.current) return;
    opened.current = outcome;
    if (outcome === null) return;
    const first = place.current?.querySelector<HTMLElement>(FIRST_FIELD);
    first?.focus();
    place.current?.scrollIntoView({ block: 'nearest' });
  }, [outcome]);

  const onDraft = (next: (now: AnswerDraft) => AnswerDraft): void => {
    if (outcome === null) return;
    change((now) => {
      const drafts = { ...now.drafts, [outcome]: next(draftOf(now, outcome)) };
      return { ...now, drafts };
    });
  };

  return (
    <div
      role="group"
      aria-label={t('answer.title')}
      className="desk-answer"
      onKeyDown={({ key }) => key === 'Escape' && letGo()}
    >
      <h3>{t(replaces ? 'answer.replaceTitle' : 'answer.title')}</h3>
      <div className="desk-outcomes">
        {ANSWER_ORDER.map((one, index) => (
          <Button
            key={one}
            aria-pressed={one === outcome}
            className={one === outcome ? 'desk-outcome-chosen' : ''}
            onClick={() => setOutcome(one)}
          >
            <kbd aria-hidden>{index + 1}</kbd> {words.outcome(one)}
          </Button>
        ))}
      </div>
      <div ref={place}>
        {outcome !== null && (
          <AnswerEditor
            key={outcome}
            draft={draftOf(begun, outcome)}
            onDraft={onDraft}
            request={request}
            replaces={replaces}
            onCancel={letGo}
            onAnswered={() => onAnswered(outcome)}
          />
        )}
      </div>
    </div>
  );
}
