import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FoundJudgment } from '../../domain/record/found.ts';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import type { useDecideFound } from './query.ts';

interface NoRecordProps {
  judgment: FoundJudgment;
  decide: ReturnType<typeof useDecideFound>;
  onClose: () => void;
}

/** That no record is made of a judgment, with the reason that stays beside it. */
export function NoRecord({ judgment, decide, onClose }: NoRecordProps) {
  const { t } = useTranslation('found');
  const [reason, setReason] = useState('');
  return (
    <Modal
      open
      title={t('actNone')}
      okText={t('actNone')}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: reason.trim() === '', loading: decide.isPending }}
      onOk={() => decide.mutate({ outcome: 'NONE', judgment: judgment.key, reason: reason.trim() })}
      onCancel={onClose}
    >
      <label htmlFor="found-reason">{t('reason')}</label>
      <Input.TextArea
        id="found-reason"
        rows={3}
        maxLength={500}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      <ProblemAlert error={decide.error} />
    </Modal>
  );
}
