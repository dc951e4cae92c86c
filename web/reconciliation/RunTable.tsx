import { Table, type TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Reconciliation } from '../../domain/exchange/reconciliation.ts';
import { type Asked, pagesOf, sortedBy } from '../pieces/askedList.ts';
import { EmptyState } from '../pieces/EmptyState.tsx';
import { formatInstantDate } from '../pieces/format.ts';
import { StepTag } from '../pieces/StepTag.tsx';
import { useUnitName } from '../pieces/units.ts';
import { ProgressLine } from './ProgressLine.tsx';
import { useSpanName } from './usePeriodName.ts';

interface RunTableProps extends Asked {
  runs: readonly Reconciliation[];
  total: number;
  loading: boolean;
}

/** Runs of one page; the server sorts and cuts. */
export function RunTable({ runs, total, loading, query, onChange }: RunTableProps) {
  const { t } = useTranslation('reconciliation');
  return (
    <Table<Reconciliation>
      size="small"
      rowKey="caseId"
      aria-label={t('title')}
      columns={useColumns(query)}
      dataSource={runs}
      loading={loading}
      {...pagesOf({ query, onChange }, total, ['begun', 'period', 'open'])}
      locale={{ emptyText: <EmptyState text={t('none')} hint={t('noneHint')} /> }}
    />
  );
}

function useColumns(query: Asked['query']): TableProps<Reconciliation>['columns'] {
  const { t } = useTranslation('reconciliation');
  const unitName = useUnitName();
  const spanName = useSpanName();
  return [
    {
      title: t('run'),
      key: 'run',
      render: (_, run) => (
        <>
          <Link to={`/doi-chieu/${run.caseId}`} className="case-number">
            {run.caseId}
          </Link>
          <div className="only-narrow">
            {run.supplierName ?? t('counterpart.CENTRE')}
            <span className="cell-line muted">{spanName(run)}</span>
            <StepTag kind="RECONCILIATION" step={run.step} />
          </div>
        </>
      ),
    },
    {
      title: t('counterpart'),
      key: 'counterpart',
      responsive: ['md'],
      render: (_, { unit, supplierName }) => (
        <>
          {supplierName ?? t('counterpart.CENTRE')}
          <span className="cell-line muted">{unitName(unit)}</span>
        </>
      ),
    },
    {
      title: t('period'),
      responsive: ['md'],
      ...sortedBy(query, 'period', true),
      render: (_, run) => spanName(run),
    },
    {
      title: t('step'),
      key: 'step',
      responsive: ['md'],
      render: (_, { step }) => <StepTag kind="RECONCILIATION" step={step} />,
    },
    {
      title: t('differences'),
      ...sortedBy(query, 'open', true),
      render: (_, run) => <ProgressLine run={run} />,
    },
    {
      title: t('begun'),
      responsive: ['lg'],
      ...sortedBy(query, 'begun', true),
      render: (_, { at, startedBy }) => (
        <>
          {formatInstantDate(at)}
          <span className="cell-line muted">{startedBy ?? t('byCalendar')}</span>
        </>
      ),
    },
  ];
}
