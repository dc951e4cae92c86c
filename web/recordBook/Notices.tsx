import { Select, Table } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { NoticeLine } from '../../domain/record/notice.ts';
import { EmptyState } from '../pieces/EmptyState.tsx';
import { formatInstant } from '../pieces/format.ts';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import { useUnitName } from '../pieces/units.ts';
import { useNotices } from './noticeQuery.ts';
import './recordBook.css';

/** `/ly-lich/thong-bao`: notices to the Centre, at the Centre the queue of all of them. */
export default function Notices() {
  const { t } = useTranslation('recordBook');
  const unitName = useUnitName();
  const [search, setSearch] = useSearchParams();
  const state = search.get('state') === 'ALL' ? 'ALL' : 'OPEN';
  const page = Number(search.get('page') ?? 1);
  const { data, error, isPending, refetch } = useNotices({ state, page });
  useEffect(() => {
    document.title = t('notices.title');
  }, [t]);
  return (
    <div className="record-book">
      <p>
        <Link to="/ly-lich">← {t('title')}</Link>
      </p>
      <div className="record-book-head">
        <h1>{t('notices.title')}</h1>
        <Select
          aria-label={t('state')}
          value={state}
          options={['OPEN', 'ALL'].map((value) => ({ value, label: t(`notices.${value}`) }))}
          onChange={(value: string) => setSearch({ state: value }, { replace: true })}
        />
      </div>
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      <Table<NoticeLine>
        size="small"
        rowKey="id"
        aria-label={t('notices.title')}
        loading={isPending}
        dataSource={data?.notices ?? []}
        locale={{ emptyText: <EmptyState text={t('notices.none')} hint={t('notices.noneHint')} /> }}
        pagination={{
          current: page,
          pageSize: 20,
          total: data?.total ?? 0,
          hideOnSinglePage: true,
          showSizeChanger: false,
          onChange: (next) => setSearch({ state, page: String(next) }, { replace: true }),
        }}
        columns={[
          {
            title: t('notices.sent'),
            key: 'sent',
            render: (_, { id, kind, sentAt, sentBy, unit }) => (
              <>
                <Link to={`/ly-lich/thong-bao/${id}`}>{t(`notices.${kind}`)}</Link>
                <span className="cell-line muted">
                  {formatInstant(sentAt)} · {sentBy} · {unitName(unit)}
                </span>
              </>
            ),
          },
          { title: t('notices.items'), dataIndex: 'items', align: 'end' },
          { title: t('notices.applied'), dataIndex: 'applied', align: 'end' },
          { title: t('notices.held'), dataIndex: 'held', align: 'end', responsive: ['sm'] },
        ]}
      />
    </div>
  );
}
