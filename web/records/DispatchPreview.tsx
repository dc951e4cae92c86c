import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { WaitingItem } from '../../domain/exchange/dispatch.ts';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import { useConfirmKey } from '../pieces/useConfirmKey.ts';

interface DispatchPreviewProps {
  items: readonly WaitingItem[];
  pending: boolean;
  error: Error | null;
  onIssue: () => void;
  onClose: () => void;
}

/** What a cover letter will name and to whom it goes, before its number is taken. Ctrl+Enter confirms. */
export function DispatchPreview({ items, pending, error, onIssue, onClose }: DispatchPreviewProps) {
  const { t } = useTranslation('exchange');
  useConfirmKey(onIssue);
  const records = items.filter(({ kind }) => kind === 'RECORD').length;
  return (
    <Modal
      open
      title={t('dispatch.previewTitle')}
      okText={t('dispatch.issue')}
      cancelText={t('dispatch.notYet')}
      confirmLoading={pending}
      onOk={onIssue}
      onCancel={onClose}
    >
      <p>{t('dispatch.preview', { records, slips: items.length - records })}</p>
      <ul className="records-previewed">
        {items.map(({ caseId, recordNumber, personName, kind }) => (
          <li key={caseId}>
            <span className="case-number">{recordNumber}</span> · {personName} ·{' '}
            {t(`papers.kind.${kind}`)}
          </li>
        ))}
      </ul>
      <p>{t('dispatch.numbered')}</p>
      <ProblemAlert error={error} />
    </Modal>
  );
}
