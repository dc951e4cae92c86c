import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Normalisation } from '../../domain/record/normalisation.ts';

type Item = Normalisation['items'][number];

/** Exactly the judgments of a batch, and what came of each. */
export function BatchTable({ items }: { items: readonly Item[] }) {
  const { t } = useTranslation('recordBook');
  return (
    <Table<Item>
      size="small"
      rowKey={({ number, ref }) => `${number} ${ref}`}
      aria-label={t('normalise.items')}
      dataSource={items}
      pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
      columns={[
        {
          title: t('number'),
          key: 'number',
          render: (_, { number }) => (
            <Link className="case-number" to={`/ly-lich/${number}`}>
              {number}
            </Link>
          ),
        },
        { title: t('name'), dataIndex: 'fullName', responsive: ['sm'] },
        { title: t('normalise.words'), dataIndex: 'offence', responsive: ['md'] },
        { title: t('normalise.entry'), dataIndex: 'code', className: 'record-book-said' },
        {
          title: t('result'),
          key: 'result',
          render: (_, { result }) => (result === null ? '–' : t(`result.${result}`)),
        },
      ]}
    />
  );
}
