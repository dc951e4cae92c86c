import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import type { BulkPreview } from '../../../domain/bulk.ts';

type Preview = z.infer<typeof BulkPreview>;

/** What will be touched, and what will not with the reason. */
export function PreviewLists({ preview: { included, excluded } }: { preview: Preview }) {
  const { t } = useTranslation('officer');
  return (
    <>
      <p>{t('bulkIncluded', { count: included.length })}</p>
      <ul
        className="scroll-list"
        tabIndex={0}
        aria-label={t('bulkIncluded', { count: included.length })}
      >
        {included.map((one) => (
          <li key={one.caseId}>
            <span className="case-number">{one.caseId}</span> · {one.subjectName}
            <Beside one={one} />
          </li>
        ))}
      </ul>
      {excluded.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('bulkExcluded', { count: excluded.length })}
          description={
            <ul className="scroll-list">
              {excluded.map(({ caseId, reason }) => (
                <li key={caseId}>
                  <span className="case-number">{caseId}</span>: {reason}
                </li>
              ))}
            </ul>
          }
        />
      )}
    </>
  );
}

/** Who receives it, or which paper is printed. */
function Beside({ one: { receivedBy, paper } }: { one: Preview['included'][number] }) {
  const { t } = useTranslation('officer');
  if (receivedBy !== null) return <> · {t('bulkReceivedBy', { name: receivedBy })}</>;
  if (paper === null) return null;
  return <> · {t(paper === 'CERTIFICATE' ? 'certificate' : 'receipt')}</>;
}
