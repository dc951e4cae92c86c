import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ActDialogProps } from '../pieces/acts/ActBar.tsx';
import { useAct } from '../pieces/acts/useAct.ts';
import { RecordForm } from './RecordForm.tsx';

/** Corrects the record before it is sent (again); what the Centre objected to is changed, nothing retyped. */
export function CorrectRecord({ act, detail, onClose }: ActDialogProps) {
  const { t } = useTranslation('records');
  const { caseId, rev } = detail.line;
  const { mutate, isPending, error } = useAct({ caseId, rev }, onClose);
  return (
    <Modal
      open
      width={960}
      footer={null}
      maskClosable={false}
      title={t('form.correctTitle', { number: detail.recordNumber ?? '' })}
      onCancel={onClose}
    >
      <RecordForm
        initial={detail.record}
        saveWord={t('form.saveCorrection')}
        pending={isPending}
        error={error}
        onSave={(paper) => mutate({ act, codes: {}, paper })}
        onCancel={onClose}
      />
    </Modal>
  );
}
