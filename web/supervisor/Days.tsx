import { Segmented, Table } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { BoardDays, SPANS, type Span } from '../../domain/board.ts';
import type { List } from '../../domain/case.ts';
import { EmptyState } from '../pieces/EmptyState.tsx';
import { formatDate } from '../pieces/format.ts';
import type { BoardFilter } from './boardFilter.ts';
import { CountCell } from './CountCell.tsx';
import { DaysChart } from './DaysChart.tsx';
import { DAY_COLUMNS } from '../../domain/wording/files/boardFiles.ts';
import { CsvButton, PictureButtons } from './ExportButtons.tsx';
import { Section } from './Section.tsx';
import { usePast } from './useBoard.ts';

const VIEWS = ['chart', 'table'] as const;
const FILE = 'tiep-nhan-cap-ton';
/** Lines of the table that stand on one page. */
const A_MONTH = 31;

interface DaysProps {
  filter: BoardFilter;
  onChange: (key: 'days' | 'view', to: string) => void;
}

/** Received, issued and stock of the last days, as a chart or as the numbers behind it. */
export function Days({ filter, onChange }: DaysProps) {
  const { t } = useTranslation('supervisor');
  const { t: said } = useTranslation('board');
  const chart = useRef<HTMLDivElement>(null);
  const query = usePast('days', BoardDays, filter, { days: filter.days });
  const beside = (
    <>
      <Segmented<Span>
        aria-label={said('days.span')}
        value={filter.days}
        options={SPANS.map((value) => ({ value, label: said('days.last', { count: value }) }))}
        onChange={(value) => onChange('days', String(value))}
      />
      <Segmented<BoardFilter['view']>
        aria-label={t('days.view')}
        value={filter.view}
        options={VIEWS.map((value) => ({ value, label: t(`days.${value}`) }))}
        onChange={(value) => onChange('view', value)}
      />
      <CsvButton
        file={{ name: `${FILE}.csv`, columns: DAY_COLUMNS }}
        rows={query.data?.days ?? []}
      />
      {filter.view === 'chart' && <PictureButtons name={FILE} chart={chart} />}
    </>
  );
  return (
    <Section id="days" title={t('days.title')} query={query} beside={beside} rows={6}>
      {({ days }) => {
        if (days.every(({ received, issued, stock }) => received + issued + stock === 0))
          return <EmptyState text={t('days.empty')} />;
        return filter.view === 'chart' ? (
          <div ref={chart}>
            <ChartOf days={days} />
          </div>
        ) : (
          <TableOf days={days} filter={filter} />
        );
      }}
    </Section>
  );
}

function ChartOf({ days }: BoardDays) {
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

type Day = BoardDays['days'][number];

function TableOf({ days, filter: { unit, kind } }: BoardDays & { filter: BoardFilter }) {
  const { t } = useTranslation('supervisor');
  const { t: said } = useTranslation('board');
  const number = (name: keyof Omit<Day, 'date'>, queue: List, title: string) => ({
    title,
    dataIndex: name,
    align: 'right' as const,
    render: (count: number, { date }: Day) => (
      <CountCell
        count={count}
        what={title}
        where={formatDate(date)}
        behind={{ queue, unit, kind, from: name === 'stock' ? null : date, to: date }}
      />
    ),
  });
  return (
    <Table
      size="small"
      rowKey="date"
      dataSource={days.toReversed()}
      pagination={days.length > A_MONTH ? { pageSize: A_MONTH, showSizeChanger: false } : false}
      columns={[
        { title: t('days.date'), dataIndex: 'date', render: formatDate },
        number('received', 'received', t('days.received')),
        number('issued', 'issued', t('days.issued')),
        number('closed', 'closed', said('days.closed')),
        number('stock', 'stock', t('days.stock')),
      ]}
    />
  );
}
