import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { LawDraft } from '../../../domain/law/draft.ts';
import { send } from '../../api.ts';
import { ProblemAlert } from '../../pieces/ProblemAlert.tsx';
import { useSteadyKey } from '../../steadyKey.ts';
import { ChangeFields } from './ChangeFields.tsx';
import { showProblems } from '../../pieces/fieldProblems.ts';
import { changeOf } from './changeOf.ts';

interface DraftDialogProps {
  /** The draft to edit, or null for a new one. */
  draft: LawDraft | null;
  onClose: () => void;
  onSaved: (draft: LawDraft) => void;
}

/** Write a draft: its title and what changes; what is not sound is said beside its field. */
export function DraftDialog({ draft, onClose, onSaved }: DraftDialogProps) {
  const { t } = useTranslation('rehearsal');
  const [form] = Form.useForm();
  const client = useQueryClient();
  const keyOf = useSteadyKey();
  const save = useMutation({
    mutationFn: (values: { title: string; change: unknown }) => {
      const body = { title: values.title, change: changeOf(values.change) };
      const key = { idempotencyKey: keyOf(body) };
      if (draft === null) return send('POST', '/drafts', body, LawDraft, key);
      const edit = { rev: draft.rev, form: body };
      return send('PUT', `/drafts/${draft.id}`, edit, LawDraft, key);
    },
    onError: (error) => showProblems(form, error),
    onSuccess: async (saved) => {
      await client.invalidateQueries({ queryKey: ['drafts'] });
      onSaved(saved);
    },
  });
  return (
    <Modal
      open
      width={760}
      title={t(draft === null ? 'new' : 'edit')}
      okText={t('save')}
      cancelText={t('cancel')}
      confirmLoading={save.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <ProblemAlert error={save.error} />
      <Form
        form={form}
        layout="vertical"
        initialValues={draft === null ? {} : { title: draft.title, change: draft.change }}
        onFinish={save.mutate}
      >
        <Form.Item
          name="title"
          label={t('draft.title')}
          rules={[{ required: true, message: t('required') }]}
        >
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
        <ChangeFields />
      </Form>
    </Modal>
  );
}
