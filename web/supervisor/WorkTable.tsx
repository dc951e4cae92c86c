import { Table, type TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Queue } from '../../domain/case.ts';
import type { Board } from '../../domain/desk.ts';
import { useShareText } from '../liaison/turnaround.ts';
import { EmptyState } from '../pieces/EmptyState.tsx';
import { useLabel } from '../words/index.ts';
import { worklistLink } from './worklistLink.ts';

/** A unit with its steps below it, or one step of a unit. */
interface WorkRow {
  key: string;
  unit: string;
  /** Null on the line of the whole unit. */
  step: string | null;
  name: string;
  open: number;
  late: number;
  atRisk: number;
  children?: WorkRow[];
}

/** Steps added up by unit, most late first; a single unit shows its steps alone. */
function useWorkRows(rows: Board['bySteps']): WorkRow[] {
  const label = useLabel();
  const byUnit = Map.groupBy(rows, ({ unit }) => unit);
  const units = [...byUnit].map(([unit, steps]): WorkRow => {
    const children = steps.map(({ unitName: _name, ...counts }) => {
      return { ...counts, key: `${unit} ${counts.step}`, name: label('step', counts.step) };
    });
    const sum = (count: 'open' | 'late' | 'atRisk') =>
      steps.reduce((total, step) => total + step[count], 0);
    const counts = { open: sum('open'), late: sum('late'), atRisk: sum('atRisk') };
    return { key: unit, unit, step: null, name: steps[0]?.unitName ?? unit, ...counts, children };
  });
  if (units.length === 1) return units[0]?.children ?? [];
  return units.toSorted((a, b) => lateShare(b) - lateShare(a));
}

function lateShare({ late, open }: WorkRow): number {
  return open === 0 ? 0 : late / open;
}

const COUNTS: readonly [count: 'open' | 'late' | 'atRisk', queue: Queue][] = [
  ['open', 'all'],
  ['late', 'late'],
  ['atRisk', 'atRisk'],
];

/** Open, late and at-risk cases by unit and step; the league of departments when there are several. */
export function WorkTable({ rows }: { rows: Board['bySteps'] }) {
  const { t } = useTranslation('supervisor');
  const shareText = useShareText();
  const work = useWorkRows(rows);
  const several = work.some(({ children }) => children !== undefined);
  const columns: TableProps<WorkRow>['columns'] = [
    { title: t(several ? 'work.unit' : 'work.step'), dataIndex: 'name' },
    ...COUNTS.map(([count, queue]) => ({
      title: t(`work.${count}`),
      dataIndex: count,
      align: 'right' as const,
      sorter: (a: WorkRow, b: WorkRow) => a[count] - b[count],
      render: (_: unknown, row: WorkRow) => <Count row={row} count={count} queue={queue} />,
    })),
    {
      title: t('work.lateShare'),
      key: 'lateShare',
      align: 'right',
      responsive: ['sm'],
      sorter: (a, b) => lateShare(a) - lateShare(b),
      render: (_, row) => shareText(lateShare(row)),
    },
  ];
  return (
    <section aria-labelledby="work-title">
      <h2 id="work-title">{t('work.title')}</h2>
      <Table
        size="small"
        columns={columns}
        dataSource={work}
        pagination={work.length > 15 ? { pageSize: 15, showSizeChanger: false } : false}
        locale={{ emptyText: <EmptyState text={t('work.empty')} /> }}
      />
    </section>
  );
}

interface CountProps {
  row: WorkRow;
  count: 'open' | 'late' | 'atRisk';
  queue: Queue;
}

function Count({ row, count, queue }: CountProps) {
  const { t } = useTranslation('supervisor');
  if (row[count] === 0) return <span className="muted">0</span>;
  const spoken = t('work.show', { what: t(`work.${count}`), count: row[count], where: row.name });
  return (
    <Link to={worklistLink({ queue, unit: row.unit, step: row.step })} aria-label={spoken}>
      {row[count]}
    </Link>
  );
}
