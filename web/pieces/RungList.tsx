import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { BoardEscalations } from '../../domain/board.ts';
import { useLabel } from '../words/index.ts';
import { caseLink } from './caseLink.ts';
import { formatInstant } from './format.ts';
import './rungs.css';

interface RungListProps {
  rungs: readonly (BoardEscalations['escalations'][number] & { mine?: boolean })[];
  shownAtFirst: number;
}

/** Rungs that clocks have reached: the case, the clock, the rung in words, when, and what was due. */
export function RungList({ rungs, shownAtFirst }: RungListProps) {
  const { t } = useTranslation('shared');
  const label = useLabel();
  const [all, setAll] = useState(false);
  const shown = all ? rungs : rungs.slice(0, shownAtFirst);
  return (
    <>
      <ul className="rungs" aria-live="polite" aria-relevant="additions">
        {shown.map(({ caseId, clock, rung, dueAt, at, mine }) => (
          <li
            key={`${caseId} ${clock} ${rung} ${dueAt}`}
            data-rung={rung}
            data-escalation={`${caseId} ${clock}`}
          >
            <Link to={caseLink(caseId)} className="case-number">
              {caseId}
            </Link>
            : {label('clockName', kindOf(clock))} – <strong>{label('rung', rung)}</strong>
            {mine === true && ` (${t('rungMine')})`}
            <div className="muted">
              {formatInstant(at)} · {t('rungDue', { at: formatInstant(dueAt) })}
            </div>
          </li>
        ))}
      </ul>
      {!all && rungs.length > shownAtFirst && (
        <Button size="small" onClick={() => setAll(true)}>
          {t('allRungs', { count: rungs.length })}
        </Button>
      )}
    </>
  );
}

/** A verification's clock carries the request's id after a colon. */
function kindOf(clock: string): string {
  return clock.split(':')[0] ?? clock;
}
