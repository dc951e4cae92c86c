import { Segmented, Table } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { COPY_STATES, type CopyState } from '../../domain/record/book.ts';
import type { ComparedRecord } from '../../domain/record/comparison.ts';
import { EmptyState } from '../pieces/EmptyState.tsx';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import { Differences } from './Differences.tsx';
import { useComparison } from './noticeQuery.ts';
import './recordBook.css';

/** `/ly-lich/doi-chieu`: the province's records against the Centre's copies, by digest. */
export default function Compare() {
  const { t } = useTranslation('recordBook');
  const [search, setSearch] = useSearchParams();
  const state = COPY_STATES.find((one) => one === search.get('state')) ?? 'DIFFERING';
  const page = Number(search.get('page') ?? 1);
  const { data, error, isPending, refetch } = useComparison({ state, page });
  useEffect(() => {
    document.title = t('comparison.title');
  }, [t]);
  const counts = data?.counts;
  return (
    <div className="record-book">
      <p>
        <Link to="/ly-lich">← {t('title')}</Link>
      </p>
      <h1>{t('comparison.title')}</h1>
      <p className="muted">{t('comparison.lead')}</p>
      <Segmented<CopyState>
        aria-label={t('comparison.title')}
        value={state}
        options={COPY_STATES.map((value) => {
          return { value, label: `${t(`copy.${value}`)}: ${counts?.[value] ?? '–'}` };
        })}
        onChange={(value) => setSearch({ state: value }, { replace: true })}
      />
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      <Table<ComparedRecord>
        size="small"
        rowKey="number"
        aria-label={t('comparison.title')}
        loading={isPending}
        dataSource={data?.records ?? []}
        locale={{
          emptyText: (
            <EmptyState
              text={t('comparison.none')}
              {...(state === 'DIFFERING' && { hint: t('comparison.noneDiffering') })}
            />
          ),
        }}
        pagination={{
          current: page,
          pageSize: 20,
          total: counts?.[state] ?? 0,
          hideOnSinglePage: true,
          showSizeChanger: false,
          onChange: (next) => setSearch({ state, page: String(next) }, { replace: true }),
        }}
        columns={[
          {
            title: t('number'),
            key: 'number',
            render: (_, { number }) => (
              <Link className="case-number" to={`/ly-lich/${number}`}>
                {number}
              </Link>
            ),
          },
          {
            title: t('comparison.differences'),
            key: 'differences',
            render: (_, { differences }) =>
              differences.length === 0 ? '–' : <Differences differences={differences} />,
          },
          {
            title: t('comparison.digests'),
            key: 'digests',
            responsive: ['md'],
            render: (_, { province, centre }) => (
              <span className="muted">
                {province.slice(0, 12)} / {centre?.slice(0, 12) ?? '–'}
              </span>
            ),
          },
        ]}
      />
    </div>
  );
}
