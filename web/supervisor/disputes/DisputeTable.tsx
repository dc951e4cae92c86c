import { Button, Table, type TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DAY_CLASSES, type DisputeLine } from '../../../domain/dispute.ts';
import { allows } from '../../../domain/permission.ts';
import { EmptyState } from '../../pieces/EmptyState.tsx';
import { formatDate, formatInstant, formatInstantDate } from '../../pieces/format.ts';
import { useSession } from '../../session.tsx';
import { caseLink } from '../../pieces/caseLink.ts';

interface DisputeTableProps {
  disputes: readonly DisputeLine[];
  loading: boolean;
  onRule: (dispute: DisputeLine) => void;
  pagination: TableProps<DisputeLine>['pagination'];
}

/** Disputes with what is contested, why, and what was ruled. */
export function DisputeTable({ disputes, loading, onRule, pagination }: DisputeTableProps) {
  const { t } = useTranslation('disputes');
  const { account } = useSession();
  const rules = allows(account, 'dispute.rule');
  const ruleButton = (dispute: DisputeLine) =>
    rules &&
    dispute.status === 'OPEN' && (
      <Button size="small" onClick={() => onRule(dispute)}>
        {t('rule')}
      </Button>
    );
  const columns: TableProps<DisputeLine>['columns'] = [
    {
      title: t('case'),
      key: 'case',
      render: (_, dispute) => (
        <>
          <Raised dispute={dispute} />
          <div className="only-narrow">{ruleButton(dispute)}</div>
        </>
      ),
    },
    { title: t('about'), key: 'about', render: (_, dispute) => <About dispute={dispute} /> },
    {
      title: t('reason'),
      key: 'reason',
      render: (_, { reason }) => <div className="said-reason">{reason}</div>,
    },
    { title: t('result'), key: 'result', render: (_, dispute) => <Ruling dispute={dispute} /> },
    ...(rules
      ? [
          {
            title: t('action'),
            key: 'action',
            responsive: ['md' as const],
            render: (_: unknown, dispute: DisputeLine) => ruleButton(dispute),
          },
        ]
      : []),
  ];
  return (
    <Table<DisputeLine>
      size="small"
      rowKey="id"
      aria-label={t('title')}
      columns={columns}
      dataSource={disputes}
      loading={loading}
      pagination={pagination}
      className="wide-table"
      locale={{ emptyText: <EmptyState text={t('empty')} hint={t('emptyHint')} /> }}
    />
  );
}

/** Of which case, by whom and when. */
function Raised({ dispute }: { dispute: DisputeLine }) {
  const { t } = useTranslation('disputes');
  const { caseId, raisedAs, raisedByName, raisedAt } = dispute;
  return (
    <>
      <Link to={`${caseLink(caseId)}?tab=thoi-gian`} className="case-number">
        {caseId}
      </Link>
      <span className="cell-line">{raisedByName ?? t(`raised.${raisedAs}`)}</span>
      <span className="cell-line muted">{formatInstant(raisedAt)}</span>
    </>
  );
}

/** What is contested and what should be right in the opinion of who contests it. */
export function About({ dispute }: { dispute: DisputeLine }) {
  const { t } = useTranslation('disputes');
  const { day, dueAt, wanted, missedAt } = dispute;
  if (missedAt !== null) return <>{t('aboutLate', { due: formatInstantDate(missedAt) })}</>;
  const isClass = DAY_CLASSES.some((one) => one === wanted);
  return (
    <>
      {day === null
        ? t('aboutDate', { due: dueAt === null ? '–' : formatInstantDate(dueAt) })
        : t('aboutDay', { day: formatDate(day) })}
      {wanted !== null && (
        <span className="cell-line muted">
          {t('wanted', { wanted: isClass ? t(`class.${wanted}`) : formatDate(wanted) })}
        </span>
      )}
    </>
  );
}

/** The ruling with its dates, side by side where they differ. */
export function Ruling({ dispute }: { dispute: DisputeLine }) {
  const { t } = useTranslation('disputes');
  const { status, rulingReason, citation, expectedDueAt, dueAt, ruledByName, ruledAt } = dispute;
  return (
    <>
      <strong>{t(`status.${status}`)}</strong>
      {expectedDueAt !== null && (
        <span className="cell-line">
          {t('expected', { date: formatInstantDate(expectedDueAt) })}
        </span>
      )}
      {expectedDueAt !== null && dueAt !== null && expectedDueAt !== dueAt && (
        <span className="cell-line tag-again">
          <span aria-hidden>▲ </span>
          {t('unchanged', { date: formatInstantDate(dueAt) })}
        </span>
      )}
      {rulingReason !== null && <div className="said-reason">{rulingReason}</div>}
      {citation !== null && <span className="cell-line muted">{citation}</span>}
      {ruledByName !== null && ruledAt !== null && (
        <span className="cell-line muted">
          {ruledByName}, {formatInstant(ruledAt)}
        </span>
      )}
    </>
  );
}
