import { CheckCircleFilled, MinusCircleFilled } from '@ant-design/icons';
import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import type { BulkPreview, BulkResult } from '../../../domain/bulk.ts';
import { SubjectName } from '../../pieces/SubjectName.tsx';

interface BulkResultTableProps {
  results: z.infer<typeof BulkResult>['results'];
  /** The cases as the preview named them. */
  included: z.infer<typeof BulkPreview>['included'];
}

/** One row per case: done, or skipped and why. */
export function BulkResultTable({ results, included }: BulkResultTableProps) {
  const { t } = useTranslation('officer');
  const names = new Map(included.map(({ caseId, subjectName }) => [caseId, subjectName]));
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
          {
            title: t('caseId'),
            dataIndex: 'caseId',
            render: (caseId: string) => (
              <>
                <span className="case-number">{caseId}</span>
                <div>
                  <SubjectName name={names.get(caseId) ?? null} />
                </div>
              </>
            ),
          },
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
