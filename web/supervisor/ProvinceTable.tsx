import type { UseQueryResult } from '@tanstack/react-query';
import { Button, Table, type TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { BoardCounts, type BoardFlows } from '../../domain/board.ts';
import type { List } from '../../domain/case.ts';
import { useShareText } from '../liaison/turnaround.ts';
import { EmptyState } from '../pieces/EmptyState.tsx';
import { Loading } from '../pieces/Loading.tsx';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import type { BoardFilter } from './boardFilter.ts';
import { CountCell } from './CountCell.tsx';
import { StepTable } from './Steps.tsx';
import { inTimeOf, type UnitRow } from './unitRows.ts';
import { useLive } from './useBoard.ts';

interface ProvinceTableProps {
  rows: readonly UnitRow[];
  flows: UseQueryResult<BoardFlows>;
  thirdDay: string;
  kind: BoardFilter['kind'];
  /** Narrow the whole board to a unit. */
  onUnit: (unit: string) => void;
}

type Count = 'open' | 'late' | 'dueInThreeDays' | 'atRisk' | 'received' | 'issued' | 'doneLate';

/** Units, most late first; a line opens its steps, its name narrows the board. */
export function ProvinceTable({ rows, flows, thirdDay, kind, onUnit }: ProvinceTableProps) {
  const { t } = useTranslation('board');
  const { t: said } = useTranslation('supervisor');
  const shareText = useShareText();
  const range = { from: flows.data?.from ?? null, to: flows.data?.to ?? null };
  const number = (count: Count, title: string, queue: List, rest: object = {}) => ({
    title,
    dataIndex: count,
    align: 'right' as const,
    sorter: (a: UnitRow, b: UnitRow) => a[count] - b[count],
    render: (_: unknown, row: UnitRow) => (
      <CountCell
        count={row[count]}
        what={title}
        where={row.unitName}
        behind={{ queue, unit: row.unit, kind, ...rest }}
      />
    ),
  });
  const columns: TableProps<UnitRow>['columns'] = [
    {
      title: said('work.unit'),
      key: 'unit',
      sorter: (a, b) => (a.unitName < b.unitName ? -1 : 1),
      render: (_, { unit, unitName }) => (
        <Button type="link" size="small" className="board-name" onClick={() => onUnit(unit)}>
          {unitName}
        </Button>
      ),
    },
    { ...number('late', said('number.late'), 'late'), defaultSortOrder: 'descend' },
    {
      ...number('dueInThreeDays', said('number.dueInThreeDays'), 'due', { to: thirdDay }),
      responsive: ['lg'],
    },
    { ...number('atRisk', said('number.atRisk'), 'atRisk'), responsive: ['md'] },
    number('open', said('number.open'), 'all'),
    { ...number('received', t('provinces.received'), 'received', range), responsive: ['lg'] },
    { ...number('issued', t('provinces.issued'), 'issued', range), responsive: ['lg'] },
    { ...number('doneLate', t('provinces.doneLate'), 'doneLate', range), responsive: ['xl'] },
    {
      title: t('provinces.inTime'),
      key: 'inTime',
      align: 'right',
      responsive: ['md'],
      sorter: (a, b) => (inTimeOf(a) ?? 2) - (inTimeOf(b) ?? 2),
      render: (_, row) => {
        const share = inTimeOf(row);
        return share === null ? <span className="muted">–</span> : shareText(share);
      },
    },
  ];
  return (
    <div>
      <ProblemAlert error={flows.error} onRetry={() => void flows.refetch()} />
      <Table
        size="small"
        rowKey="unit"
        columns={columns}
        dataSource={rows}
        expandable={{
          expandedRowRender: ({ unit }) => <StepsOf unit={unit} kind={kind} />,
          rowExpandable: ({ open }) => open > 0,
        }}
        pagination={rows.length > 20 ? { pageSize: 20, showSizeChanger: false } : false}
        locale={{ emptyText: <EmptyState text={said('work.empty')} /> }}
      />
    </div>
  );
}

/** The steps of one unit, asked for when its line is opened. */
function StepsOf({ unit, kind }: Pick<BoardFilter, 'kind'> & { unit: string }) {
  const { data, error, refetch } = useLive('counts', BoardCounts, { unit, kind });
  if (data === undefined) {
    if (error === null) return <Loading rows={3} />;
    return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  }
  return <StepTable steps={data.steps} thirdDay={data.thirdDay} filter={{ unit, kind }} />;
}
