import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Candidate, type IdentityDecision, LookUp } from '../../../domain/identity/lookUp.ts';
import { send } from '../../api.ts';
import { formatDate } from '../../pieces/format.ts';
import { ProblemAlert } from '../../pieces/ProblemAlert.tsx';
import { useConfirmKey } from '../../pieces/useConfirmKey.ts';
import { useSteadyKey } from '../../steadyKey.ts';
import { useLabel } from '../../words/index.ts';

interface IdentityDecisionDialogProps {
  caseId: string;
  candidate: Candidate;
  decision: IdentityDecision;
  onClose: () => void;
}

/** Decides who a known person is, with the reason that stays. Ctrl+Enter confirms. */
export function IdentityDecisionDialog(props: IdentityDecisionDialogProps) {
  const { caseId, candidate, decision, onClose } = props;
  const { t } = useTranslation('identity');
  const label = useLabel();
  const client = useQueryClient();
  const keyFor = useSteadyKey();
  const [form] = Form.useForm<{ reason: string }>();
  const { id, recordNumber, identity } = candidate.known;
  const { mutate, isPending, error } = useMutation({
    mutationFn: (values: { reason: string }) => {
      const body = { knownPerson: id, decision, ...values };
      const path = `/cases/${caseId}/look-up/decisions`;
      return send('POST', path, body, LookUp, { idempotencyKey: keyFor(body) });
    },
    onSuccess: (lookUp) => {
      client.setQueryData(['look-up', caseId], lookUp);
      void client.invalidateQueries({ queryKey: ['worklist', 'warnings'] });
      onClose();
    },
  });
  useConfirmKey(() => !isPending && form.submit());
  const what = label('identityDecision', decision);
  return (
    <Modal
      open
      title={t('decideOn', { decision: what, name: identity.fullName })}
      okText={what}
      cancelText={t('cancel')}
      okButtonProps={{ loading: isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p className="muted">
        {recordNumber} · {formatDate(identity.birthDate)} ·{' '}
        {label('identityClass', candidate.comparison.class)}
      </p>
      <Form form={form} layout="vertical" disabled={isPending} onFinish={mutate}>
        <Form.Item
          name="reason"
          label={t('reason')}
          extra={t('reasonHint')}
          rules={[{ required: true, whitespace: true, message: t('required') }]}
        >
          <Input.TextArea autoFocus rows={4} maxLength={2000} />
        </Form.Item>
      </Form>
      <ProblemAlert error={error} />
    </Modal>
  );
}
