import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, Segmented, Table, type TableProps, Tag } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { type ArrivalLine, Arrivals, PaperRegistered } from '../../domain/exchange/arrival.ts';
import { get, send } from '../api.ts';
import { EmptyState } from '../pieces/EmptyState.tsx';
import { formatInstant } from '../pieces/format.ts';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import { useDownload } from '../pieces/useDownload.ts';
import './records.css';

const PAGE_SIZE = 50;
/** Which lines are shown, as the address has it. */
const WAITING = { all: undefined, waiting: 'true', matched: 'false' } as const;

/** `/trao-doi/ban-giay`: papers that came to the Centre by post, and those that wait for their electronic copy. */
export default function Papers() {
  const { t } = useTranslation('exchange');
  const fetchFile = useDownload();
  const [search, setSearch] = useSearchParams();
  const which =
    search.get('cho') === 'matched' || search.get('cho') === 'all' ? search.get('cho') : 'waiting';
  const q = search.get('q') ?? '';
  const page = Number(search.get('trang') ?? 1);
  const query = { waiting: WAITING[which as keyof typeof WAITING], ...(q !== '' && { q }) };
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['papers', query, page],
    queryFn: () => get('/exchange/papers', Arrivals, { ...query, page }),
  });
  useEffect(() => {
    document.title = t('papers.title');
  }, [t]);
  const show = (next: { cho?: string; q?: string; trang?: string }): void =>
    setSearch({ cho: String(which), q, ...next }, { replace: true });
  return (
    <div className="records">
      <p>
        <Link to="/trao-doi">← {t('papers.back')}</Link>
      </p>
      <div className="records-head">
        <h1>{t('papers.title')}</h1>
        <Button onClick={() => fetchFile('/exchange/papers.csv', asked(query))}>
          {t('papers.export')}
        </Button>
        <Link to="/trao-doi/ban-giay/moi">
          <Button type="primary" tabIndex={-1}>
            {t('papers.new')}
          </Button>
        </Link>
      </div>
      <p className="muted">{t('papers.lead')}</p>
      <Segmented
        value={String(which)}
        onChange={(cho) => show({ cho })}
        options={Object.keys(WAITING).map((value) => ({ value, label: t(`papers.${value}`) }))}
      />
      <Input.Search
        key={q}
        allowClear
        defaultValue={q}
        maxLength={60}
        aria-label={t('papers.search')}
        placeholder={t('papers.search')}
        onSearch={(text) => show({ q: text.trim() })}
        className="records-search"
      />
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      <Table<ArrivalLine>
        size="small"
        rowKey="id"
        aria-label={t('papers.title')}
        columns={useColumns()}
        dataSource={data?.arrivals ?? []}
        loading={isPending}
        pagination={{
          current: page,
          pageSize: PAGE_SIZE,
          total: data?.total ?? 0,
          hideOnSinglePage: true,
          showSizeChanger: false,
          onChange: (trang) => show({ trang: String(trang) }),
        }}
        locale={{ emptyText: <EmptyState text={t('papers.empty')} hint={t('papers.emptyHint')} /> }}
      />
    </div>
  );
}

function asked(query: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const told = Object.entries(query).filter((entry): entry is [string, string] =>
    Boolean(entry[1]),
  );
  return Object.fromEntries(told);
}

function useColumns(): TableProps<ArrivalLine>['columns'] {
  const { t } = useTranslation('exchange');
  return [
    {
      title: t('papers.number'),
      key: 'number',
      render: (_, { recordNumber, transferNumber, personName }) => (
        <>
          <span className="case-number">{recordNumber}</span>
          {transferNumber !== null && <div className="muted">{transferNumber}</div>}
          <div className="only-narrow">{personName}</div>
        </>
      ),
    },
    {
      title: t('papers.kind'),
      key: 'kind',
      responsive: ['md'],
      render: (_, { kind }) => t(`papers.kind.${kind}`),
    },
    { title: t('papers.person'), dataIndex: 'personName', responsive: ['md'] },
    { title: t('papers.postal'), dataIndex: 'postalNumber', responsive: ['lg'] },
    {
      title: t('papers.arrived'),
      dataIndex: 'arrivedAt',
      responsive: ['sm'],
      render: formatInstant,
    },
    { title: t('papers.by'), dataIndex: 'registeredBy', responsive: ['lg'] },
    {
      title: t('papers.transfer'),
      key: 'transfer',
      render: (_, line) => <Matched line={line} />,
    },
  ];
}

function Matched({ line: { id, caseId } }: { line: ArrivalLine }) {
  const { t } = useTranslation('exchange');
  const { message } = App.useApp();
  const client = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => send('POST', `/exchange/papers/${id}/match`, {}, PaperRegistered),
    onSuccess(matched) {
      if (matched.caseId === null) void message.info(t('papers.stillWaits'));
      void client.invalidateQueries({ queryKey: ['papers'] });
    },
  });
  if (caseId !== null) {
    return (
      <Link to={`/trao-doi/${caseId}`} className="case-number">
        {caseId}
      </Link>
    );
  }
  return (
    <>
      <Tag>{t('papers.waiting')}</Tag>
      <Button size="small" loading={isPending} onClick={() => mutate()}>
        {t('papers.match')}
      </Button>
      <ProblemAlert error={error} />
    </>
  );
}
