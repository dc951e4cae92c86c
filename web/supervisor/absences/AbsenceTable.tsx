import { App, Button, Table, type TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Absence } from '../../../domain/absence.ts';
import { EmptyState } from '../../pieces/EmptyState.tsx';
import { formatDate } from '../../pieces/format.ts';
import { useAbsenceChanges } from './query.ts';

const DAYS_SHOWN = 4;

interface AbsenceTableProps {
  absences: readonly Absence[];
  loading: boolean;
  /** Business date: what ended before it cannot be cancelled. */
  today?: string | undefined;
  mayCancel: boolean;
  pagination?: TableProps<Absence>['pagination'];
}

/** Absences with who covers, and the days on which nobody does. */
export function AbsenceTable(props: AbsenceTableProps) {
  const { t } = useTranslation('absences');
  const { absences, loading, mayCancel, pagination = false } = props;
  const columns: TableProps<Absence>['columns'] = [
    {
      title: t('person'),
      key: 'person',
      render: (_, { person }) => (
        <>
          <strong>{person.displayName}</strong>
          <span className="cell-line muted">{person.title}</span>
        </>
      ),
    },
    {
      title: t('when'),
      key: 'when',
      render: (_, { from, to, reason }) => (
        <>
          {formatDate(from)} – {formatDate(to)}
          {reason !== null && <span className="cell-line muted">{t(`reason.${reason}`)}</span>}
        </>
      ),
    },
    {
      title: t('delegate'),
      key: 'delegate',
      render: (_, { delegate }) => delegate?.displayName ?? t('noDelegate'),
    },
    { title: t('days'), key: 'days', render: (_, absence) => <Uncovered absence={absence} /> },
    {
      title: t('cases'),
      key: 'cases',
      responsive: ['md'],
      render: (_, { covered, onDesk }) => (
        <>
          <span className="cell-line">{t('covered', { count: covered })}</span>
          <span className="cell-line muted">{t('onDesk', { count: onDesk })}</span>
        </>
      ),
    },
    ...(mayCancel
      ? [
          {
            title: t('action'),
            key: 'action',
            render: (_: unknown, absence: Absence) => <Cancel absence={absence} {...props} />,
          },
        ]
      : []),
  ];
  return (
    <Table<Absence>
      size="small"
      rowKey="id"
      aria-label={t('title')}
      columns={columns}
      dataSource={absences}
      loading={loading}
      pagination={pagination}
      className="wide-table"
      locale={{ emptyText: <EmptyState text={t('empty')} hint={t('emptyHint')} /> }}
    />
  );
}

function Uncovered({ absence: { uncoveredDays, cancelledAt } }: { absence: Absence }) {
  const { t } = useTranslation('absences');
  if (cancelledAt !== null) return <span className="muted">{t('state.cancelled')}</span>;
  if (uncoveredDays.length === 0) return <span className="muted">{t('none')}</span>;
  const days = uncoveredDays
    .slice(0, DAYS_SHOWN)
    .map((day) => formatDate(day).slice(0, 5))
    .join(', ');
  const rest = uncoveredDays.length - DAYS_SHOWN;
  return (
    <span className="tag-again">
      <span aria-hidden>▲ </span>
      {rest > 0 ? t('daysMore', { days, count: rest }) : days}
    </span>
  );
}

function Cancel({ absence, today }: { absence: Absence; today?: string | undefined }) {
  const { t } = useTranslation('absences');
  const { message, modal } = App.useApp();
  const { cancel } = useAbsenceChanges();
  const { id, person, from, to, covered, cancelledAt } = absence;
  if (cancelledAt !== null || (today !== undefined && to < today)) return null;
  const ask = (): void => {
    modal.confirm({
      title: t('cancelTitle'),
      content: t('cancelPreview', {
        name: person.displayName,
        from: formatDate(from),
        to: formatDate(to),
        count: covered,
      }),
      okText: t('cancel'),
      cancelText: t('keep'),
      okButtonProps: { danger: true },
      onOk: () =>
        cancel.mutateAsync(id).then(
          () => void message.success(t('cancelled')),
          (error: Error) => void message.error(error.message),
        ),
    });
  };
  return (
    <Button size="small" onClick={ask}>
      {t('cancel')}
    </Button>
  );
}
