import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { allows } from '../../domain/permission.ts';
import type { QualityFigures } from '../../domain/quality/share.ts';
import { EmptyState } from '../pieces/EmptyState.tsx';
import { useSession } from '../session.tsx';

type Open = QualityFigures['open'][number];

/** What is open under each rule at each source; a count leads to its findings, for who may read them. */
export function OpenTable({ open }: { open: readonly Open[] }) {
  const { t } = useTranslation('quality');
  const { account } = useSession();
  const reads = allows(account, 'finding.read');
  return (
    <Table<Open>
      size="small"
      rowKey={({ rule, source }) => `${rule} ${source}`}
      aria-label={t('openByRule')}
      title={() => t('openByRule')}
      dataSource={open.toSorted((a, b) => b.open - a.open)}
      pagination={false}
      locale={{ emptyText: <EmptyState text={t('nothingOpen')} /> }}
      columns={[
        {
          title: t('rule'),
          key: 'rule',
          render: (_, { rule, side }) => (
            <>
              {t(`rule.${rule}`)} <span className="cell-line muted">{t(`side.${side}`)}</span>
            </>
          ),
        },
        { title: t('source'), key: 'source', render: (_, { source }) => t(`source.${source}`) },
        {
          title: t('state.OPEN'),
          dataIndex: 'open',
          align: 'end',
          render: (count: number, { rule, source }) =>
            reads ? <Link to={`/chat-luong?rule=${rule}&source=${source}`}>{count}</Link> : count,
        },
        { title: t('state.SET_ASIDE'), dataIndex: 'setAside', align: 'end', responsive: ['sm'] },
      ]}
    />
  );
}
