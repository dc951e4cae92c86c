import { Form, Input, Modal, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Reconciliation, SETTLED_BY_HAND } from '../../domain/exchange/reconciliation.ts';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import { useConfirmKey } from '../pieces/useConfirmKey.ts';
import { useDifferenceStep } from './query.ts';

export type Noting = 'questions' | 'settlements';

interface Values {
  settlement?: (typeof SETTLED_BY_HAND)[number];
  note: string;
}

interface NoteDialogProps {
  run: Reconciliation;
  keys: readonly string[];
  noting: Noting;
  onClose: () => void;
  onDone: () => void;
}

/** Asks what was asked, or how the chosen differences are settled and why. Ctrl+Enter confirms. */
export function NoteDialog({ run, keys, noting, onClose, onDone }: NoteDialogProps) {
  const { t } = useTranslation('reconciliation');
  const [form] = Form.useForm<Values>();
  const { mutate, isPending, error } = useDifferenceStep(run.caseId);
  useConfirmKey(() => !isPending && form.submit());
  const done = (): void => {
    onDone();
    onClose();
  };
  return (
    <Modal
      open
      title={t(`${noting}.title`, { count: keys.length })}
      okText={t(`${noting}.ok`)}
      cancelText={t('cancel')}
      okButtonProps={{ loading: isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
      afterOpenChange={(open) => open && document.querySelector<HTMLElement>('#note')?.focus()}
    >
      <p className="muted">{t(`${noting}.lead`)}</p>
      <Form<Values>
        form={form}
        layout="vertical"
        disabled={isPending}
        onFinish={(body) => mutate({ step: noting, body: { keys, ...body } }, { onSuccess: done })}
      >
        {noting === 'settlements' && (
          <Form.Item
            name="settlement"
            label={t('settlements.how')}
            rules={[{ required: true, message: t('settlements.howNeeded') }]}
          >
            <Radio.Group
              className="reconciliation-ways"
              options={SETTLED_BY_HAND.map((value) => ({
                value,
                label: t(`settlement.${value}`),
              }))}
            />
          </Form.Item>
        )}
        <Form.Item
          name="note"
          label={t(`${noting}.note`)}
          rules={[{ required: true, whitespace: true, message: t('noteNeeded') }]}
        >
          <Input.TextArea id="note" rows={3} maxLength={500} />
        </Form.Item>
      </Form>
      <ProblemAlert error={error} />
    </Modal>
  );
}
