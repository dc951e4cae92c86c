import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import type { CaseDetail, CaseEvents } from '../../domain/case.ts';
import { formatInstant } from '../pieces/format.ts';
import { lastReason } from './lastReturn.ts';
import { ReturnReason } from './ReturnReason.tsx';

interface TransferNoticeProps {
  detail: CaseDetail;
  events: z.infer<typeof CaseEvents>['events'];
}

/** What a province waits for: the Centre's acknowledgement, or why the record came back. */
export function TransferNotice({ detail, events }: TransferNoticeProps) {
  const { t } = useTranslation('records');
  const { step, closedAt } = detail.line;
  const number = detail.recordNumber ?? '';
  if (step === 'OFFICIALLY_UPDATED') {
    const date = closedAt === null ? '–' : formatInstant(closedAt);
    return (
      <Alert
        type="success"
        showIcon
        className="records-notice"
        title={t('page.acknowledged')}
        description={t('page.acknowledgedText', { number, date })}
      />
    );
  }
  if (step === 'RETURNED') return <ReturnReason detail={detail} />;
  if (step !== 'ABANDONED') return null;
  return (
    <Alert
      type="info"
      showIcon
      className="records-notice"
      title={t('page.abandoned')}
      description={t('page.abandonedText', { reason: lastReason(events, 'abandon') })}
    />
  );
}
