import { Table, type TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { FINDING_SORTS, type FindingLine } from '../../domain/quality/finding.ts';
import { addressOf } from '../api.ts';
import { type Asked, pagesOf, sortedBy } from '../pieces/askedList.ts';
import { EmptyState } from '../pieces/EmptyState.tsx';
import { formatDate, formatInstantDate } from '../pieces/format.ts';
import { useUnitName } from '../pieces/units.ts';
import { FindingActs } from './FindingActs.tsx';
import { History } from './History.tsx';
import { subjectPath } from './mendPath.ts';

interface FindingTableProps extends Asked {
  findings: readonly FindingLine[];
  total: number;
  loading: boolean;
}

/** Findings of one page; the server sorts and cuts. */
export function FindingTable({ findings, total, loading, query, onChange }: FindingTableProps) {
  const { t } = useTranslation('quality');
  return (
    <Table<FindingLine>
      size="small"
      rowKey="id"
      aria-label={t('title')}
      columns={useColumns(query)}
      dataSource={findings}
      loading={loading}
      expandable={{ expandedRowRender: ({ id }) => <History id={id} /> }}
      {...pagesOf({ query, onChange }, total, FINDING_SORTS)}
      locale={{ emptyText: <EmptyState text={t('none')} hint={t('noneHint')} /> }}
    />
  );
}

function useColumns(query: Asked['query']): TableProps<FindingLine>['columns'] {
  const { t } = useTranslation('quality');
  const unitName = useUnitName();
  const sorted = (key: string) => sortedBy(query, key);
  return [
    { title: t('rule'), key: 'rule', render: (_, line) => <RuleCell line={line} /> },
    {
      title: t('subject'),
      responsive: ['md'],
      ...sorted('subject'),
      render: (_, line) => <SubjectLink line={line} />,
    },
    { title: t('person'), dataIndex: 'personName', responsive: ['md'], ...sorted('person') },
    {
      title: t('source'),
      key: 'source',
      responsive: ['lg'],
      render: (_, { source, unit }) =>
        source === 'DEPARTMENT' ? unitName(unit) : t(`source.${source}`),
    },
    {
      title: t('judged'),
      responsive: ['xl'],
      ...sorted('judged'),
      render: (_, { judgedOn }) => (judgedOn === null ? '–' : formatDate(judgedOn)),
    },
    {
      title: t('opened'),
      responsive: ['lg'],
      ...sorted('opened'),
      render: (_, { openedAt }) => formatInstantDate(openedAt),
    },
    { title: t('act'), key: 'act', render: (_, line) => <FindingActs line={line} /> },
  ];
}

/** What the place of a finding is, where it is not a judgment of the record. */
const PLACES: Partial<Record<FindingLine['rule'], string>> = {
  LIKELY_DUPLICATE: 'otherRecord',
  UNREADABLE: 'field',
};

function RuleCell({ line }: { line: FindingLine }) {
  const { t } = useTranslation('quality');
  const { rule, side, place, reason, answer, personName } = line;
  return (
    <>
      {t(`rule.${rule}`)}
      <span className="cell-line muted">
        {t(`side.${side}`)}
        {place !== '' && ` · ${t(PLACES[rule] ?? 'judgmentRef', { place })}`}
      </span>
      {reason !== null && <span className="cell-line">{reason}</span>}
      {answer !== null && (
        <span className="cell-line">
          {t('answered', { number: answer.number, date: formatDate(answer.date) })}{' '}
          {answer.scan !== null && (
            <a href={addressOf(`/supplies/scans/${answer.scan}`)} target="_blank" rel="noreferrer">
              {t('copy')}
            </a>
          )}
        </span>
      )}
      <div className="only-narrow">
        <SubjectLink line={line} />
        <div>{personName}</div>
      </div>
    </>
  );
}

function SubjectLink({ line }: { line: FindingLine }) {
  const { t } = useTranslation('quality');
  return line.about === 'RECORD' ? (
    <Link className="case-number" to={subjectPath(line)}>
      {line.subject}
    </Link>
  ) : (
    <Link to={subjectPath(line)}>{t('supply')}</Link>
  );
}
