import { PlusOutlined } from '@ant-design/icons';
import { Button, Table } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { allows } from '../../../domain/permission.ts';
import type { CampaignLine } from '../../../domain/quality/campaign.ts';
import { EmptyState } from '../../pieces/EmptyState.tsx';
import { formatDate } from '../../pieces/format.ts';
import { ProblemAlert } from '../../pieces/ProblemAlert.tsx';
import { useUnitName } from '../../pieces/units.ts';
import { useSession } from '../../session.tsx';
import { QualityNav } from '../QualityNav.tsx';
import '../quality.css';
import { CampaignState } from './CampaignState.tsx';
import { NewCampaign } from './NewCampaign.tsx';
import { useCampaigns } from './query.ts';

/** `/chat-luong/dot`: campaigns of the department, at the Centre of all. */
export default function CampaignList() {
  const { t } = useTranslation('campaigns');
  const { account } = useSession();
  const unitName = useUnitName();
  const { data, error, isPending, refetch } = useCampaigns();
  const [making, setMaking] = useState(false);
  useEffect(() => {
    document.title = t('title');
  }, [t]);
  return (
    <div className="quality">
      <QualityNav />
      <div className="quality-head">
        <h1>{t('title')}</h1>
        {allows(account, 'campaign.run') && (
          <Button
            type="primary"
            className="list-end"
            icon={<PlusOutlined aria-hidden />}
            onClick={() => setMaking(true)}
          >
            {t('new')}
          </Button>
        )}
      </div>
      <p className="muted">{t('lead')}</p>
      {making && <NewCampaign onClose={() => setMaking(false)} />}
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      <Table<CampaignLine>
        size="small"
        rowKey="id"
        aria-label={t('title')}
        loading={isPending}
        dataSource={data?.campaigns ?? []}
        pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
        locale={{ emptyText: <EmptyState text={t('none')} hint={t('noneHint')} /> }}
        columns={[
          {
            title: t('name'),
            dataIndex: 'name',
            sorter: (a, b) => a.name.localeCompare(b.name, 'vi'),
            render: (name: string, { id, unit }) => (
              <>
                <Link to={`/chat-luong/dot/${id}`}>{name}</Link>
                <span className="cell-line muted">{unitName(unit)}</span>
              </>
            ),
          },
          {
            title: t('period'),
            key: 'period',
            responsive: ['sm'],
            sorter: (a, b) => (a.startsOn < b.startsOn ? -1 : 1),
            render: (_, { startsOn, endsOn }) => `${formatDate(startsOn)} – ${formatDate(endsOn)}`,
          },
          { title: t('madeBy'), dataIndex: 'madeBy', responsive: ['lg'] },
          {
            title: t('stateTitle'),
            dataIndex: 'state',
            filters: (['PREPARED', 'RUNNING', 'ENDED'] as const).map((value) => ({
              value,
              text: t(`state.${value}`),
            })),
            onFilter: (value, { state }) => state === value,
            render: (state: CampaignLine['state']) => <CampaignState state={state} />,
          },
        ]}
      />
    </div>
  );
}
