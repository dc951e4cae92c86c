import { FilePdfOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { addressOf } from '../../api.ts';

interface DraftPaperProps {
  caseId: string;
  /** Part of the address, so that a changed draft is not taken from the browser's cache. */
  rev: number;
  /** Whether the certificate itself exists; otherwise the draft with its watermark is shown. */
  issued?: boolean;
}

/** The certificate as it prints, embedded where there is room and always as a link. */
export function DraftPaper({ caseId, rev, issued = false }: DraftPaperProps) {
  const { t } = useTranslation('officer');
  const name = t(issued ? 'certificate' : 'draftPaper');
  const address = addressOf(`/cases/${caseId}/certificate.pdf`, issued ? {} : { draft: true });
  return (
    <section aria-label={name} className="paper">
      <a href={address} target="_blank" rel="noreferrer">
        <FilePdfOutlined aria-hidden /> {t('openPaper', { name: name.toLowerCase() })}
      </a>
      <iframe key={rev} title={name} src={`${address}#view=FitH`} />
    </section>
  );
}
