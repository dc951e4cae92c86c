import { DownloadOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { allows } from '../../domain/permission.ts';
import { RecordQuery } from '../../domain/record/book.ts';
import { useAsked } from '../pieces/askedList.ts';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import { useDownload } from '../pieces/useDownload.ts';
import { useSession } from '../session.tsx';
import { isAtCentre } from '../records/tabs.ts';
import { Proposals } from './Proposals.tsx';
import { useMerges, useRecords } from './query.ts';
import { RecordTable } from './RecordTable.tsx';
import './recordBook.css';

const STATES = ['ACTIVE', 'UNNORMALISED', 'PROPOSED', 'UNTOLD', 'MERGED', 'ABANDONED'];

/** `/ly-lich`: the records of the unit, at the Centre its copies; the address holds the question. */
export default function Records() {
  const { t } = useTranslation(['recordBook', 'found']);
  const { account } = useSession();
  const fetchFile = useDownload();
  const { query, onChange: change } = useAsked(RecordQuery);
  const { data, error, isPending, refetch } = useRecords(query);
  const merges = useMerges(allows(account, 'record.approve') && isAtCentre(account));
  useEffect(() => {
    document.title = t('title');
  }, [t]);
  const csv = (): void => {
    fetchFile('/records.csv', query);
  };
  return (
    <div className="record-book">
      <div className="record-book-head">
        <h1>{t('title')}</h1>
        {allows(account, 'record.normalise') && (
          <Link to="/ly-lich/chuan-hoa">{t('normalise.title')}</Link>
        )}
        <Link to="/ly-lich/tim-thay">{t('found:list')}</Link>
        <Link to="/ly-lich/thong-bao">{t('notices.title')}</Link>
        <Link to="/ly-lich/doi-chieu">{t('comparison.title')}</Link>
      </div>
      <ProblemAlert error={merges.error} onRetry={() => void merges.refetch()} />
      <Proposals proposals={merges.data?.proposals ?? []} title="mergesWaiting" />
      <div className="record-book-filters">
        <Input.Search
          key={query['q']}
          allowClear
          defaultValue={query['q']}
          maxLength={120}
          aria-label={t('search')}
          placeholder={t('search')}
          onSearch={(text) => change({ q: text.trim() })}
        />
        <Select
          aria-label={t('state')}
          value={query['state'] ?? 'ACTIVE'}
          popupMatchSelectWidth={false}
          options={STATES.map((value) => ({ value, label: t(`state.${value}`) }))}
          onChange={(value: string) => change({ state: value === 'ACTIVE' ? undefined : value })}
        />
        {data !== undefined && (
          <span className="muted" aria-live="polite">
            {t('count', { total: data.total })}
          </span>
        )}
        <Button className="list-end" icon={<DownloadOutlined aria-hidden />} onClick={csv}>
          {t('export')}
        </Button>
      </div>
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      <RecordTable
        records={data?.records ?? []}
        total={data?.total ?? 0}
        query={query}
        loading={isPending}
        onChange={change}
      />
    </div>
  );
}
