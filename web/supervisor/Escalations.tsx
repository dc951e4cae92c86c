import { useTranslation } from 'react-i18next';
import { BoardEscalations } from '../../domain/board.ts';
import { EmptyState } from '../pieces/EmptyState.tsx';
import { RungList } from '../pieces/RungList.tsx';
import type { BoardFilter } from './boardFilter.ts';
import { Section } from './Section.tsx';
import { useLive } from './useBoard.ts';

const SHOWN_AT_FIRST = 8;

/** Rungs that clocks have reached, newest first; each fired once. */
export function Escalations({ filter }: { filter: BoardFilter }) {
  const { t } = useTranslation('supervisor');
  const query = useLive('escalations', BoardEscalations, filter);
  return (
    <Section id="escalations" title={t('escalations.title')} query={query}>
      {({ escalations }) =>
        escalations.length === 0 ? (
          <EmptyState text={t('escalations.empty')} hint={t('escalations.emptyHint')} />
        ) : (
          <RungList rungs={escalations} shownAtFirst={SHOWN_AT_FIRST} />
        )
      }
    </Section>
  );
}
