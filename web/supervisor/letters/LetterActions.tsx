import { App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LetterLine } from '../../../domain/letter.ts';
import { allows } from '../../../domain/permission.ts';
import { addressOf } from '../../api.ts';
import { ProblemAlert } from '../../pieces/ProblemAlert.tsx';
import { useSession } from '../../session.tsx';
import { useLetterChanges } from './query.ts';

interface LetterActionsProps {
  letter: LetterLine;
  maySign: boolean;
  onSign: () => void;
}

/** What can be done with one letter: read, sign, cancel, note that it was handed out. */
export function LetterActions({ letter, maySign, onSign }: LetterActionsProps) {
  const { t } = useTranslation('letters');
  const { account } = useSession();
  const [cancelling, setCancelling] = useState(false);
  const toHandOut = letter.status === 'SIGNED' && letter.way === 'PRINT';
  return (
    <div className="board-actions">
      {letter.status !== 'CANCELLED' && (
        <a
          href={addressOf(`/letters/${letter.id}/paper.pdf`)}
          target="_blank"
          rel="noreferrer"
          aria-label={`${t('paper')} ${letter.caseId}`}
        >
          {t('paper')}
        </a>
      )}{' '}
      {maySign && (
        <Button size="small" onClick={onSign}>
          {t('sign')}
        </Button>
      )}{' '}
      {maySign && (
        <Button size="small" type="text" onClick={() => setCancelling(true)}>
          {t('cancel')}
        </Button>
      )}
      {toHandOut && allows(account, 'letter.handOut') && <HandOut letter={letter} />}
      {cancelling && <CancelDialog letter={letter} onClose={() => setCancelling(false)} />}
    </div>
  );
}

function HandOut({ letter: { id } }: { letter: LetterLine }) {
  const { t } = useTranslation('letters');
  const { message, modal } = App.useApp();
  const { handOut } = useLetterChanges();
  const ask = (): void => {
    modal.confirm({
      title: t('handOutTitle'),
      okText: t('handOut'),
      cancelText: t('back'),
      onOk: () =>
        handOut.mutateAsync(id).then(
          () => void message.success(t('handedOut')),
          (error: Error) => void message.error(error.message),
        ),
    });
  };
  return (
    <Button size="small" onClick={ask}>
      {t('handOut')}
    </Button>
  );
}

function CancelDialog({ letter, onClose }: { letter: LetterLine; onClose: () => void }) {
  const { t } = useTranslation('letters');
  const { message } = App.useApp();
  const { cancel } = useLetterChanges();
  const [reason, setReason] = useState('');
  const confirm = (): void =>
    cancel.mutate(
      { id: letter.id, reason },
      {
        onSuccess: () => {
          void message.success(t('cancelled'));
          onClose();
        },
      },
    );
  return (
    <Modal
      open
      title={t('cancelTitle', { caseId: letter.caseId })}
      okText={t('cancel')}
      cancelText={t('back')}
      okButtonProps={{ danger: true, disabled: reason.trim() === '', loading: cancel.isPending }}
      onOk={confirm}
      onCancel={onClose}
    >
      <ProblemAlert error={cancel.error} />
      <label htmlFor="cancel-reason">{t('cancelReason')}</label>
      <Input.TextArea
        id="cancel-reason"
        autoFocus
        rows={3}
        maxLength={500}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      <p className="muted">{t('cancelHint')}</p>
    </Modal>
  );
}
