import { App, Button, Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { OUTAGE_PARTS } from '../../../domain/holding.ts';
import type { OutagePreview } from '../../../domain/outage.ts';
import { useBusinessNow } from '../../facts.ts';
import { InstantInput } from '../../pieces/InstantInput.tsx';
import { ProblemAlert } from '../../pieces/ProblemAlert.tsx';
import { useAmount } from '../../pieces/TimeLeft.tsx';
import { useLabel } from '../../words/index.ts';
import { useNoteOutage, useOutagePreview, type Values } from './query.ts';

/** Notes an outage in two steps: what it would shift in the ledger, then exactly that. */
export function OutageDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('incidents');
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const preview = useOutagePreview();
  const noting = useNoteOutage();
  const seen = preview.data;
  const confirm = (token: string): void =>
    noting.mutate(
      { ...form.getFieldsValue(), token },
      {
        onSuccess: () => {
          void message.success(t('outages.noted'));
          onClose();
        },
      },
    );
  const change = (): void => {
    preview.reset();
    noting.reset();
  };
  return (
    <Modal
      open
      title={t('outages.enter')}
      onCancel={onClose}
      footer={
        seen === undefined
          ? [
              <Button key="close" onClick={onClose}>
                {t('outages.close')}
              </Button>,
              <Button
                key="preview"
                type="primary"
                loading={preview.isPending}
                onClick={form.submit}
              >
                {t('outages.preview')}
              </Button>,
            ]
          : [
              <Button key="change" onClick={change}>
                {t('outages.change')}
              </Button>,
              <Button
                key="confirm"
                type="primary"
                loading={noting.isPending}
                onClick={() => confirm(seen.token)}
              >
                {t('outages.confirm')}
              </Button>,
            ]
      }
    >
      <ProblemAlert error={noting.error ?? preview.error} />
      <OutageFields
        form={form}
        disabled={seen !== undefined}
        onPreview={(values) => preview.mutate(values)}
      />
      {seen !== undefined && <Shift preview={seen} />}
    </Modal>
  );
}

interface OutageFieldsProps {
  form: ReturnType<typeof Form.useForm<Values>>[0];
  disabled: boolean;
  onPreview: (values: Values) => void;
}

function OutageFields({ form, disabled, onPreview }: OutageFieldsProps) {
  const { t } = useTranslation('incidents');
  const now = useBusinessNow();
  const needed = [{ required: true, whitespace: true, message: t('outages.required') }];
  return (
    <Form
      form={form}
      layout="vertical"
      disabled={disabled}
      initialValues={{ what: 'OTHER' }}
      onFinish={onPreview}
    >
      <Form.Item name="from" label={t('outages.from')} rules={needed}>
        <InstantInput />
      </Form.Item>
      <Form.Item
        name="to"
        label={t('outages.to')}
        rules={needed}
        extra={
          <Button
            type="link"
            size="small"
            onClick={() => form.setFieldValue('to', new Date(now).toISOString())}
          >
            {t('outages.endNow')}
          </Button>
        }
      >
        <InstantInput />
      </Form.Item>
      <Form.Item name="what" label={t('outages.what')}>
        <Select
          options={OUTAGE_PARTS.map((value) => ({ value, label: t(`outages.what.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="reason" label={t('outages.reason')} rules={needed}>
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
    </Form>
  );
}

/** Whose time becomes the system's. */
function Shift({ preview: { cases, holders } }: { preview: OutagePreview }) {
  const { t } = useTranslation('incidents');
  const label = useLabel();
  const amountOf = useAmount();
  if (holders.length === 0) return <p role="status">{t('outages.noShift')}</p>;
  return (
    <div role="status">
      <p>{t('outages.shift', { count: cases })}</p>
      <ul>
        {holders.map(({ holder, workingMs }) => (
          <li key={holder}>
            {label('holder', holder)}: <strong>{amountOf(workingMs)}</strong>
          </li>
        ))}
      </ul>
      <p className="muted">{t('outages.forGood')}</p>
    </div>
  );
}
