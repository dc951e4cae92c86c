import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Table, type TableProps, Tabs } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type * as z from 'zod';
import { type CaseLine, Worklist } from '../../domain/case.ts';
import { allows } from '../../domain/permission.ts';
import { get } from '../api.ts';
import { EmptyState } from '../pieces/EmptyState.tsx';
import { formatInstantDate } from '../pieces/format.ts';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import { StepTag } from '../pieces/StepTag.tsx';
import { useUnitName } from '../pieces/units.ts';
import { useSession } from '../session.tsx';
import { NewCodeRequest } from './NewCodeRequest.tsx';
import './catalogue.css';

const QUEUES = { open: 'all', closed: 'closed' } as const;

/** `/danh-muc/de-nghi`: requests for a code, of the own department or, at the Centre, of all. */
export default function CodeRequests() {
  const { t } = useTranslation('catalogue');
  const { account } = useSession();
  const [asking, setAsking] = useState(false);
  useEffect(() => {
    document.title = t('requests');
  }, [t]);
  return (
    <div className="catalogue">
      <p>
        <Link to="/danh-muc">← {t('back')}</Link>
      </p>
      <div className="catalogue-head">
        <h1>{t('requests')}</h1>
        {allows(account, 'code.request') && (
          <Button type="primary" onClick={() => setAsking(true)}>
            {t('requests.new')}
          </Button>
        )}
      </div>
      <p className="muted">{t('requests.lead')}</p>
      {asking && <NewCodeRequest onClose={() => setAsking(false)} />}
      <Tabs
        destroyOnHidden
        items={(['open', 'closed'] as const).map((key) => ({
          key,
          label: t(`requests.${key}`),
          children: <RequestTable queue={QUEUES[key]} />,
        }))}
      />
    </div>
  );
}

function RequestTable({ queue }: { queue: (typeof QUEUES)[keyof typeof QUEUES] }) {
  const { t } = useTranslation('catalogue');
  const filter = { kind: 'CODE_REQUEST', queue };
  const query = useInfiniteQuery({
    queryKey: ['worklist', filter],
    queryFn: ({ pageParam }) => get('/worklist', Worklist, { ...filter, after: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }: z.infer<typeof Worklist>) => next,
  });
  return (
    <>
      <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />
      <Table<CaseLine>
        size="small"
        rowKey="caseId"
        aria-label={t('requests')}
        columns={useColumns()}
        dataSource={query.data?.pages.flatMap(({ cases }) => cases) ?? []}
        loading={query.isPending}
        pagination={false}
        locale={{
          emptyText: <EmptyState text={t('requests.empty')} hint={t('requests.emptyHint')} />,
        }}
      />
      {query.hasNextPage && (
        <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('requests.more')}
        </Button>
      )}
    </>
  );
}

function useColumns(): TableProps<CaseLine>['columns'] {
  const { t } = useTranslation('catalogue');
  const unitName = useUnitName();
  return [
    {
      title: t('request.case'),
      key: 'case',
      render: (_, { caseId, subjectName }) => (
        <>
          <Link to={`/danh-muc/de-nghi/${caseId}`} className="case-number">
            {caseId}
          </Link>
          <div className="only-narrow">{subjectName}</div>
        </>
      ),
    },
    { title: t('request.offence'), dataIndex: 'subjectName', responsive: ['md'] },
    { title: t('request.unit'), dataIndex: 'unit', render: unitName, responsive: ['md'] },
    {
      title: t('request.step'),
      key: 'step',
      render: (_, { kind, step }) => <StepTag kind={kind} step={step} />,
    },
    {
      title: t('request.opened'),
      dataIndex: 'openedAt',
      responsive: ['sm'],
      render: formatInstantDate,
    },
  ];
}
