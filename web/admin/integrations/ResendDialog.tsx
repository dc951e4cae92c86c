import { Alert, Button, Modal } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import type { ResendPreview } from '../../../domain/integration.ts';
import { Loading } from '../../pieces/Loading.tsx';
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
        preview.data !== undefined && <PreviewLists preview={preview.data} />
      )}
    </Modal>
  );
}

function PreviewLists({ preview }: { preview: z.infer<typeof ResendPreview> }) {
  const { t } = useTranslation('integrations');
  const { included, excluded } = preview;
  const title = t('resendIncluded', { count: included.length });
  return (
    <>
      <p>{title}</p>
      <ul className="scroll-list" tabIndex={0} aria-label={title}>
        {included.map(({ id, unit, code }) => (
          <li key={id}>
            <span className="case-number">{id}</span> → {unit ?? t('notToSee')}{' '}
            {code !== null && <code>{code}</code>}
          </li>
        ))}
      </ul>
      {excluded.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('resendExcluded', { count: excluded.length })}
          description={
            <ul className="scroll-list">
              {excluded.map(({ messageId, why }) => (
                <li key={messageId}>
                  <span className="case-number">{messageId}</span>: {t(`why.${why}`)}
                </li>
              ))}
            </ul>
          }
        />
      )}
    </>
  );
}
