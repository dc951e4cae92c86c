import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { BoardEscalations } from '../../domain/board.ts';
import { EmptyState } from '../pieces/EmptyState.tsx';
import { formatInstant } from '../pieces/format.ts';
import type { BoardFilter } from './boardFilter.ts';
import { Section } from './Section.tsx';
import { useLive } from './useBoard.ts';
import { caseLink } from './worklistLink.ts';

const SHOWN_AT_FIRST = 8;

/** Rungs that clocks have reached, newest first; each fired once. */
export function Escalations({ filter }: { filter: BoardFilter }) {
  const { t } = useTranslation('supervisor');
  const query = useLive('escalations', BoardEscalations, filter);
  return (
    <Section id="escalations" title={t('escalations.title')} query={query}>
      {({ escalations }) => <Rungs escalations={escalations} />}
    </Section>
  );
}

function Rungs({ escalations }: BoardEscalations) {
  const { t } = useTranslation('supervisor');
  const [all, setAll] = useState(false);
  const shown = all ? escalations : escalations.slice(0, SHOWN_AT_FIRST);
  if (escalations.length === 0) return <EmptyState text={t('escalations.empty')} />;
  return (
    <>
      <ul className="board-escalations" aria-live="polite" aria-relevant="additions">
        {shown.map(({ caseId, clock, rung, dueAt, at }) => (
          <li
            key={`${caseId} ${clock} ${rung} ${dueAt}`}
            data-rung={rung}
            data-escalation={`${caseId} ${clock}`}
          >
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
    </>
  );
}

/** The clock in words; a verification's clock carries the request's id after a colon. */
function nameOf(clock: string, t: (key: string, otherwise: string) => string): string {
  const [kind = clock] = clock.split(':');
  return t(`escalations.clock.${kind}`, kind);
}
