import { Table, type TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CaseLine } from '../../domain/case.ts';
import { useLabel } from '../words/index.ts';
import { StepTag } from './StepTag.tsx';
import { SubjectName } from './SubjectName.tsx';
import { LineTimeLeft } from './LineTimeLeft.tsx';
import { useUnitName } from './units.ts';

export interface CaseTableProps {
  cases: readonly CaseLine[];
  loading?: boolean;
  /** Row that the keyboard stands on. */
  currentId?: string | null;
  onCurrent?: (caseId: string) => void;
  /** Ids ticked for a bulk act; without it rows cannot be ticked. */
  selection?: { ids: string[]; onChange: (ids: string[]) => void };
  /** Address of a case's page; `/ho-so/…` unless given. */
  linkOf?: (line: CaseLine) => string;
  empty?: TableProps['locale'];
}

/** Lines of cases, dense, most important columns first; on a narrow screen the rest folds away. */
export function CaseTable(props: CaseTableProps) {
  const { cases, loading = false, currentId = null, onCurrent, selection, linkOf, empty } = props;
  const { t } = useTranslation();
  const columns = useColumns(linkOf ?? ((line) => `/ho-so/${line.caseId}`));
  return (
    <Table<CaseLine>
      size="small"
      rowKey="caseId"
      aria-label={t('caseList')}
      columns={columns}
      dataSource={cases}
      loading={loading}
      pagination={false}
      {...(empty && { locale: empty })}
      rowClassName={({ caseId }) => (caseId === currentId ? 'current-row' : '')}
      onRow={({ caseId }) => ({
        'data-case': caseId,
        'aria-current': caseId === currentId || undefined,
        onClick: () => onCurrent?.(caseId),
      })}
      {...(selection && { rowSelection: rowSelectionOf(selection) })}
    />
  );
}

/** Rows that are ticked by a box that names its case. */
export function rowSelectionOf({
  ids,
  onChange,
}: NonNullable<CaseTableProps['selection']>): NonNullable<TableProps<CaseLine>['rowSelection']> {
  return {
    selectedRowKeys: ids,
    onChange: (keys) => onChange(keys.map(String)),
    getCheckboxProps: ({ caseId }) => ({ 'aria-label': caseId }),
  };
}

type Columns = NonNullable<TableProps<CaseLine>['columns']>;

function useColumns(linkOf: (line: CaseLine) => string): Columns {
  const { t } = useTranslation();
  const label = useLabel();
  return [
    {
      title: t('caseId'),
      key: 'caseId',
      render: (_, line) => (
        <>
          <Link to={linkOf(line)} className="case-number">
            {line.caseId}
          </Link>
          <div className="only-narrow">
            <SubjectName name={line.subjectName} />
            <br />
            <StepTag kind={line.kind} step={line.step} />
          </div>
        </>
      ),
    },
    {
      title: t('subject'),
      key: 'subject',
      className: 'one-line',
      responsive: ['md'],
      render: (_, { subjectName }) => <SubjectName name={subjectName} />,
    },
    {
      title: t('kind'),
      key: 'kind',
      className: 'one-line',
      responsive: ['lg'],
      render: (_, line) => <KindOf line={line} />,
    },
    {
      title: t('step'),
      key: 'step',
      responsive: ['md'],
      render: (_, line) => <StepTag kind={line.kind} step={line.step} />,
    },
    {
      title: t('timeLeft'),
      key: 'timeLeft',
      render: (_, line) => <LineTimeLeft line={line} />,
    },
    {
      title: t('holder'),
      key: 'holder',
      className: 'one-line brief',
      responsive: ['md'],
      render: (_, line) => <HeldBy line={line} />,
    },
    {
      title: t('channel'),
      key: 'channel',
      className: 'one-line brief',
      responsive: ['xl'],
      render: (_, { channel }) => (channel === null ? '–' : label('channel', channel)),
    },
  ];
}

// A simple case is the rule and goes without saying: what differs from it stands out.
function KindOf({ line }: { line: CaseLine }) {
  const label = useLabel();
  const { kind, certificateType, regime } = line;
  const type =
    certificateType === null ? label('kind', kind) : label('certificateType', certificateType);
  return (
    <>
      {type}
      {regime !== null && regime !== 'SIMPLE' && (
        <span className="muted"> · {label('regime', regime)}</span>
      )}
    </>
  );
}

/**
 * Who has the case: a person, the units it waits for, or the role whose queue it stands in. Readers who
 * may not know which unit is asked are told that one is, as in the ledger of who held the time.
 */
export function HeldBy({ line }: { line: CaseLine }) {
  const { t } = useTranslation();
  const label = useLabel();
  const unitName = useUnitName();
  if (line.holder !== null) return <>{line.holder.displayName}</>;
  if (line.waitingFor.length > 0) {
    const units = line.waitingFor.map(unitName).join(', ');
    return <span className="muted">{t('waitingFor', { units })}</span>;
  }
  if (line.queueRole !== null)
    return <span className="muted">{t('inQueueOf', { role: label('role', line.queueRole) })}</span>;
  if (line.step !== 'VERIFYING') return <>–</>;
  return <span className="muted">{t('waitingFor', { units: label('holder', 'AGENCY') })}</span>;
}
