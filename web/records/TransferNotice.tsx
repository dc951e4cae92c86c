import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import type { CaseDetail, CaseEvents } from '../../domain/case.ts';
import { reasonOf } from '../pieces/actReason.ts';
import { formatInstant } from '../pieces/format.ts';

type Event = z.infer<typeof CaseEvents>['events'][number];

/** The reason of the last such act; a dash when it is not shown to this reader. */
function lastReason(events: readonly Event[], act: string): string {
  const last = events.filter((event) => event.act === act).toSorted((a, b) => b.rev - a.rev)[0];
  return (last && reasonOf(last)) ?? '–';
}

interface TransferNoticeProps {
  detail: CaseDetail;
  events: readonly Event[];
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
  if (step === 'RETURNED') {
    return (
      <Alert
        type="warning"
        showIcon
        className="records-notice"
        title={t('page.returned')}
        description={t('page.returnedText', { reason: lastReason(events, 'returnRecord') })}
      />
    );
  }
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
