import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { allows } from '../../domain/permission.ts';
import { CalendarDate } from '../../domain/text.ts';
import { DateInput } from '../pieces/DateInput.tsx';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import { useDownload } from '../pieces/useDownload.ts';
import { useSession } from '../session.tsx';
import { EVERYTHING, type Filter, questionOf, useReadings } from './query.ts';
import { ReadingTable } from './ReadingTable.tsx';
import '../supervisor/sections.css';
import './readings.css';

/** Readings of what lies under a path of the API, with days, one reader if wanted, and the same as a file. */
export function ReadingList({ path, byAccount = false }: { path: string; byAccount?: boolean }) {
  const { t } = useTranslation('readings');
  const { t: shared } = useTranslation();
  const fetchFile = useDownload();
  const [filter, setFilter] = useState(EVERYTHING);
  const list = useReadings(path, filter);
  const { account } = useSession();
  const change = (next: Partial<Filter>): void => setFilter({ ...filter, ...next });
  const { reader } = filter;
  return (
    <>
      {!allows(account, 'conviction.read') && <p className="muted">{t('ordinary')}</p>}
      <div className="list-head">
        <Day label={t('from')} onChange={(from) => change({ from })} />
        <Day label={t('to')} onChange={(to) => change({ to })} />
        {reader !== null && (
          <Tag
            closable={{ 'aria-label': shared('close') }}
            onClose={() => change({ reader: null })}
          >
            {t('onlyBy', { name: reader.name })}
          </Tag>
        )}
        <Button
          className="list-end"
          onClick={() => fetchFile(`${path}/readings.csv`, questionOf(filter))}
        >
          {t('export')}
        </Button>
      </div>
      <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
      {list.error === null && (
        <ReadingTable
          lines={list.data?.pages.flatMap(({ readings }) => readings) ?? []}
          loading={list.isPending || list.isPlaceholderData}
          byAccount={byAccount}
          onReader={byAccount || reader !== null ? null : (one) => change({ reader: one })}
        />
      )}
      {list.hasNextPage && (
        <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {shared('more')}
        </Button>
      )}
    </>
  );
}

/** A first or last day; what is no date yet is not asked. */
function Day({ label, onChange }: { label: string; onChange: (day: string | null) => void }) {
  const [typed, setTyped] = useState<string | null>(null);
  const wrong = typed !== null && !CalendarDate.safeParse(typed).success;
  return (
    <DateInput
      className="readings-day"
      aria-label={label}
      prefix={<span className="muted">{label}</span>}
      value={typed}
      {...(wrong && { status: 'error' as const })}
      onChange={(day) => {
        setTyped(day);
        if (day === null || CalendarDate.safeParse(day).success) onChange(day);
      }}
    />
  );
}
