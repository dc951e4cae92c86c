import { App, Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { FindingLine } from '../../domain/quality/finding.ts';
import { forget, showProblems } from '../pieces/fieldProblems.ts';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import { useSettle } from './query.ts';

/** Set a finding aside, or take it up again, for a reason. */
export function Settle({ line, onClose }: { line: FindingLine; onClose: () => void }) {
  const { t } = useTranslation('quality');
  const { message } = App.useApp();
  const [form] = Form.useForm<{ reason: string }>();
  const { mutate, isPending, error } = useSettle(line.id, () => {
    void message.success(t('settled'));
    onClose();
  });
  const word = line.state === 'OPEN' ? 'setAside' : 'takeUp';
  return (
    <Modal
      open
      title={t(`${word}Title`)}
      okText={t(word)}
      cancelText={t('cancel')}
      confirmLoading={isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p>
        {t(`rule.${line.rule}`)} · {line.personName}
      </p>
      <p className="muted">{t(`${word}Lead`)}</p>
      <Form
        form={form}
        layout="vertical"
        onValuesChange={(changed) => forget(form, changed)}
        onFinish={({ reason }) =>
          mutate(
            { state: line.state === 'OPEN' ? 'SET_ASIDE' : 'OPEN', reason: reason ?? '' },
            { onError: (refusal) => showProblems(form, refusal) },
          )
        }
      >
        <Form.Item name="reason" label={t('reason')} required>
          <Input.TextArea rows={3} maxLength={500} autoFocus />
        </Form.Item>
      </Form>
      <ProblemAlert error={error} form={form} />
    </Modal>
  );
}
