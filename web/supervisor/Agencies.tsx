import { Table, type TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { BoardAgencies } from '../../domain/board.ts';
import { TURNAROUND_STANDARD, useShareText } from '../liaison/turnaround.ts';
import { EmptyState } from '../pieces/EmptyState.tsx';
import type { BoardFilter } from './boardFilter.ts';
import { Section } from './Section.tsx';
import { usePast } from './useBoard.ts';

type Agency = BoardAgencies['agencies'][number];

/** Lowest share in time first; agencies without answers stand last. */
function bySlowness(a: Agency, b: Agency): number {
  return (a.withinTerm ?? 2) - (b.withinTerm ?? 2);
}

/** The league of police and courts: how many answers came within the term, against the standard. */
export function Agencies({ filter }: { filter: BoardFilter }) {
  const { t } = useTranslation('supervisor');
  const shareText = useShareText();
  const query = usePast('agencies', BoardAgencies, filter);
  const number = (name: 'open' | 'overdue' | 'answered') => ({
    title: t(`agencies.${name}`),
    dataIndex: name,
    align: 'right' as const,
    sorter: (a: Agency, b: Agency) => a[name] - b[name],
  });
  const columns: TableProps<Agency>['columns'] = [
    { title: t('agencies.agency'), dataIndex: 'unitName' },
    { ...number('open'), responsive: ['sm'] },
    number('overdue'),
    { ...number('answered'), responsive: ['sm'] },
    {
      title: t('agencies.withinTerm'),
      key: 'withinTerm',
      sorter: bySlowness,
      defaultSortOrder: 'ascend',
      render: (_, { withinTerm }) => <InTime share={withinTerm} />,
    },
  ];
  return (
    <Section id="agencies" title={t('agencies.title')} query={query}>
      {({ agencies }) => (
        <>
          <p className="muted">{t('agencies.lead', { share: shareText(TURNAROUND_STANDARD) })}</p>
          <Table
            size="small"
            rowKey="unit"
            columns={columns}
            dataSource={agencies}
            pagination={agencies.length > 12 ? { pageSize: 12, showSizeChanger: false } : false}
            locale={{ emptyText: <EmptyState text={t('agencies.empty')} /> }}
          />
        </>
      )}
    </Section>
  );
}

function InTime({ share }: { share: number | null }) {
  const { t } = useTranslation('supervisor');
  const shareText = useShareText();
  if (share === null) return <span className="muted">{t('agencies.none')}</span>;
  const meets = share >= TURNAROUND_STANDARD;
  return (
    <span className="board-share">
      <span className="board-share-bar" aria-hidden>
        <span style={{ width: `${share * 100}%` }} data-below={!meets} />
      </span>
      {shareText(share)} <span aria-hidden>{meets ? '✓' : '▼'}</span>{' '}
      {t(meets ? 'agencies.meets' : 'agencies.below')}
    </span>
  );
}
