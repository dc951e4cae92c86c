import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import { useSettlement } from './query.ts';

interface PutAsideProps {
  id: string;
  state: 'REFUSED' | 'KEPT';
  /** Key of the button's word. */
  word: string;
}

/** Refuses an entry or keeps it without a record, with a reason that stays in the book. */
export function PutAside({ id, state, word }: PutAsideProps) {
  const { t } = useTranslation('supply');
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const { mutate, isPending, error } = useSettlement(id);
  const put = (): void => mutate({ state, reason: reason.trim() });
  return (
    <>
      <Button danger={state === 'REFUSED'} onClick={() => setOpen(true)}>
        {t(word)}
      </Button>
      <Modal
        open={open}
        title={t(word)}
        okText={t(word)}
        cancelText={t('entry.cancel')}
        okButtonProps={{
          disabled: reason.trim() === '',
          loading: isPending,
          danger: state === 'REFUSED',
        }}
        onOk={put}
        onCancel={() => setOpen(false)}
      >
        <label htmlFor={`reason-${state}`}>{t('entry.reasonAsk')}</label>
        <Input.TextArea
          id={`reason-${state}`}
          rows={3}
          maxLength={500}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
        <p className="muted">{t('entry.reasonHint')}</p>
        <ProblemAlert error={error} />
      </Modal>
    </>
  );
}
