import { useQuery } from '@tanstack/react-query';
import { Alert, Collapse, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import { allows } from '../../domain/permission.ts';
import { type Reading, Readings } from '../../domain/reading.ts';
import { CalendarDate } from '../../domain/text.ts';
import { get } from '../api.ts';
import { useSession } from '../session.tsx';
import { DateInput } from './DateInput.tsx';
import { EmptyState } from './EmptyState.tsx';
import { formatInstant } from './format.ts';
import { ProblemAlert } from './ProblemAlert.tsx';

/** Who has read a case's person, for who may ask; folded, because asking is noted too. */
export function CaseReadings({ caseId }: { caseId: string }) {
  const { t } = useTranslation('readings');
  const { account } = useSession();
  if (!allows(account, 'reading.read')) return null;
  return (
    <Collapse
      style={{ marginBlock: 16 }}
      items={[{ key: 'readings', label: t('title'), children: <ReadingTable caseId={caseId} /> }]}
      destroyOnHidden
    />
  );
}

interface Period {
  from: string | null;
  to: string | null;
}

function ReadingTable({ caseId }: { caseId: string }) {
  const { t } = useTranslation('readings');
  const [period, setPeriod] = useState<Period>({ from: null, to: null });
  const query = { from: dayOf(period.from), to: dayOf(period.to) };
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['case', caseId, 'readings', query],
    queryFn: () => get(`/cases/${caseId}/readings`, Readings, query),
  });
  return (
    <>
      <p className="muted">{t('hint')}</p>
      <PeriodInput period={period} onChange={setPeriod} />
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      <ReadingLines lines={data?.readings ?? []} isPending={isPending} />
      {data?.more === true && <Alert type="info" showIcon title={t('more')} />}
    </>
  );
}

/** A day typed to its end; one half typed asks for nothing yet. */
function dayOf(typed: string | null): string | undefined {
  return CalendarDate.safeParse(typed).data;
}

function PeriodInput({ period, onChange }: { period: Period; onChange: (to: Period) => void }) {
  const { t } = useTranslation('readings');
  return (
    <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8, marginBlockEnd: 8 }}>
      {(['from', 'to'] as const).map((end) => (
        <label key={end}>
          {t(end)}{' '}
          <DateInput
            style={{ width: 140 }}
            value={period[end]}
            onChange={(day) => onChange({ ...period, [end]: day })}
          />
        </label>
      ))}
    </div>
  );
}

type Line = z.infer<typeof Reading>;

function ReadingLines({ lines, isPending }: { lines: readonly Line[]; isPending: boolean }) {
  const { t } = useTranslation('readings');
  const pageName = usePageName();
  return (
    <Table<Line>
      size="small"
      rowKey={({ account, what, first }) => `${account} ${what} ${first}`}
      loading={isPending}
      dataSource={[...lines]}
      scroll={{ x: 'max-content' }}
      pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
      locale={{ emptyText: <EmptyState text={t('empty')} /> }}
      columns={[
        {
          title: t('who'),
          key: 'who',
          render: (_, { name, title }) => `${name} · ${title}`,
          sorter: (a, b) => a.name.localeCompare(b.name, 'vi'),
        },
        { title: t('unit'), dataIndex: 'unitName' },
        {
          title: t('what'),
          key: 'what',
          render: (_, { what }) => pageName(what),
          sorter: (a, b) => pageName(a.what).localeCompare(pageName(b.what), 'vi'),
        },
        {
          title: t('times'),
          dataIndex: 'times',
          align: 'right',
          sorter: (a, b) => a.times - b.times,
        },
        { title: t('last'), key: 'last', render: (_, { last }) => formatInstant(last) },
      ]}
    />
  );
}

/** The name of what was read; a file is told apart, because it left the house. */
function usePageName(): (what: string) => string {
  const { t } = useTranslation('readings');
  return (what) => {
    const [code = what, file] = what.split('.');
    const name = t(`page.${code}`, { defaultValue: t('page.OTHER', { code }) });
    return file === undefined ? name : t('asFile', { what: name });
  };
}
