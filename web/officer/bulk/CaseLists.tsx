import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import type { BulkPreview } from '../../../domain/bulk.ts';
import { PreviewLists } from '../../pieces/PreviewLists.tsx';

type Preview = z.infer<typeof BulkPreview>;

/** The cases of a preview, each with what is said beside it. */
export function CaseLists({ preview: { included, excluded } }: { preview: Preview }) {
  const { t } = useTranslation('officer');
  return (
    <PreviewLists
      includedTitle={t('bulkIncluded', { count: included.length })}
      included={included.map((one) => ({
        id: one.caseId,
        said: (
          <>
            · {one.subjectName}
            <Beside one={one} />
          </>
        ),
      }))}
      excludedTitle={t('bulkExcluded', { count: excluded.length })}
      excluded={excluded.map(({ caseId, reason }) => ({ id: caseId, why: reason }))}
    />
  );
}

/** Who receives it, or which paper is printed. */
function Beside({ one: { receivedBy, paper } }: { one: Preview['included'][number] }) {
  const { t } = useTranslation('officer');
  if (receivedBy !== null) return <> · {t('bulkReceivedBy', { name: receivedBy })}</>;
  if (paper === null) return null;
  return <> · {t(paper === 'CERTIFICATE' ? 'certificate' : 'receipt')}</>;
}
