import { Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { FoundJudgment } from '../../domain/record/found.ts';
import { forget, showProblems } from '../pieces/fieldProblems.ts';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import type { useDecideFound } from './query.ts';

interface StandsElsewhereProps {
  judgment: FoundJudgment;
  decide: ReturnType<typeof useDecideFound>;
  onClose: () => void;
}

/** That a judgment stands in a record of the unit that is not among those offered, with why it is this person's. */
export function StandsElsewhere({ judgment, decide, onClose }: StandsElsewhereProps) {
  const { t } = useTranslation('found');
  const [form] = Form.useForm<{ recordNumber?: string; reason?: string }>();
  const values = Form.useWatch([], form) ?? {};
  const recordNumber = values.recordNumber?.trim() ?? '';
  const reason = values.reason?.trim() ?? '';
  return (
    <Modal
      open
      title={t('actElsewhere')}
      okText={t('note')}
      cancelText={t('cancel')}
      okButtonProps={{
        disabled: recordNumber === '' || reason === '',
        loading: decide.isPending,
      }}
      onOk={() =>
        decide.mutate(
          { outcome: 'THERE', judgment: judgment.key, recordNumber, reason },
          { onError: (error) => showProblems(form, error) },
        )
      }
      onCancel={onClose}
    >
      <p>{t('elsewhereLead')}</p>
      <Form form={form} layout="vertical" onValuesChange={(changed) => forget(form, changed)}>
        <Form.Item name="recordNumber" label={t('number')}>
          <Input maxLength={20} />
        </Form.Item>
        <Form.Item name="reason" label={t('reason')}>
          <Input.TextArea rows={3} maxLength={500} />
        </Form.Item>
      </Form>
      <ProblemAlert error={decide.error} form={form} />
    </Modal>
  );
}
