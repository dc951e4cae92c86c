import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskRequest } from '../../domain/desk.ts';
import type { VerificationOutcome } from '../../domain/flow/verification.ts';
import { ANSWER_ORDER } from '../../domain/wording/questions.ts';
import { useKeys } from '../pieces/useKeys.ts';
import { AnswerEditor } from './AnswerEditor.tsx';
import { useQuestionWords } from './questionWords.ts';
import './answer.css';

interface AnswerPanelProps {
  request: DeskRequest;
  replaces: boolean;
  keysOn: boolean;
  onAnswered: (outcome: VerificationOutcome) => void;
}

/** Where typing goes on; a scan is attached when somebody wants to. */
const FIRST_FIELD = 'input:not([type="file"]), textarea, [type="submit"]';

/** The five answers by key or by hand; the chosen one opens what it needs. Escape lets go of it. */
export function AnswerPanel({ request, replaces, keysOn, onAnswered }: AnswerPanelProps) {
  const { t } = useTranslation('liaison');
  const words = useQuestionWords(request.verification.kind);
  const [outcome, setOutcome] = useState<VerificationOutcome | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const letGo = (): void => {
    setOutcome(null);
    document.getElementById(`row-${request.verification.requestId}`)?.focus();
  };
  const keys = ANSWER_ORDER.map(
    (one, index) => [String(index + 1), () => setOutcome(one)] as const,
  );
  useKeys(keysOn ? Object.fromEntries(keys) : {});
  useEffect(() => {
    if (outcome === null) return;
    const first = place.current?.querySelector<HTMLElement>(FIRST_FIELD);
    first?.focus();
    place.current?.scrollIntoView({ block: 'nearest' });
  }, [outcome]);

  return (
    <div
      role="group"
      aria-label={t('answer.title')}
      className="desk-answer"
      onKeyDown={({ key }) => key === 'Escape' && outcome !== null && letGo()}
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
            outcome={outcome}
            request={request}
            replaces={replaces}
            onCancel={letGo}
            onAnswered={() => {
              setOutcome(null);
              onAnswered(outcome);
            }}
          />
        )}
      </div>
    </div>
  );
}
