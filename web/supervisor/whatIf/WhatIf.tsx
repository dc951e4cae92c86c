import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Table } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import * as z from 'zod';
import { LawRun } from '../../../domain/law/run.ts';
import { RunProgress } from '../../admin/rehearsal/RunProgress.tsx';
import { useRun } from '../../admin/rehearsal/query.ts';
import { get } from '../../api.ts';
import { EmptyState } from '../../pieces/EmptyState.tsx';
import { formatDate, formatInstant } from '../../pieces/format.ts';
import { Loading } from '../../pieces/Loading.tsx';
import { ProblemAlert } from '../../pieces/ProblemAlert.tsx';
import { WhatIfForm } from './WhatIfForm.tsx';
import { WhatIfResult } from './WhatIfResult.tsx';
import '../../admin/rehearsal/rehearsal.css';

const REFRESH_MS = 2_000;

/** A change of the law tried on history: what was late and what would have been. */
export default function WhatIf() {
  const { t } = useTranslation('rehearsal');
  const [search, setSearch] = useSearchParams();
  const client = useQueryClient();
  const chosen = search.get('lan');
  useEffect(() => {
    document.title = t('whatIf.title');
  }, [t]);
  const show = (id: string): void => {
    setSearch({ lan: id });
    void client.invalidateQueries({ queryKey: ['what-if'] });
  };
  return (
    <div className="rehearsal">
      <h1>{t('whatIf.title')}</h1>
      <p className="muted">{t('whatIf.lead')}</p>
      <WhatIfForm onBegun={({ id }) => show(id)} />
      {chosen !== null && <Chosen id={chosen} />}
      <Earlier onChoose={show} />
    </div>
  );
}

function Chosen({ id }: { id: string }) {
  const { t } = useTranslation('rehearsal');
  const { data, error, refetch } = useRun(id);
  if (data === undefined) {
    return error === null ? (
      <Loading rows={4} />
    ) : (
      <ProblemAlert error={error} onRetry={() => void refetch()} />
    );
  }
  const { periodFrom, periodTo } = data;
  return (
    <section aria-labelledby="trial-title">
      <h2 id="trial-title">{data.title}</h2>
      {periodFrom !== null && periodTo !== null && (
        <p className="muted">
          {t('whatIf.period', { from: formatDate(periodFrom), to: formatDate(periodTo) })}
        </p>
      )}
      <RunProgress run={data} />
      {data.figures?.of === 'WHAT_IF' && <WhatIfResult run={data} figures={data.figures} />}
    </section>
  );
}

function Earlier({ onChoose }: { onChoose: (id: string) => void }) {
  const { t } = useTranslation('rehearsal');
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['what-if'],
    queryFn: () => get('/what-if', z.object({ runs: z.array(LawRun) })),
    refetchInterval: ({ state }) =>
      state.data?.runs.some((run) => run.state === 'RUNNING') === true ? REFRESH_MS : false,
  });
  return (
    <section aria-labelledby="trials-title">
      <h2 id="trials-title">{t('whatIf.earlier')}</h2>
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      <Table<LawRun>
        size="small"
        rowKey="id"
        loading={isPending}
        dataSource={data?.runs ?? []}
        pagination={{ pageSize: 10, hideOnSinglePage: true, showSizeChanger: false }}
        locale={{ emptyText: <EmptyState text={t('whatIf.empty')} hint={t('whatIf.emptyHint')} /> }}
        columns={[
          {
            title: t('whatIf.name'),
            key: 'title',
            render: (_, { id, title }) => (
              <a
                href={`?lan=${id}`}
                onClick={(event) => {
                  event.preventDefault();
                  onChoose(id);
                }}
              >
                {title}
              </a>
            ),
          },
          { title: t('draft.state'), key: 'state', render: (_, { state }) => t(`run.${state}`) },
          { title: t('draft.by'), dataIndex: 'askedByName', responsive: ['md'] },
          { title: t('draft.at'), dataIndex: 'askedAt', render: formatInstant, responsive: ['sm'] },
        ]}
      />
    </section>
  );
}
