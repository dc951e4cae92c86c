import { Alert, Button, Modal } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import type { ResendPreview } from '../../../domain/integration.ts';
import { Loading } from '../../pieces/Loading.tsx';
import { PreviewLists } from '../../pieces/PreviewLists.tsx';
import { ProblemAlert } from '../../pieces/ProblemAlert.tsx';
import { useConfirmKey } from '../../pieces/useConfirmKey.ts';
import { useResend } from './query.ts';

interface ResendDialogProps {
  messageIds: readonly string[];
  onClose: () => void;
}

/** Sending again in two phases: a frozen preview with reasons for what is left out, then exactly that set. */
export function ResendDialog({ messageIds, onClose }: ResendDialogProps) {
  const { t } = useTranslation('integrations');
  const { preview, order } = useResend();
  const { mutate: askPreview } = preview;
  useEffect(() => askPreview(messageIds), [askPreview, messageIds]);
  const included = preview.data?.included.length ?? 0;
  const confirm = (): void => {
    if (preview.data !== undefined && included > 0 && order.isIdle)
      order.mutate(preview.data.token);
  };
  useConfirmKey(confirm);
  return (
    <Modal
      open
      width={720}
      title={t('resend')}
      onCancel={onClose}
      footer={
        order.isSuccess ? (
          <Button onClick={onClose}>{t('close')}</Button>
        ) : (
          <>
            <Button onClick={onClose}>{t('cancel')}</Button>
            <Button
              type="primary"
              loading={order.isPending}
              disabled={included === 0}
              onClick={confirm}
            >
              {t('resendConfirm', { count: included })}
            </Button>
          </>
        )
      }
    >
      <ProblemAlert error={preview.error ?? order.error} />
      {preview.isPending && <Loading rows={3} />}
      {order.data !== undefined ? (
        <Alert type="success" showIcon title={t('resendOrdered', { count: order.data.ordered })} />
      ) : (
        preview.data !== undefined && <ResendLists preview={preview.data} />
      )}
    </Modal>
  );
}

function ResendLists({ preview }: { preview: z.infer<typeof ResendPreview> }) {
  const { t } = useTranslation('integrations');
  const { included, excluded } = preview;
  return (
    <PreviewLists
      includedTitle={t('resendIncluded', { count: included.length })}
      included={included.map(({ id, unit, code }) => ({
        id,
        said: (
          <>
            → {unit ?? t('notToSee')} {code !== null && <code>{code}</code>}
          </>
        ),
      }))}
      excludedTitle={t('resendExcluded', { count: excluded.length })}
      excluded={excluded.map(({ messageId, why }) => ({ id: messageId, why: t(`why.${why}`) }))}
    />
  );
}
