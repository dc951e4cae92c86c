import { Button, Table, type TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { CaseId } from '../../domain/case.ts';
import { allows } from '../../domain/permission.ts';
import { readingName } from '../../domain/wording/readings.ts';
import { caseLink } from '../pieces/caseLink.ts';
import { EmptyState } from '../pieces/EmptyState.tsx';
import { formatInstant } from '../pieces/format.ts';
import { useSession } from '../session.tsx';
import { useLabel, useLanguage } from '../words/index.ts';
import type { Filter, Line } from './query.ts';

interface ReadingTableProps {
  lines: readonly Line[];
  loading: boolean;
  /** Of one account: its numbers stand where the reader does otherwise. */
  byAccount: boolean;
  /** Asks for the readings of one reader; null where that is asked already. */
  onReader: ((reader: NonNullable<Filter['reader']>) => void) | null;
}

/** Readings, the latest first: when, who, what; in that of an account, of which numbers. */
export function ReadingTable({ lines, loading, byAccount, onReader }: ReadingTableProps) {
  const { t } = useTranslation('readings');
  const { language } = useLanguage();
  const columns: TableProps<Line>['columns'] = [
    { title: t('when'), key: 'when', render: (_, line) => <When line={line} /> },
    ...(byAccount
      ? []
      : [
          {
            title: t('who'),
            key: 'who',
            render: (_: unknown, line: Line) => <Who line={line} onReader={onReader} />,
          },
        ]),
    {
      title: t('what'),
      key: 'what',
      render: (_, { what, count }) => (
        <>
          {readingName(what, language)}
          {!byAccount && count > 1 && (
            <span className="cell-line muted">{t('among', { others: count - 1 })}</span>
          )}
        </>
      ),
    },
    ...(byAccount
      ? [
          {
            title: t('subjects'),
            key: 'subjects',
            render: (_: unknown, line: Line) => <Subjects line={line} />,
          },
        ]
      : []),
  ];
  return (
    <Table<Line>
      size="small"
      rowKey="id"
      aria-label={t('title')}
      className="readings-table"
      columns={columns}
      dataSource={lines}
      loading={loading}
      pagination={false}
      locale={{ emptyText: <EmptyState text={t('empty')} hint={t('emptyHint')} /> }}
    />
  );
}

function When({ line: { first, last, times } }: { line: Line }) {
  const { t } = useTranslation('readings');
  const from = formatInstant(first);
  const to = formatInstant(last);
  return (
    <>
      {from}
      {times > 1 && (
        <span className="cell-line muted">
          {t(from === to ? 'times' : 'timesTo', { times, last: to })}
        </span>
      )}
    </>
  );
}

function Who({ line, onReader }: { line: Line } & Pick<ReadingTableProps, 'onReader'>) {
  const { t } = useTranslation('readings');
  const label = useLabel();
  const { reader, readerName, roles, unitName } = line;
  const name = readerName ?? t('gone');
  const roleNames = roles.map((role) => label('role', role)).join(', ');
  return (
    <>
      {onReader === null ? (
        name
      ) : (
        <Button
          type="link"
          className="readings-who"
          title={t('onlyThis', { name })}
          onClick={() => onReader({ id: reader, name })}
        >
          {name}
        </Button>
      )}
      <span className="cell-line muted">
        {[roleNames, unitName].filter((part) => part !== '' && part !== null).join(' · ')}
      </span>
    </>
  );
}

/** The first numbers of what was read; a case leads to its page where the reader may open it. */
function Subjects({ line: { subjects = [], count } }: { line: Line }) {
  const { t } = useTranslation('readings');
  const { account } = useSession();
  const opens = allows(account, 'case.read');
  if (subjects.length === 0) return <span className="muted">{t('hidden')}</span>;
  return (
    <div className="readings-subjects">
      {subjects.map((subject) =>
        opens && CaseId.safeParse(subject).success ? (
          <Link key={subject} to={caseLink(subject)} className="case-number">
            {subject}
          </Link>
        ) : (
          <span key={subject} className="case-number">
            {subject}
          </span>
        ),
      )}
      {count > subjects.length && (
        <span className="muted">{t('rest', { count: count - subjects.length })}</span>
      )}
    </div>
  );
}
