import { Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActDialogProps } from '../pieces/acts/ActBar.tsx';
import { StaleNotice } from '../pieces/acts/StaleNotice.tsx';
import { useAct } from '../pieces/acts/useAct.ts';
import { useLeave } from '../shell/Unsaved.tsx';
import { ChangedMeanwhile } from './ChangedMeanwhile.tsx';
import { RecordForm } from './RecordForm.tsx';
import { ReturnReason } from './ReturnReason.tsx';

/** Corrects the record before it is sent (again); what the Centre objected to is changed, nothing retyped. */
export function CorrectRecord({ act, detail, onClose }: ActDialogProps) {
  const { t } = useTranslation('records');
  const { mutate, isPending, error, stale } = useAct(detail, onClose);
  const leave = useLeave();
  const [opened] = useState(detail.record);
  return (
    <Modal
      open
      width={960}
      footer={null}
      maskClosable={false}
      title={t('form.correctTitle', { number: detail.recordNumber ?? '' })}
      onCancel={() => leave(onClose)}
    >
      <ReturnReason detail={detail} />
      <RecordForm
        initial={opened}
        saveWord={t('form.saveCorrection')}
        pending={isPending}
        error={error}
        notice={(again) => (
          <StaleNotice act={act} detail={detail} stale={stale} onAgain={again}>
            <ChangedMeanwhile before={opened} after={detail.record} />
          </StaleNotice>
        )}
        onSave={(paper) => mutate({ act, codes: {}, paper })}
        onCancel={() => leave(onClose)}
      />
    </Modal>
  );
}
