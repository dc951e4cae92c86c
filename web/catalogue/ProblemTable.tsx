import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ReleasePage } from '../../domain/offence/release.ts';

type Problem = ReleasePage['problems'][number];

interface ProblemTableProps {
  problems: readonly Problem[];
  total: number;
}

/** Rows that were not taken, with their line in the file and why. */
export function ProblemTable({ problems, total }: ProblemTableProps) {
  const { t } = useTranslation('catalogue');
  return (
    <section aria-labelledby="faulty-rows">
      <h2 id="faulty-rows">{t('page.problems', { count: total })}</h2>
      <Table<Problem>
        size="small"
        rowKey={({ line, column }) => `${line} ${column}`}
        aria-labelledby="faulty-rows"
        dataSource={problems}
        pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
        columns={[
          { title: t('page.line'), dataIndex: 'line', sorter: (a, b) => a.line - b.line },
          { title: t('page.column'), key: 'column', render: (_, { column }) => t(column) },
          {
            title: t('page.value'),
            key: 'value',
            responsive: ['sm'],
            className: 'catalogue-said',
            render: (_, { value }) =>
              value === '' ? <span className="muted">{t('page.emptyCell')}</span> : value,
          },
          { title: t('page.problem'), dataIndex: 'message' },
        ]}
      />
    </section>
  );
}
