import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { LawDraft } from '../../../domain/law/draft.ts';
import { ApprovalPreview } from '../../../domain/law/run.ts';
import { get, send } from '../../api.ts';
import { ProblemAlert } from '../../pieces/ProblemAlert.tsx';
import { useConfirmKey } from '../../pieces/useConfirmKey.ts';
import { Numbers } from './Numbers.tsx';

/** Approve in two steps: what will be published and which cases go over, then exactly that. */
export function ApprovalButton({ draft, disabled }: { draft: LawDraft; disabled: boolean }) {
  const { t } = useTranslation('rehearsal');
  const { message } = App.useApp();
  const client = useQueryClient();
  const path = `/drafts/${draft.id}/approval`;
  const preview = useMutation({ mutationFn: () => get(path, ApprovalPreview) });
  const approve = useMutation({
    mutationFn: (token: string) => send('POST', path, { token }, LawDraft),
    onSuccess: ({ version }) => {
      preview.reset();
      void message.success(t('approved', { version }));
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['drafts'] }),
  });
  const found = preview.data;
  const confirm = (): void => {
    if (found !== undefined && !approve.isPending) approve.mutate(found.token);
  };
  useConfirmKey(confirm);
  const figures = found?.rehearsal.figures;
  return (
    <>
      <Button
        type="primary"
        disabled={disabled}
        loading={preview.isPending}
        onClick={() => preview.mutate()}
      >
        {t('approve')}
      </Button>
      <ProblemAlert error={preview.error} />
      {found !== undefined && figures?.of === 'REHEARSAL' && (
        <Modal
          open
          title={t('approveTitle', { version: found.version })}
          okText={t('approve')}
          cancelText={t('cancel')}
          confirmLoading={approve.isPending}
          onOk={confirm}
          onCancel={() => preview.reset()}
        >
          <p>
            {t('approveWill', {
              version: found.version,
              cases: found.cases,
              moved: figures.moved,
            })}
          </p>
          <Numbers
            figures={{
              moved: figures.moved,
              casesMoved: figures.casesMoved,
              toLate: figures.toLate,
              toInTime: figures.toInTime,
            }}
          />
          <ProblemAlert error={approve.error} />
        </Modal>
      )}
    </>
  );
}
