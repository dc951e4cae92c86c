import { Table, type TableProps } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { CaseLine } from '../../domain/case.ts';
import { TRANSFER_SORTS } from '../../domain/exchange/transferList.ts';
import { type Asked, pagesOf, sortedBy } from '../pieces/askedList.ts';
import { type CaseTableProps, HeldBy, rowSelectionOf } from '../pieces/CaseTable.tsx';
import { EmptyState } from '../pieces/EmptyState.tsx';
import { formatInstantDate } from '../pieces/format.ts';
import { StepTag } from '../pieces/StepTag.tsx';
import { TimeLeft } from '../pieces/TimeLeft.tsx';
import { useUnitName } from '../pieces/units.ts';
import { useKeys } from '../pieces/useKeys.ts';
import { ChannelStates } from './ChannelStates.tsx';

/** Steps in which the term to send runs; afterwards it has been met or missed and is not counted on. */
const TO_SEND = ['ENTERED', 'RETURNED'];

interface TransferTableProps extends Asked {
  lines: readonly CaseLine[];
  total: number;
  loading: boolean;
  /** The Centre is shown who sent each record. */
  atCentre: boolean;
  /** Ids ticked for a bulk act; without it rows cannot be ticked. */
  selection?: CaseTableProps['selection'];
}

/** Transfers of one page; the server sorts and cuts. j and k move, Enter opens. */
export function TransferTable(props: TransferTableProps) {
  const { lines, total, loading, atCentre, query, onChange, selection } = props;
  const { t } = useTranslation('records');
  const columns = useColumns(query, atCentre);
  const q = query['q'] ?? '';
  const currentId = useRowKeys(lines);
  return (
    <Table<CaseLine>
      size="small"
      rowKey="caseId"
      aria-label={t('title')}
      columns={columns}
      dataSource={lines}
      loading={loading}
      {...pagesOf({ query, onChange }, total, TRANSFER_SORTS)}
      rowClassName={({ caseId }) => (caseId === currentId ? 'current-row' : '')}
      onRow={({ caseId }) => ({
        'data-case': caseId,
        'aria-current': caseId === currentId || undefined,
      })}
      {...(selection && { rowSelection: rowSelectionOf(selection) })}
      locale={{
        emptyText: <EmptyState text={t(emptyWord({ loading, q, atCentre }), { q })} />,
      }}
    />
  );
}

function emptyWord({
  loading,
  q,
  atCentre,
}: Pick<TransferTableProps, 'loading' | 'atCentre'> & { q: string }) {
  if (loading) return 'list.loading';
  if (q !== '') return 'list.noMatch';
  return atCentre ? 'list.empty' : 'list.emptyMine';
}

function useRowKeys(lines: readonly CaseLine[]): string | null {
  const navigate = useNavigate();
  const [currentId, setCurrentId] = useState<string | null>(null);
  const index = lines.findIndex(({ caseId }) => caseId === currentId);
  const move = (by: number): void => {
    const line = lines[Math.min(Math.max(index + by, 0), lines.length - 1)];
    if (line === undefined) return;
    setCurrentId(line.caseId);
    document.querySelector(`[data-case="${line.caseId}"]`)?.scrollIntoView({ block: 'nearest' });
  };
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    Enter: () => {
      if (index >= 0) void navigate(`/trao-doi/${currentId}`);
    },
  });
  return currentId;
}

function useColumns(query: Asked['query'], atCentre: boolean): TableProps<CaseLine>['columns'] {
  const { t } = useTranslation('records');
  const unitName = useUnitName();
  return [
    {
      title: t('list.case'),
      ...sortedBy(query, 'case'),
      render: (_, line) => (
        <>
          <Link to={`/trao-doi/${line.caseId}`} className="case-number">
            {line.caseId}
          </Link>
          <div className="only-narrow">
            <div>{line.subjectName}</div>
            <StepTag kind={line.kind} step={line.step} />
            <TimeToSend line={line} />
            <ChannelStates line={line} />
          </div>
        </>
      ),
    },
    {
      title: t('list.subject'),
      dataIndex: 'subjectName',
      responsive: ['md'],
      ...sortedBy(query, 'name'),
    },
    ...(atCentre
      ? [
          {
            title: t('list.unit'),
            dataIndex: 'unit',
            render: unitName,
            responsive: ['md' as const],
          },
        ]
      : []),
    {
      title: t('list.step'),
      key: 'step',
      responsive: ['md'],
      render: (_, { kind, step }) => <StepTag kind={kind} step={step} />,
    },
    {
      title: t('list.channels'),
      key: 'channels',
      responsive: ['md'],
      render: (_, line) => <ChannelStates line={line} />,
    },
    {
      title: t('list.left'),
      ...sortedBy(query, 'due'),
      responsive: ['md'],
      render: (_, line) => <TimeToSend line={line} />,
    },
    {
      title: t('list.holder'),
      key: 'holder',
      responsive: ['sm'],
      render: (_, line) => (line.closedAt === null ? <HeldBy line={line} /> : '–'),
    },
    {
      title: t('list.opened'),
      dataIndex: 'openedAt',
      ...sortedBy(query, 'opened'),
      responsive: ['lg'],
      render: formatInstantDate,
    },
  ];
}

function TimeToSend({ line: { step, legalDueAt } }: { line: CaseLine }) {
  return TO_SEND.includes(step) ? <TimeLeft dueAt={legalDueAt} /> : null;
}
