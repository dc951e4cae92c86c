import { DownloadOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Input, Table, type TableProps } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import {
  type Dispatch,
  Dispatches as Found,
  DispatchQuery,
} from '../../domain/exchange/dispatch.ts';
import { get } from '../api.ts';
import { pagesOf, useAsked } from '../pieces/askedList.ts';
import { EmptyState } from '../pieces/EmptyState.tsx';
import { formatInstant } from '../pieces/format.ts';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import { useDownload } from '../pieces/useDownload.ts';
import { DispatchLink } from './DispatchLink.tsx';
import { NewDispatch } from './NewDispatch.tsx';
import './records.css';

/** `/trao-doi/cong-van`: sent transfers without a cover letter, and the letters that were made. */
export default function Dispatches() {
  const { t } = useTranslation('exchange');
  const fetchFile = useDownload();
  const asked = useAsked(DispatchQuery);
  const { query, onChange } = asked;
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['dispatches', 'list', query],
    queryFn: () => get('/exchange/dispatches', Found, query),
  });
  useEffect(() => {
    document.title = t('dispatch.title');
  }, [t]);
  const csv = (): void => {
    fetchFile('/exchange/dispatches.csv', query);
  };
  return (
    <div className="records">
      <p>
        <Link to="/trao-doi">← {t('papers.back')}</Link>
      </p>
      <h1>{t('dispatch.title')}</h1>
      <p className="muted">{t('dispatch.lead')}</p>
      <NewDispatch />
      <h2>{t('dispatch.list')}</h2>
      <div className="records-head">
        <Input.Search
          key={query['q']}
          allowClear
          defaultValue={query['q']}
          maxLength={120}
          aria-label={t('dispatch.search')}
          placeholder={t('dispatch.search')}
          onSearch={(text) => onChange({ q: text.trim() })}
          className="records-search"
        />
        <Button icon={<DownloadOutlined aria-hidden />} onClick={csv}>
          {t('papers.export')}
        </Button>
      </div>
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      <Table<Dispatch>
        size="small"
        rowKey="id"
        aria-label={t('dispatch.list')}
        columns={useColumns()}
        dataSource={data?.dispatches ?? []}
        loading={isPending}
        {...pagesOf(asked, data?.total ?? 0, [])}
        locale={{
          emptyText: <EmptyState text={t('dispatch.none')} hint={t('dispatch.noneHint')} />,
        }}
      />
    </div>
  );
}

function useColumns(): TableProps<Dispatch>['columns'] {
  const { t } = useTranslation('exchange');
  return [
    {
      title: t('dispatch.number'),
      key: 'number',
      render: (_, { id, number }) => <DispatchLink id={id} number={number} />,
    },
    { title: t('papers.kind.RECORD'), dataIndex: 'records', align: 'right' },
    { title: t('papers.kind.SLIP'), dataIndex: 'slips', align: 'right' },
    {
      title: t('dispatch.made'),
      key: 'made',
      responsive: ['sm'],
      render: (_, { madeAt, madeBy }) => `${formatInstant(madeAt)} · ${madeBy}`,
    },
  ];
}
