import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { ActName } from '../../../domain/acts.ts';
import type { CaseDetail } from '../../../domain/case.ts';
import { useLabel } from '../../words/index.ts';
import { formatInstant } from '../format.ts';
import { ProblemAlert } from '../ProblemAlert.tsx';
import { useWhoActed } from '../useWhoActed.ts';
import type { Stale } from './useAct.ts';
import { useCaseEvents } from '../useCaseEvents.ts';

interface StaleNoticeProps {
  act: ActName;
  detail: CaseDetail;
  stale: Stale | null;
  /** Sends what stands in the form once more. */
  onAgain: () => void;
  /** What the changes come to, where the form can say it. */
  children?: ReactNode;
}

/**
 * That the case was changed while a form was open, by whom and how; the form stays as it was typed.
 * Sending it on what stands now is a press of its own, offered once the changes are shown.
 */
export function StaleNotice({ stale, ...rest }: StaleNoticeProps) {
  return stale === null ? null : <Shown stale={stale} {...rest} />;
}

function Shown({ act, detail, stale, onAgain, children }: StaleNoticeProps & { stale: Stale }) {
  const { t } = useTranslation();
  const label = useLabel();
  const whoActed = useWhoActed();
  const { caseId, rev } = detail.line;
  const { data, error, refetch } = useCaseEvents(caseId);
  const changes = (data?.events ?? []).filter((event) => event.rev > stale.since);
  const isShown = rev > stale.since && changes.some((event) => event.rev >= rev);
  const offered = detail.acts.find((one) => one.act === act);
  const isPossible = offered?.refusal === null;
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      className="act-stale"
      title={t('stale.title')}
      description={
        <>
          <ul>
            {changes.map((event) => (
              <li key={event.rev}>
                {label('act', event.act)} · {whoActed(event)} · {formatInstant(event.at)}
              </li>
            ))}
          </ul>
          {children}
          <ProblemAlert error={error} onRetry={() => void refetch()} />
          {isShown && isPossible && <p>{t('stale.lookThenSend')}</p>}
          {isShown && !isPossible && (
            <p>{t('stale.notPossible', { reason: offered?.reason ?? t('noActs') })}</p>
          )}
          {error === null && (!isShown || isPossible) && (
            <Button
              loading={!isShown}
              onClick={() => {
                // What is sent next must stand on the revision accepted here.
                flushSync(stale.accept);
                onAgain();
              }}
            >
              {t('stale.again')}
            </Button>
          )}
        </>
      }
    />
  );
}
