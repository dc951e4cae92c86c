import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ActDialogProps } from '../pieces/acts/ActBar.tsx';
import { useAct } from '../pieces/acts/useAct.ts';
import { useTransferPage } from './exchangeQueries.ts';
import { SlipForm } from './SlipForm.tsx';

/** Corrects a slip before it is sent (again). */
export function CorrectSlip({ act, detail, onClose }: ActDialogProps) {
  const { t } = useTranslation('records');
  const exchange = useTranslation('exchange').t;
  const { caseId, rev } = detail.line;
  const { data } = useTransferPage(caseId);
  const { mutate, isPending, error } = useAct({ caseId, rev }, onClose);
  return (
    <Modal
      open
      width={760}
      footer={null}
      maskClosable={false}
      title={exchange('slip.correct')}
      onCancel={onClose}
    >
      {data?.slip?.amendment && <p>{exchange('slip.stands')}</p>}
      {data?.slip?.amendment === null && (
        <SlipForm
          initial={data.slip}
          saveWord={t('form.saveCorrection')}
          pending={isPending}
          error={error}
          onSave={({ judgment, document }) =>
            mutate({ act, codes: {}, paper: { judgment, document } })
          }
          onCancel={onClose}
        />
      )}
    </Modal>
  );
}
