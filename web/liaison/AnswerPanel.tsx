import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskRequest } from '../../domain/desk.ts';
import type { VerificationOutcome } from '../../domain/flow/verification.ts';
import { useKeys } from '../pieces/useKeys.ts';
import { useLabel } from '../words/index.ts';
import { AnswerEditor } from './AnswerEditor.tsx';
import { OUTCOME_KEYS } from './answerDraft.ts';

interface AnswerPanelProps {
  request: DeskRequest;
  replaces: boolean;
  keysOn: boolean;
  onAnswered: (outcome: VerificationOutcome) => void;
}

/** The five answers by key or by hand; the chosen one opens what it needs. Escape lets go of it. */
export function AnswerPanel({ request, replaces, keysOn, onAnswered }: AnswerPanelProps) {
  const { t } = useTranslation('liaison');
  const label = useLabel();
  const [outcome, setOutcome] = useState<VerificationOutcome | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const letGo = (): void => {
    setOutcome(null);
    document.getElementById(`row-${request.verification.requestId}`)?.focus();
  };
  const keys = OUTCOME_KEYS.map(
    (one, index) => [String(index + 1), () => setOutcome(one)] as const,
  );
  useKeys(keysOn ? Object.fromEntries(keys) : {});
  useEffect(() => {
    if (outcome === null) return;
    const first = place.current?.querySelector<HTMLElement>('input, textarea, [type="submit"]');
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
        {OUTCOME_KEYS.map((one, index) => (
          <Button
            key={one}
            aria-pressed={one === outcome}
            className={one === outcome ? 'desk-outcome-chosen' : ''}
            onClick={() => setOutcome(one)}
          >
            <kbd aria-hidden>{index + 1}</kbd> {label('outcome', one)}
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
