import { Table, type TableProps } from 'antd';
import type { Key } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { DifferenceLine, PaperKnown } from '../../domain/exchange/reconciliation.ts';
import { type Asked, pagesOf, sortedBy } from '../pieces/askedList.ts';
import { EmptyState } from '../pieces/EmptyState.tsx';
import { formatDate, formatInstant } from '../pieces/format.ts';
import { DifferenceMark } from './DifferenceMark.tsx';

interface DifferenceTableProps extends Asked {
  lines: readonly DifferenceLine[];
  total: number;
  loading: boolean;
  /** The row the keyboard stands on. */
  current: string | null;
  /** Null where nothing can be chosen. */
  chosen: readonly string[] | null;
  onChoose: (keys: readonly string[]) => void;
}

/** Differences of one page; the server sorts and cuts. */
export function DifferenceTable(props: DifferenceTableProps) {
  const { lines, total, loading, current, chosen, onChoose, query, onChange } = props;
  const { t } = useTranslation('reconciliation');
  return (
    <Table<DifferenceLine>
      size="small"
      rowKey="key"
      aria-label={t('differences')}
      columns={useColumns(query)}
      dataSource={lines}
      loading={loading}
      rowClassName={({ key }) => (key === current ? 'current-row' : '')}
      onRow={({ key }) => ({ 'aria-current': key === current || undefined })}
      {...(chosen !== null && {
        rowSelection: {
          selectedRowKeys: [...chosen],
          onChange: (keys: Key[]) => onChoose(keys.map(String)),
          getCheckboxProps: ({ state }: DifferenceLine) => ({ disabled: state === 'SETTLED' }),
        },
      })}
      {...pagesOf({ query, onChange }, total, ['number', 'finding', 'settled'])}
      locale={{
        emptyText: <EmptyState text={t('noDifferences')} hint={t('noDifferencesHint')} />,
      }}
    />
  );
}

function useColumns(query: Asked['query']): TableProps<DifferenceLine>['columns'] {
  const { t } = useTranslation('reconciliation');
  return [
    {
      title: t('number'),
      ...sortedBy(query, 'number'),
      render: (_, line) => (
        <>
          <div>
            <NumberShown line={line} />
          </div>
          <div className="only-narrow">
            <span className="cell-line">{t(`finding.${line.finding}`)}</span>
            <DifferenceMark state={line.state} />
          </div>
        </>
      ),
    },
    {
      title: t('finding'),
      responsive: ['md'],
      ...sortedBy(query, 'finding'),
      render: (_, line) => (
        <>
          {t(`finding.${line.finding}`)}
          {line.fields.map((field) => (
            <FieldShown key={field} field={field} line={line} />
          ))}
        </>
      ),
    },
    {
      title: t('state'),
      responsive: ['md'],
      ...sortedBy(query, 'settled'),
      render: (_, line) => <StateShown line={line} />,
    },
  ];
}

function NumberShown({ line: { number, personName, here, there } }: { line: DifferenceLine }) {
  const { t } = useTranslation('reconciliation');
  const paper = there ?? here;
  const path = number.includes('/') ? `/ly-lich/${number}` : `/trao-doi/${number}`;
  return (
    <>
      {paper === null ? (
        <Link to={path} className="case-number">
          {number}
        </Link>
      ) : (
        number
      )}
      {personName !== null && <span className="cell-line">{personName}</span>}
      {paper !== null && (
        <span className="cell-line muted">
          {t(`kind.${paper.kind}`)} · {formatDate(paper.date)}
        </span>
      )}
    </>
  );
}

function FieldShown({ field, line }: { field: string; line: DifferenceLine }) {
  const { t } = useTranslation('reconciliation');
  const valueOf = (paper: PaperKnown | null): string => {
    const value = paper?.[field as keyof PaperKnown];
    return value ? formatDate(value) : '–';
  };
  return (
    <span className="cell-line muted">
      {t('fieldDiffers', {
        field: t(`field.${field}`),
        here: valueOf(line.here),
        there: valueOf(line.there),
      })}
    </span>
  );
}

function StateShown({ line }: { line: DifferenceLine }) {
  const { t } = useTranslation('reconciliation');
  const { state, askedBy, askedAt, question, settlement, settledBy, settledAt, note } = line;
  return (
    <>
      <DifferenceMark state={state} />
      {settlement !== null && <span className="cell-line">{t(`settlement.${settlement}`)}</span>}
      {settledAt !== null && (
        <span className="cell-line muted">
          {settledBy ?? t('byCalendar')} · {formatInstant(settledAt)}
        </span>
      )}
      {note !== null && <span className="cell-line reconciliation-said">{note}</span>}
      {state === 'ASKED' && askedAt !== null && (
        <>
          <span className="cell-line muted">
            {askedBy} · {formatInstant(askedAt)}
          </span>
          <span className="cell-line reconciliation-said">{question}</span>
        </>
      )}
    </>
  );
}
