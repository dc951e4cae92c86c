import { Table, type TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { DeadlineIncident } from '../../../domain/deadlineIncident.ts';
import { clockKind } from '../../../domain/law/tally.ts';
import { useClockName } from '../../admin/rehearsal/clockName.ts';
import { caseLink } from '../../pieces/caseLink.ts';
import { EmptyState } from '../../pieces/EmptyState.tsx';
import { formatInstant } from '../../pieces/format.ts';
import { useUnitName } from '../../pieces/units.ts';
import { Explanations } from './Explanations.tsx';

interface IncidentTableProps {
  incidents: readonly DeadlineIncident[];
  loading: boolean;
}

/** Incidents with three dates each: as written, and as each engine counts; unfolded, how it came to them. */
export function IncidentTable({ incidents, loading }: IncidentTableProps) {
  const { t } = useTranslation('incidents');
  const unitName = useUnitName();
  const clockName = useClockName();
  const engine = (name: 'first' | 'second') => ({
    title: t(name),
    key: name,
    render: (_: unknown, incident: DeadlineIncident) => (
      <Found at={incident[`${name}At`]} storedAt={incident.storedAt} />
    ),
  });
  const columns: TableProps<DeadlineIncident>['columns'] = [
    {
      title: t('case'),
      key: 'case',
      render: (_, { caseId, unit }) => (
        <>
          <Link to={`${caseLink(caseId)}?tab=thoi-gian`} className="case-number">
            {caseId}
          </Link>
          <span className="cell-line muted">{unitName(unit)}</span>
        </>
      ),
    },
    { title: t('clock'), key: 'clock', render: (_, { clock }) => clockName(clockKind(clock)) },
    { title: t('stored'), dataIndex: 'storedAt', render: formatInstant },
    engine('first'),
    engine('second'),
    {
      title: t('found'),
      key: 'found',
      render: (_, { foundAt, clearedAt }) => (
        <>
          {formatInstant(foundAt)}
          <span className="cell-line muted">
            {clearedAt === null
              ? t('state.open')
              : t('clearedOn', { at: formatInstant(clearedAt) })}
          </span>
        </>
      ),
    },
  ];
  return (
    <Table<DeadlineIncident>
      size="small"
      rowKey="id"
      aria-label={t('title')}
      className="wide-table"
      columns={columns}
      dataSource={incidents}
      loading={loading}
      pagination={false}
      expandable={{ expandedRowRender: (incident) => <Explanations incident={incident} /> }}
      locale={{ emptyText: <EmptyState text={t('empty')} hint={t('emptyHint')} /> }}
    />
  );
}

/** An engine's date, marked where it is not the written one. */
function Found({ at, storedAt }: { at: string | null; storedAt: string }) {
  const { t } = useTranslation('incidents');
  if (at === null) return <span className="tag-again">{t('noDate')}</span>;
  if (Date.parse(at) === Date.parse(storedAt)) return <>{formatInstant(at)}</>;
  return (
    <>
      {formatInstant(at)}
      <span className="cell-line tag-again">
        <span aria-hidden>▲ </span>
        {t('differs')}
      </span>
    </>
  );
}
