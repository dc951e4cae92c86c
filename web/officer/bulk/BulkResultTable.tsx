import { CheckCircleFilled, MinusCircleFilled } from '@ant-design/icons';
import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import type { BulkResult } from '../../../domain/bulk.ts';

/** One row per case: done, or skipped and why. */
export function BulkResultTable({ results }: z.infer<typeof BulkResult>) {
  const { t } = useTranslation('officer');
  const done = results.filter(({ ok }) => ok).length;
  return (
    <>
      <p role="status">{t('bulkDone', { done, all: results.length })}</p>
      <Table
        size="small"
        rowKey="caseId"
        dataSource={results}
        pagination={results.length > 20 ? { pageSize: 20 } : false}
        columns={[
          { title: t('caseId'), dataIndex: 'caseId', className: 'case-number' },
          {
            title: t('bulkResult'),
            key: 'result',
            render: (_, { ok, reason }) =>
              ok ? (
                <>
                  <CheckCircleFilled aria-hidden style={{ color: '#2b6b3f' }} /> {t('bulkOk')}
                </>
              ) : (
                <>
                  <MinusCircleFilled aria-hidden style={{ color: '#9a5b00' }} /> {reason}
                </>
              ),
          },
        ]}
      />
    </>
  );
}
