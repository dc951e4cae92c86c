import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Table, type TableProps } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import {
  Dispatch,
  MOST_ITEMS,
  type WaitingItem,
  WaitingItems,
} from '../../domain/exchange/dispatch.ts';
import { get, send } from '../api.ts';
import { EmptyState } from '../pieces/EmptyState.tsx';
import { formatInstant } from '../pieces/format.ts';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import { useKeys } from '../pieces/useKeys.ts';
import { useSteadyKey } from '../steadyKey.ts';
import { DispatchPreview } from './DispatchPreview.tsx';

/** Sent transfers that no cover letter names yet; all are ticked until somebody leaves one out. */
export function NewDispatch() {
  const { t } = useTranslation('exchange');
  const { message } = App.useApp();
  const [isPreviewed, setPreviewed] = useState(false);
  const [left, setLeft] = useState<readonly string[]>([]);
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['dispatches', 'waiting'],
    queryFn: () => get('/exchange/dispatches/waiting', WaitingItems),
  });
  const make = useMake();
  const items = data?.items ?? [];
  const chosen = items.map(({ caseId }) => caseId).filter((caseId) => !left.includes(caseId));
  const preview = (): void => setPreviewed(chosen.length > 0);
  const issue = (): void => {
    if (chosen.length === 0 || make.isPending) return;
    make.mutate(chosen, {
      onSuccess({ number }) {
        setPreviewed(false);
        void message.success(t('dispatch.done', { number }));
      },
    });
  };
  useKeys({ n: preview });
  return (
    <section aria-labelledby="waiting-title">
      <h2 id="waiting-title">{t('dispatch.waiting')}</h2>
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      <Table<WaitingItem>
        size="small"
        rowKey="caseId"
        aria-label={t('dispatch.waiting')}
        columns={useColumns()}
        dataSource={items}
        loading={isPending}
        pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
        rowSelection={{
          selectedRowKeys: chosen,
          preserveSelectedRowKeys: true,
          onChange: (keys) =>
            setLeft(items.map(({ caseId }) => caseId).filter((caseId) => !keys.includes(caseId))),
        }}
        locale={{ emptyText: <EmptyState text={t('dispatch.nothing')} /> }}
      />
      {items.length > 0 && (
        <p>
          <Button type="primary" disabled={chosen.length === 0} onClick={preview}>
            {t('dispatch.make', { count: chosen.length })} <kbd className="on-button">n</kbd>
          </Button>
        </p>
      )}
      {isPreviewed && (
        <DispatchPreview
          items={items.filter(({ caseId }) => chosen.includes(caseId))}
          pending={make.isPending}
          error={make.error}
          onIssue={issue}
          onClose={() => {
            make.reset();
            setPreviewed(false);
          }}
        />
      )}
      {items.length === MOST_ITEMS && <p className="muted">{t('dispatch.most')}</p>}
    </section>
  );
}

function useMake() {
  const client = useQueryClient();
  const keyOf = useSteadyKey();
  return useMutation({
    mutationFn: (caseIds: readonly string[]) =>
      send('POST', '/exchange/dispatches', { caseIds }, Dispatch, {
        idempotencyKey: keyOf(caseIds),
      }),
    onSettled: () => client.invalidateQueries({ queryKey: ['dispatches'] }),
  });
}

function useColumns(): TableProps<WaitingItem>['columns'] {
  const { t } = useTranslation('exchange');
  return [
    {
      title: t('papers.number'),
      key: 'number',
      sorter: (a, b) => a.recordNumber.localeCompare(b.recordNumber),
      render: (_, { caseId, recordNumber, personName }) => (
        <>
          <Link to={`/trao-doi/${caseId}`} className="case-number">
            {recordNumber}
          </Link>
          <div className="only-narrow">{personName}</div>
        </>
      ),
    },
    { title: t('papers.person'), dataIndex: 'personName', responsive: ['md'] },
    {
      title: t('papers.kind'),
      key: 'kind',
      render: (_, { kind }) => t(`papers.kind.${kind}`),
    },
    { title: t('dispatch.document'), dataIndex: 'documentNumber', responsive: ['md'] },
    {
      title: t('dispatch.sent'),
      dataIndex: 'sentAt',
      responsive: ['sm'],
      sorter: (a, b) => a.sentAt.localeCompare(b.sentAt),
      render: formatInstant,
    },
  ];
}
