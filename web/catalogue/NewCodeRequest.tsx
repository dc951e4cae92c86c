import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { CodeRequested, type CodeRequestSubmission } from '../../domain/offence/codeRequest.ts';
import { send } from '../api.ts';
import { DateInput } from '../pieces/DateInput.tsx';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import { useSteadyKey } from '../steadyKey.ts';

const FIELDS = [
  { name: 'offence', most: 250, needed: true },
  { name: 'provision', most: 120, needed: true },
  { name: 'judgmentNumber', most: 60, needed: true },
  { name: 'judgmentDate', most: 10, needed: true },
  { name: 'court', most: 150, needed: true },
  { name: 'recordNumber', most: 20, needed: false },
  { name: 'note', most: 1000, needed: false },
] as const;

/** Asks the Centre for a code; a record's page brings the words of its judgment along. */
export function NewCodeRequest({
  initial,
  onClose,
}: {
  initial?: Partial<CodeRequestSubmission>;
  onClose: () => void;
}) {
  const { t } = useTranslation('catalogue');
  const navigate = useNavigate();
  const client = useQueryClient();
  const keyOf = useSteadyKey();
  const [form] = Form.useForm<Record<string, string>>();
  const asking = useMutation({
    mutationFn: (request: object) =>
      send('POST', '/catalogue/requests', { request }, CodeRequested, {
        idempotencyKey: keyOf(request),
      }),
    async onSuccess({ caseId }) {
      await client.invalidateQueries({ queryKey: ['worklist'] });
      void navigate(`/danh-muc/de-nghi/${caseId}`);
    },
  });
  const ask = (values: Record<string, string | undefined>): void => {
    asking.mutate(
      Object.fromEntries(FIELDS.map(({ name }) => [name, values[name]?.trim() || null])),
    );
  };
  return (
    <Modal
      open
      title={t('requests.new')}
      okText={t('requests.send')}
      confirmLoading={asking.isPending}
      maskClosable={false}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" initialValues={initial ?? {}} onFinish={ask}>
        {FIELDS.map(({ name, most, needed }) => (
          <Form.Item
            key={name}
            name={name}
            label={t(`request.${name}`)}
            rules={[{ required: needed, whitespace: needed, message: t('request.missing') }]}
          >
            {name === 'note' ? (
              <Input.TextArea maxLength={most} rows={2} />
            ) : name === 'judgmentDate' ? (
              <DateInput />
            ) : (
              <Input maxLength={most} />
            )}
          </Form.Item>
        ))}
        <ProblemAlert error={asking.error} />
      </Form>
    </Modal>
  );
}
