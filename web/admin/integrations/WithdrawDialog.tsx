import { Alert, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnitKey } from '../../../domain/integration.ts';
import { ProblemAlert } from '../../pieces/ProblemAlert.tsx';
import { useConfirmKey } from '../../pieces/useConfirmKey.ts';
import { useKeyChanges } from './query.ts';

interface WithdrawDialogProps {
  unit: string;
  unitKey: UnitKey;
  /** Keys that this one announced: whoever stole it may have made them. */
  announced: readonly string[];
  onClose: () => void;
}

/** Withdraws a key at once and for ever, with a reason. */
export function WithdrawDialog({ unit, unitKey, announced, onClose }: WithdrawDialogProps) {
  const { t } = useTranslation('integrations');
  const { withdraw } = useKeyChanges(unit);
  const [reason, setReason] = useState('');
  const { kid } = unitKey;
  const ready = reason.trim() !== '' && !withdraw.isPending;
  const confirm = (): void => {
    if (ready) withdraw.mutate({ kid, reason: reason.trim() }, { onSuccess: onClose });
  };
  useConfirmKey(confirm);
  return (
    <Modal
      open
      title={t('withdrawConfirm', { kid })}
      okText={t('withdraw')}
      okButtonProps={{ danger: true, disabled: !ready }}
      cancelText={t('cancel')}
      onOk={confirm}
      onCancel={onClose}
    >
      <p>{t('withdrawText')}</p>
      {announced.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('withdrawAnnounced', { kids: announced.join(', ') })}
        />
      )}
      <label>
        {t('withdrawReason')}
        <Input.TextArea
          value={reason}
          maxLength={300}
          rows={3}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      <ProblemAlert error={withdraw.error} />
    </Modal>
  );
}
