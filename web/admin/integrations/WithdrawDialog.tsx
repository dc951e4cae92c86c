import { Alert, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnitKey } from '../../../domain/integration.ts';
import { Loading } from '../../pieces/Loading.tsx';
import { ProblemAlert } from '../../pieces/ProblemAlert.tsx';
import { useConfirmKey } from '../../pieces/useConfirmKey.ts';
import { useKeyChanges, useWithdrawal } from './query.ts';

interface WithdrawDialogProps {
  unit: string;
  unitKey: UnitKey;
  onClose: () => void;
}

/** Withdraws a key at once and for ever, with a reason, and what it announced: whoever stole it may have made those. */
export function WithdrawDialog({ unit, unitKey, onClose }: WithdrawDialogProps) {
  const { t } = useTranslation('integrations');
  const { withdraw } = useKeyChanges(unit);
  const [reason, setReason] = useState('');
  const { kid } = unitKey;
  const { data, error, isPending } = useWithdrawal(unit, kid);
  const announced = data?.kids.filter((each) => each !== kid) ?? [];
  const ready = reason.trim() !== '' && !withdraw.isPending;
  const confirm = (): void => {
    if (!ready || data === undefined) return;
    const { kids } = data;
    withdraw.mutate({ kid, kids, reason: reason.trim() }, { onSuccess: onClose });
  };
  useConfirmKey(confirm);
  return (
    <Modal
      open
      title={t('withdrawConfirm', { kid })}
      okText={t('withdraw')}
      okButtonProps={{ danger: true, disabled: !ready || data === undefined }}
      cancelText={t('cancel')}
      onOk={confirm}
      onCancel={onClose}
    >
      <p>{t('withdrawText')}</p>
      {isPending && <Loading rows={1} />}
      {announced.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('withdrawAnnounced', {
            count: announced.length,
            kids: announced.join(', '),
          })}
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
      <ProblemAlert error={error ?? withdraw.error} />
    </Modal>
  );
}
