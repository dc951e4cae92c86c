import { Segmented, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Board } from '../../domain/desk.ts';
import { EmptyState } from '../pieces/EmptyState.tsx';
import { formatDate } from '../pieces/format.ts';
import { DaysChart } from './DaysChart.tsx';

const VIEWS = ['chart', 'table'] as const;
type View = (typeof VIEWS)[number];

/** Received, issued and stock of the last days, as a chart or as the numbers behind it. */
export function Days({ days }: { days: Board['days'] }) {
  const { t } = useTranslation('supervisor');
  const [view, setView] = useState<View>('chart');
  return (
    <section id="days" aria-labelledby="days-title">
      <div className="board-head">
        <h2 id="days-title">{t('days.title')}</h2>
        <Segmented<View>
          aria-label={t('days.view')}
          value={view}
          options={VIEWS.map((value) => ({ value, label: t(`days.${value}`) }))}
          onChange={setView}
        />
      </div>
      {days.length === 0 && <EmptyState text={t('days.empty')} />}
      {days.length > 0 && (view === 'chart' ? <ChartOf days={days} /> : <TableOf days={days} />)}
    </section>
  );
}

function ChartOf({ days }: { days: Board['days'] }) {
  const { t } = useTranslation('supervisor');
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return null;
  const total = (count: 'received' | 'issued') => days.reduce((sum, day) => sum + day[count], 0);
  const summary = t('days.summary', {
    from: formatDate(first.date),
    to: formatDate(last.date),
    received: total('received'),
    issued: total('issued'),
    stock: last.stock,
  });
  return (
    <figure className="board-chart">
      <div role="img" aria-label={summary}>
        <DaysChart days={days} />
      </div>
      <figcaption>{summary}</figcaption>
    </figure>
  );
}

function TableOf({ days }: { days: Board['days'] }) {
  const { t } = useTranslation('supervisor');
  const number = (name: 'received' | 'issued' | 'stock') => ({
    title: t(`days.${name}`),
    dataIndex: name,
    align: 'right' as const,
  });
  return (
    <Table
      size="small"
      rowKey="date"
      dataSource={days.toReversed()}
      pagination={false}
      columns={[
        { title: t('days.date'), dataIndex: 'date', render: formatDate },
        number('received'),
        number('issued'),
        number('stock'),
      ]}
    />
  );
}
