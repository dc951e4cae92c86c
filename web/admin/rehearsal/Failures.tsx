import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import type { ReplanFailure } from '../../../domain/law/run.ts';
import { formatInstant } from '../../pieces/format.ts';
import { useUnitName } from '../../pieces/units.ts';

/** Cases that could not be brought over yet, with why; nothing while there are none. */
export function Failures({ failures }: { failures: readonly z.infer<typeof ReplanFailure>[] }) {
  const { t } = useTranslation('rehearsal');
  const unitName = useUnitName();
  if (failures.length === 0) return null;
  return (
    <Table
      size="small"
      rowKey="caseId"
      title={() => t('failures')}
      dataSource={failures}
      pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
      columns={[
        { title: t('move.case'), dataIndex: 'caseId', className: 'case-number' },
        { title: t('move.unit'), dataIndex: 'unit', render: unitName, responsive: ['md'] },
        { title: t('failure.code'), dataIndex: 'code' },
        { title: t('failure.attempts'), dataIndex: 'attempts', align: 'right' },
        { title: t('failure.at'), dataIndex: 'lastAt', render: formatInstant, responsive: ['sm'] },
      ]}
    />
  );
}
