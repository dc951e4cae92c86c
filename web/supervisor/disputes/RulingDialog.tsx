import { App, Form, Input, Modal, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { DAY_CLASSES, type DayClass, type DisputeLine } from '../../../domain/dispute.ts';
import { ApiProblem } from '../../api.ts';
import { DateInput } from '../../pieces/DateInput.tsx';
import { formatDate } from '../../pieces/format.ts';
import { ProblemAlert } from '../../pieces/ProblemAlert.tsx';
import { About } from './DisputeTable.tsx';
import { useRuling } from './query.ts';

interface Values {
  outcome: 'UPHELD' | 'DISMISSED';
  dayClass?: DayClass;
  dueOn?: string;
  reason: string;
  citation: string;
}

/** Rules on a dispute: which class the day has or which date is due, with reason and citation. */
export function RulingDialog({ dispute, onClose }: { dispute: DisputeLine; onClose: () => void }) {
  const { t } = useTranslation('disputes');
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const upheld = Form.useWatch('outcome', form) === 'UPHELD';
  const { mutate, isPending, error } = useRuling(dispute.id);
  const { day, kind } = dispute;
  const read = dispute.raisedAs === 'APPLICANT' ? t('applicantReads') : null;
  const give = ({ outcome, dayClass, dueOn, reason, citation }: Values): void => {
    const said = { reason, citation };
    const ruling =
      outcome === 'UPHELD'
        ? { outcome, dayClass: dayClass ?? null, dueOn: dueOn ?? null, ...said }
        : { outcome, ...said };
    mutate(ruling, {
      onSuccess: () => {
        void message.success(t('ruled'));
        onClose();
      },
    });
  };
  const needed = [{ required: true, whitespace: true, message: t('required') }];
  return (
    <Modal
      open
      title={t('ruleTitle', { caseId: dispute.caseId })}
      okText={t('save')}
      cancelText={t('back')}
      confirmLoading={isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <ProblemAlert error={error} />
      <p>
        <About dispute={dispute} />
      </p>
      <p className="said-reason">{dispute.reason}</p>
      <Form form={form} layout="vertical" initialValues={{ outcome: 'UPHELD' }} onFinish={give}>
        <Form.Item name="outcome" label={t('outcome')}>
          <Radio.Group
            options={[
              { value: 'UPHELD', label: t('upheld') },
              { value: 'DISMISSED', label: t('dismissed') },
            ]}
          />
        </Form.Item>
        {upheld && day !== null && (
          <Form.Item
            name="dayClass"
            label={t('dayClass', { day: formatDate(day) })}
            rules={[{ required: true, message: t('required') }]}
          >
            <Select options={DAY_CLASSES.map((value) => ({ value, label: t(`class.${value}`) }))} />
          </Form.Item>
        )}
        {upheld && day === null && kind === 'DATE' && (
          <Form.Item name="dueOn" label={t('dueOn')} required {...fieldHelp(error, 'dueOn')}>
            <DateInput />
          </Form.Item>
        )}
        <Form.Item name="reason" label={t('rulingReason')} rules={needed} extra={read}>
          <Input.TextArea rows={3} maxLength={2000} />
        </Form.Item>
        <Form.Item name="citation" label={t('citation')} rules={needed} extra={t('citationHint')}>
          <Input maxLength={300} />
        </Form.Item>
      </Form>
    </Modal>
  );
}

function fieldHelp(error: unknown, name: string) {
  const wrong =
    error instanceof ApiProblem ? error.fields.find(({ path }) => path === name) : undefined;
  return wrong === undefined ? {} : { validateStatus: 'error' as const, help: wrong.message };
}
