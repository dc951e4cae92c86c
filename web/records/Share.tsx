import { CheckCircleOutlined, WarningFilled } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Select, Table, type TableProps } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { dateOf } from '../../domain/instant.ts';
import { useBusinessNow } from '../facts.ts';
import {
  ExchangeShare,
  type ShareLine,
  shareOf,
  type ShareTarget,
} from '../../domain/exchange/share.ts';
import { get } from '../api.ts';
import { useDownload } from '../pieces/useDownload.ts';
import { EmptyState } from '../pieces/EmptyState.tsx';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import { UnverifiedMark } from '../pieces/UnverifiedMark.tsx';
import { useLanguage } from '../words/index.ts';
import './records.css';

/** The first year with a target. */
const FIRST_YEAR = 2013;

/** `/trao-doi/bao-cao`: how much of the exchange was electronic, by province and quarter, against the strategy. */
export default function Share() {
  const { t } = useTranslation('exchange');
  const [search, setSearch] = useSearchParams();
  const year = search.get('nam') ?? undefined;
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['share', year],
    queryFn: () => get('/exchange/share', ExchangeShare, { year }),
  });
  const columns = useColumns(data?.target ?? null);
  useEffect(() => {
    document.title = t('share.title');
  }, [t]);
  const fetchFile = useDownload();
  const query = year === undefined ? '' : `?year=${year}`;
  return (
    <div className="records">
      <p>
        <Link to="/trao-doi">← {t('papers.back')}</Link>
      </p>
      <div className="records-head">
        <h1>{t('share.title')}</h1>
        <YearSelect shown={data?.year} onChange={(nam) => setSearch({ nam })} />
        <Button onClick={() => fetchFile(`/exchange/share.csv${query}`)}>
          {t('papers.export')}
        </Button>
      </div>
      <p className="muted">{t('share.lead')}</p>
      {data?.target && <TargetLine target={data.target} />}
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      <Table<ShareLine>
        size="small"
        rowKey={({ unit, quarter }) => `${unit}/${quarter}`}
        aria-label={t('share.title')}
        columns={columns}
        dataSource={data?.lines ?? []}
        loading={isPending}
        pagination={{ pageSize: 100, hideOnSinglePage: true, showSizeChanger: false }}
        locale={{ emptyText: <EmptyState text={t('share.empty')} /> }}
      />
    </div>
  );
}

interface YearSelectProps {
  shown: number | undefined;
  onChange: (year: string) => void;
}

function YearSelect({ shown, onChange }: YearSelectProps) {
  const { t } = useTranslation('exchange');
  const thisYear = Number(dateOf(useBusinessNow(60_000)).slice(0, 4));
  if (shown === undefined) return null;
  const last = Math.max(shown, thisYear);
  const years = Array.from({ length: last - FIRST_YEAR + 1 }, (_, index) => last - index);
  return (
    <Select
      aria-label={t('share.year')}
      value={String(shown)}
      onChange={onChange}
      options={years.map((year) => ({ value: String(year), label: String(year) }))}
    />
  );
}

function TargetLine({ target }: { target: ShareTarget }) {
  const { t } = useTranslation('exchange');
  const percent = usePercent();
  const { atLeast, upTo, year, citation, verified } = target;
  const wanted = upTo === null ? percent(atLeast) : `${percent(atLeast)} – ${percent(upTo)}`;
  return (
    <p>
      {t('share.target', { wanted, year })} <span className="muted">({citation})</span>{' '}
      <UnverifiedMark verified={verified} />
    </p>
  );
}

function usePercent(): (share: number) => string {
  const { language } = useLanguage();
  const format = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
  return (share) => format.format(share);
}

function useColumns(target: ShareTarget | null): TableProps<ShareLine>['columns'] {
  const { t } = useTranslation('exchange');
  const percent = usePercent();
  return [
    {
      title: t('share.unit'),
      dataIndex: 'unitName',
      sorter: (a, b) => a.unitName.localeCompare(b.unitName, 'vi'),
    },
    {
      title: t('share.quarter'),
      dataIndex: 'quarter',
      filters: [1, 2, 3, 4].map((value) => ({ value, text: String(value) })),
      onFilter: (value, { quarter }) => quarter === value,
    },
    { title: t('share.electronic'), dataIndex: 'electronic', align: 'end', responsive: ['sm'] },
    { title: t('share.all'), dataIndex: 'all', align: 'end', responsive: ['sm'] },
    {
      title: t('share.share'),
      key: 'share',
      align: 'end',
      sorter: (a, b) => (shareOf(a) ?? 0) - (shareOf(b) ?? 0),
      render: (_, line) => {
        const share = shareOf(line);
        if (share === null) return '–';
        if (target === null) return percent(share);
        const met = share >= target.atLeast;
        return (
          <span>
            {percent(share)}{' '}
            {met ? <CheckCircleOutlined aria-hidden /> : <WarningFilled aria-hidden />}{' '}
            {t(met ? 'share.met' : 'share.missed')}
          </span>
        );
      },
    },
  ];
}
