import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import type { BulkCertificate, BulkPreview } from '../../../domain/bulk.ts';
import { PreviewLists } from '../../pieces/PreviewLists.tsx';
import { SubjectName } from '../../pieces/SubjectName.tsx';
import { useLabel } from '../../words/index.ts';

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
            · <SubjectName name={one.subjectName} />
            <Beside one={one} />
          </>
        ),
      }))}
      excludedTitle={t('bulkExcluded', { count: excluded.length })}
      excluded={excluded.map(({ caseId, reason }) => ({ id: caseId, why: reason }))}
    />
  );
}

/** What is signed, who receives it, or which paper is printed. */
function Beside({ one }: { one: Preview['included'][number] }) {
  const { t } = useTranslation('officer');
  const { certificate, receivedBy, paper } = one;
  if (certificate !== null) return <ToSign certificate={certificate} />;
  if (receivedBy !== null) return <> · {t('bulkReceivedBy', { name: receivedBy })}</>;
  if (paper === null) return null;
  return <> · {t(paper === 'CERTIFICATE' ? 'certificate' : 'receipt')}</>;
}

/** Type and conclusion of a certificate, and how many judgments and bans it lists; what is not clean stands out. */
function ToSign({ certificate }: { certificate: BulkCertificate }) {
  const { t } = useTranslation('officer');
  const label = useLabel();
  const { type, conclusion, judgments, bans } = certificate;
  const listed = [
    ...(judgments > 0 ? [t('bulkJudgments', { count: judgments })] : []),
    ...(bans > 0 ? [t('bulkBans', { count: bans })] : []),
  ];
  const said = label('conclusion', conclusion);
  const clean = conclusion === 'NO_RECORD' || conclusion === 'FOREIGNER_CLEAN';
  return (
    <div>
      {label('certificateType', type)}: {clean ? said : <strong>{said}</strong>}
      {listed.length > 0 && <strong> · {listed.join(' · ')}</strong>}
    </div>
  );
}
