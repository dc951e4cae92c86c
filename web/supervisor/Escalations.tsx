import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Board } from '../../domain/desk.ts';
import { EmptyState } from '../pieces/EmptyState.tsx';
import { formatInstant } from '../pieces/format.ts';
import { caseLink } from './worklistLink.ts';

const SHOWN_AT_FIRST = 8;

/** Rungs that clocks have reached, newest first; each fired once. */
export function Escalations({ escalations }: { escalations: Board['escalations'] }) {
  const { t } = useTranslation('supervisor');
  const [all, setAll] = useState(false);
  const shown = all ? escalations : escalations.slice(0, SHOWN_AT_FIRST);
  return (
    <section aria-labelledby="escalations-title">
      <h2 id="escalations-title">{t('escalations.title')}</h2>
      {escalations.length === 0 && <EmptyState text={t('escalations.empty')} />}
      <ul className="board-escalations">
        {shown.map(({ caseId, clock, rung, dueAt, at }) => (
          <li key={`${caseId} ${clock} ${rung} ${dueAt}`} data-rung={rung}>
            <Link to={caseLink(caseId)} className="case-number">
              {caseId}
            </Link>
            : {nameOf(clock, t)} <strong>{t(`escalations.rung.${rung}`, rung)}</strong>
            <div className="muted">
              {formatInstant(at)} · {t('escalations.due', { at: formatInstant(dueAt) })}
            </div>
          </li>
        ))}
      </ul>
      {!all && escalations.length > SHOWN_AT_FIRST && (
        <Button size="small" onClick={() => setAll(true)}>
          {t('escalations.more', { count: escalations.length })}
        </Button>
      )}
    </section>
  );
}

/** The clock in words; a verification's clock carries the request's id after a colon. */
function nameOf(clock: string, t: (key: string, otherwise: string) => string): string {
  const [kind = clock] = clock.split(':');
  return t(`escalations.clock.${kind}`, kind);
}
