import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Checkbox, Form, Input, Modal } from 'antd';
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
  /** The other candidates of the look-up: records that may be of the same person. */
  others: readonly Candidate[];
  decision: IdentityDecision;
  onClose: () => void;
}

interface Values {
  reason: string;
  also?: number[];
}

/** Decides who a known person is, and of which further records the same holds, with the reason that stays. Ctrl+Enter confirms. */
export function IdentityDecisionDialog(props: IdentityDecisionDialogProps) {
  const { caseId, candidate, others, decision, onClose } = props;
  const { t } = useTranslation('identity');
  const label = useLabel();
  const client = useQueryClient();
  const keyFor = useSteadyKey();
  const [form] = Form.useForm<Values>();
  const { id, recordNumber, identity } = candidate.known;
  const { mutate, isPending, error } = useMutation({
    mutationFn: ({ reason, also = [] }: Values) => {
      const body = { knownPersons: [id, ...also], decision, reason };
      const path = `/cases/${caseId}/look-up/decisions`;
      return send('POST', path, body, LookUp, { idempotencyKey: keyFor(body) });
    },
    onSuccess: (lookUp) => {
      client.setQueryData(['look-up', caseId], lookUp);
      void client.invalidateQueries({ queryKey: ['known-bans', caseId] });
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
        {others.length > 0 && (
          <Form.Item name="also" label={t('also')} extra={t('alsoHint')}>
            <Checkbox.Group className="identity-also">
              {others.map(({ known }) => (
                <Checkbox key={known.id} value={known.id}>
                  {known.recordNumber ?? t('recordUnnumbered')} · {known.identity.fullName},{' '}
                  {formatDate(known.identity.birthDate)} · {known.unitName}
                </Checkbox>
              ))}
            </Checkbox.Group>
          </Form.Item>
        )}
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
