import { Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TransferPage } from '../../domain/exchange/transferPage.ts';
import type { ActDialogProps } from '../pieces/acts/ActBar.tsx';
import { StaleNotice } from '../pieces/acts/StaleNotice.tsx';
import { useAct } from '../pieces/acts/useAct.ts';
import { useLeave } from '../shell/Unsaved.tsx';
import { ChangedMeanwhile } from './ChangedMeanwhile.tsx';
import { useTransferPage } from './exchangeQueries.ts';
import { ReturnReason } from './ReturnReason.tsx';
import { SlipForm } from './SlipForm.tsx';

/** Corrects a slip before it is sent (again). */
export function CorrectSlip({ act, detail, onClose }: ActDialogProps) {
  const { t } = useTranslation('records');
  const exchange = useTranslation('exchange').t;
  const { data, isFetching } = useTransferPage(detail.line.caseId);
  const { mutate, isPending, error, stale } = useAct(detail, onClose);
  const leave = useLeave();
  const [opened, setOpened] = useState<TransferPage['slip']>(null);
  // Not what stands in the cache while it is being asked again: that may be older than the revision.
  if (opened === null && !isFetching && data?.slip != null) setOpened(data.slip);
  return (
    <Modal
      open
      width={760}
      footer={null}
      maskClosable={false}
      title={exchange('slip.correct')}
      onCancel={() => leave(onClose)}
    >
      <ReturnReason detail={detail} />
      {opened?.amendment && <p>{exchange('slip.stands')}</p>}
      {opened?.amendment === null && (
        <SlipForm
          initial={opened}
          saveWord={t('form.saveCorrection')}
          pending={isPending}
          error={error}
          notice={(again) => (
            <StaleNotice act={act} detail={detail} stale={stale} onAgain={again}>
              <ChangedMeanwhile before={opened} after={data?.slip ?? null} />
            </StaleNotice>
          )}
          onSave={({ judgment, document }) =>
            mutate({ act, codes: {}, paper: { judgment, document } })
          }
          onCancel={() => leave(onClose)}
        />
      )}
    </Modal>
  );
}
