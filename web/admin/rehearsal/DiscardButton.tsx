import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { LawDraft } from '../../../domain/law/draft.ts';
import { DiscardPreview } from '../../../domain/law/run.ts';
import { get, send } from '../../api.ts';
import { ProblemAlert } from '../../pieces/ProblemAlert.tsx';

/** Discard a draft in two steps: what goes with it, then exactly that. */
export function DiscardButton({ draft }: { draft: LawDraft }) {
  const { t } = useTranslation('rehearsal');
  const client = useQueryClient();
  const path = `/drafts/${draft.id}/discard`;
  const preview = useMutation({ mutationFn: () => get(path, DiscardPreview) });
  const discard = useMutation({
    mutationFn: (token: string) => send('POST', path, { token }, LawDraft),
    onSuccess: () => preview.reset(),
    onSettled: () => client.invalidateQueries({ queryKey: ['drafts'] }),
  });
  const found = preview.data;
  return (
    <>
      <Button danger loading={preview.isPending} onClick={() => preview.mutate()}>
        {t('discard')}
      </Button>
      <ProblemAlert error={preview.error} />
      {found !== undefined && (
        <Modal
          open
          title={t('discardTitle')}
          okText={t('discard')}
          okButtonProps={{ danger: true }}
          cancelText={t('cancel')}
          confirmLoading={discard.isPending}
          onOk={() => discard.mutate(found.token)}
          onCancel={() => preview.reset()}
        >
          <p>{t('discardWill', { count: found.rehearsals })}</p>
          <ProblemAlert error={discard.error} />
        </Modal>
      )}
    </>
  );
}
