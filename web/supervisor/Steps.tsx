import type { UseQueryResult } from '@tanstack/react-query';
import { Table, type TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import type { BoardCounts, Counts } from '../../domain/board.ts';
import type { List } from '../../domain/case.ts';
import { APPLICATION_STEPS } from '../../domain/flow/applicationState.ts';
import { TRANSFER_STEPS } from '../../domain/flow/transferState.ts';
import { EmptyState } from '../pieces/EmptyState.tsx';
import { useLabel } from '../words/index.ts';
import type { BoardFilter } from './boardFilter.ts';
import { CountCell } from './CountCell.tsx';
import { STEP_FILE } from '../../domain/wording/files/boardFiles.ts';
import { CsvButton } from './ExportButtons.tsx';
import { Section } from './Section.tsx';

interface StepsProps {
  counts: UseQueryResult<BoardCounts>;
  filter: BoardFilter;
}

/** Steps in the order of work, applications first. */
const ORDER: readonly string[] = [...APPLICATION_STEPS, ...TRANSFER_STEPS];

/** Open, late, due and at-risk cases by step. */
export function Steps({ counts, filter }: StepsProps) {
  const { t } = useTranslation('board');
  const rows = inOrder(counts.data?.steps ?? []);
  const beside = rows.length > 0 && <CsvButton file={STEP_FILE} rows={rows} />;
  return (
    <Section id="steps" title={t('steps.title')} query={counts} rows={6} beside={beside}>
      {({ steps, thirdDay }) => <StepTable steps={steps} thirdDay={thirdDay} filter={filter} />}
    </Section>
  );
}

function inOrder(steps: BoardCounts['steps']): BoardCounts['steps'] {
  return steps.toSorted((a, b) => ORDER.indexOf(a.step) - ORDER.indexOf(b.step));
}

interface StepTableProps extends Pick<BoardCounts, 'steps' | 'thirdDay'> {
  filter: Pick<BoardFilter, 'unit' | 'kind'>;
}

/** The steps of a scope as a table; also shown below a unit's line. */
export function StepTable({ steps, thirdDay, filter: { unit, kind } }: StepTableProps) {
  const { t } = useTranslation('supervisor');
  const label = useLabel();
  type Row = BoardCounts['steps'][number];
  const number = (count: keyof Counts, queue: List, to?: string) => ({
    title: t(`number.${count}`),
    dataIndex: count,
    align: 'right' as const,
    sorter: (a: Row, b: Row) => a[count] - b[count],
    render: (_: unknown, row: Row) => (
      <CountCell
        count={row[count]}
        what={t(`number.${count}`)}
        where={label('step', row.step)}
        behind={{ queue, unit, kind, step: row.step, to: to ?? null }}
      />
    ),
  });
  const columns: TableProps<Row>['columns'] = [
    { title: t('work.step'), key: 'step', render: (_, { step }) => label('step', step) },
    number('open', 'all'),
    number('late', 'late'),
    { ...number('dueInThreeDays', 'due', thirdDay), responsive: ['md'] },
    number('atRisk', 'atRisk'),
  ];
  return (
    <Table
      size="small"
      rowKey="step"
      columns={columns}
      dataSource={inOrder(steps)}
      pagination={false}
      locale={{ emptyText: <EmptyState text={t('work.empty')} /> }}
    />
  );
}
