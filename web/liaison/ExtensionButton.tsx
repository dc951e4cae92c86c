import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import { ActReply } from '../../domain/acts.ts';
import { EXTENSION_REASONS } from '../../domain/clock/law.ts';
import type { ExtensionForm } from '../../domain/desk.ts';
import { send } from '../api.ts';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import { useConfirmKey } from '../pieces/useConfirmKey.ts';
import { useSteadyKey } from '../steadyKey.ts';
import { useLabel } from '../words/index.ts';

type Extension = z.infer<typeof ExtensionForm>;

/** Asks for the longer term that the law of the case allows; once, and before the term is over. */
export function ExtensionButton({ requestId }: { requestId: string }) {
  const { t } = useTranslation('liaison');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('extension.button')}</Button>
      {open && <ExtensionDialog requestId={requestId} onClose={() => setOpen(false)} />}
    </>
  );
}

function ExtensionDialog({ requestId, onClose }: { requestId: string; onClose: () => void }) {
  const { t } = useTranslation('liaison');
  const label = useLabel();
  const { message } = App.useApp();
  const client = useQueryClient();
  const keyOf = useSteadyKey();
  const [form] = Form.useForm<Omit<Extension, 'requestId'>>();
  const extend = useMutation({
    mutationFn: (body: Extension) =>
      send('POST', '/verifications/extensions', body, ActReply, { idempotencyKey: keyOf(body) }),
    onSuccess: () => {
      void message.success(t('extension.done'));
      void client.invalidateQueries({ queryKey: ['desk'] });
      onClose();
    },
  });
  const submit = (): void => {
    if (!extend.isPending) form.submit();
  };
  useConfirmKey(submit);
  return (
    <Modal
      open
      title={t('extension.title')}
      okText={t('extension.send')}
      cancelText={t('answer.cancel')}
      confirmLoading={extend.isPending}
      onOk={submit}
      onCancel={onClose}
    >
      <p className="muted">{t('extension.lead')}</p>
      <ProblemAlert error={extend.error} />
      <Form
        form={form}
        layout="vertical"
        initialValues={{ basis: EXTENSION_REASONS[0] }}
        onFinish={(values) => extend.mutate({ requestId, ...values })}
      >
        <Form.Item name="basis" label={t('extension.basis')}>
          <Radio.Group
            options={EXTENSION_REASONS.map((value) => ({
              value,
              label: label('stepReason', value),
            }))}
          />
        </Form.Item>
        <Form.Item
          name="reason"
          label={t('answer.reason')}
          rules={[{ required: true, whitespace: true, message: t('answer.required') }]}
        >
          <Input.TextArea rows={3} maxLength={2000} autoFocus />
        </Form.Item>
      </Form>
    </Modal>
  );
}
