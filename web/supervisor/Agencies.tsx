import { Table, type TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Board } from '../../domain/desk.ts';
import { TURNAROUND_STANDARD, useShareText } from '../liaison/turnaround.ts';
import { EmptyState } from '../pieces/EmptyState.tsx';
import { MeetsStandard } from './MeetsStandard.tsx';

type Agency = Board['agencies'][number];

/** Lowest share in time first; agencies without answers stand last. */
function bySlowness(a: Agency, b: Agency): number {
  return (a.withinTerm ?? 2) - (b.withinTerm ?? 2);
}

/** The league of police and courts: how many answers came within the term, against the standard. */
export function Agencies({ agencies }: { agencies: Board['agencies'] }) {
  const { t } = useTranslation('supervisor');
  const shareText = useShareText();
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
      render: (_, { withinTerm }) => <MeetsStandard share={withinTerm} />,
    },
  ];
  return (
    <section aria-labelledby="agencies-title">
      <h2 id="agencies-title">{t('agencies.title')}</h2>
      <p className="muted">{t('agencies.lead', { share: shareText(TURNAROUND_STANDARD) })}</p>
      <Table
        size="small"
        rowKey="unit"
        columns={columns}
        dataSource={agencies}
        pagination={agencies.length > 12 ? { pageSize: 12, showSizeChanger: false } : false}
        locale={{ emptyText: <EmptyState text={t('agencies.empty')} /> }}
      />
    </section>
  );
}
