import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CampaignPage, CampaignProgress } from '../../../domain/quality/campaign.ts';
import { EmptyState } from '../../pieces/EmptyState.tsx';
import { useUnitName } from '../../pieces/units.ts';

const COUNTS = ['open', 'asked', 'answered', 'nothing', 'mended', 'setAside'] as const;

/** How far a campaign is at each source; what it would take, while it is prepared. */
export function ProgressTable({ page: { campaign, progress } }: { page: CampaignPage }) {
  const { t } = useTranslation(['campaigns', 'quality']);
  const unitName = useUnitName();
  const counts = campaign.state === 'PREPARED' ? [] : COUNTS;
  return (
    <Table<CampaignProgress>
      size="small"
      rowKey={({ source, unit }) => `${source} ${unit ?? ''}`}
      aria-label={t(`progress.${campaign.state}`)}
      dataSource={[...progress]}
      pagination={false}
      locale={{ emptyText: <EmptyState text={t('nothingToMend')} hint={t('nothingHint')} /> }}
      columns={[
        {
          title: t('source'),
          key: 'source',
          render: (_, { source, unit, ...line }) => (
            <>
              {t(`quality:source.${source}`)}
              <span className="cell-line muted">
                {unit === null ? t('byDepartment') : unitName(unit)}
              </span>
              {counts.map((name) => (
                <span key={name} className="only-narrow">
                  {t(`count.${name}`)}: {line[name]}
                </span>
              ))}
            </>
          ),
        },
        { title: t('count.all'), dataIndex: 'all', align: 'end' },
        ...counts.map((name) => ({
          title: t(`count.${name}`),
          dataIndex: name,
          align: 'end' as const,
          responsive: ['md' as const],
        })),
      ]}
    />
  );
}
