import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { type CleanCount, cleanShare, type QualityFigures } from '../../domain/quality/share.ts';
import { useUnitName } from '../pieces/units.ts';
import { usePercent } from '../supervisor/percent.ts';
import { totalOf } from './totals.ts';

/** How clean every department's book is now, and how many records the rules have not seen yet. */
export function CleanNow({ figures: { now, unchecked } }: { figures: QualityFigures }) {
  const { t } = useTranslation('quality');
  const unitName = useUnitName();
  const percent = usePercent();
  const { clean, records, share } = totalOf(now);
  const said = share === null ? '–' : percent(share);
  return (
    <>
      <p>
        <strong>{t('cleanOf', { clean, records, share: said })}</strong>
        {unchecked > 0 && <span className="muted"> {t('unchecked', { count: unchecked })}</span>}
      </p>
      <Table<CleanCount>
        size="small"
        rowKey="unit"
        aria-label={t('now')}
        dataSource={[...now]}
        pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
        columns={[
          { title: t('unit'), dataIndex: 'unit', render: unitName },
          {
            title: t('records'),
            dataIndex: 'records',
            align: 'end',
            sorter: (a, b) => a.records - b.records,
          },
          { title: t('notRight'), dataIndex: 'notRight', align: 'end', responsive: ['md'] },
          { title: t('notComplete'), dataIndex: 'notComplete', align: 'end', responsive: ['md'] },
          { title: t('notClean'), dataIndex: 'notClean', align: 'end', responsive: ['md'] },
          {
            title: t('cleanShare'),
            key: 'share',
            align: 'end',
            sorter: (a, b) => (cleanShare(a) ?? 0) - (cleanShare(b) ?? 0),
            render: (_, line) => {
              const own = cleanShare(line);
              return own === null ? '–' : percent(own);
            },
          },
        ]}
      />
    </>
  );
}
