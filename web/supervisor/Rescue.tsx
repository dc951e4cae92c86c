import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BoardRescue } from '../../domain/board.ts';
import type { CaseLine } from '../../domain/case.ts';
import { EmptyState } from '../pieces/EmptyState.tsx';
import { formatDate } from '../pieces/format.ts';
import type { BoardFilter } from './boardFilter.ts';
import { Reassign } from './Reassign.tsx';
import { RescueTable } from './RescueTable.tsx';
import { Section } from './Section.tsx';
import { useLive } from './useBoard.ts';

/** Cases that will probably be late and can still be saved, the surest first; the hardly saveable apart. */
export function Rescue({ filter }: { filter: BoardFilter }) {
  const { t } = useTranslation('board');
  const query = useLive('rescue', BoardRescue, filter);
  const [moving, setMoving] = useState<CaseLine | null>(null);
  return (
    <Section id="rescue" title={t('rescue.title')} query={query} rows={8}>
      {(rescue) => (
        <>
          <p className="muted">
            {t('rescue.lead')} <Basis rescue={rescue} />
          </p>
          {rescue.measuredOn !== null && rescue.saveable.length > 0 && (
            <RescueTable lines={rescue.saveable} onMove={setMoving} />
          )}
          {rescue.saveable.length === 0 && <NothingToSave rescue={rescue} />}
          {rescue.lost.length > 0 && (
            <details className="board-lost">
              <summary>{t('rescue.lost', { count: rescue.lost.length })}</summary>
              <RescueTable lines={rescue.lost} onMove={setMoving} />
            </details>
          )}
          {moving !== null && <Reassign line={moving} onClose={() => setMoving(null)} />}
        </>
      )}
    </Section>
  );
}

/** What the list rests on, and of how many cases nothing can be said. */
function Basis({ rescue: { lookedAt, unknown, measuredOn } }: { rescue: BoardRescue }) {
  const { t } = useTranslation('board');
  if (measuredOn === null) return null;
  return (
    <>
      {t('rescue.basis', { lookedAt, date: formatDate(measuredOn) })}
      {unknown > 0 && ` ${t('rescue.unknown', { unknown, lookedAt })}`}
    </>
  );
}

/** An empty list because all is well, or because too little is known: these are two things. */
function NothingToSave({ rescue: { lookedAt, unknown, measuredOn } }: { rescue: BoardRescue }) {
  const { t } = useTranslation('board');
  const blind = measuredOn === null || (lookedAt > 0 && unknown === lookedAt);
  return blind ? (
    <EmptyState text={t('rescue.fewData')} hint={t('rescue.fewDataHint')} />
  ) : (
    <EmptyState text={t('rescue.empty')} hint={t('rescue.emptyHint')} />
  );
}
