import { CheckCircleOutlined, WarningFilled } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import type { CaseEvents } from '../../domain/case.ts';
import { reasonOf } from '../pieces/actReason.ts';
import { formatInstant } from '../pieces/format.ts';
import { useWhoActed } from '../pieces/useWhoActed.ts';
import { useLabel } from '../words/index.ts';

/** Everything that happened, newest first: what, who, when, why; and whether the log's chain holds. */
export function TransferTimeline({ log }: { log: z.infer<typeof CaseEvents> }) {
  const { t } = useTranslation('records');
  const label = useLabel();
  const whoActed = useWhoActed();
  const { chainIntact } = log;
  const events = log.events.toSorted((a, b) => b.rev - a.rev);
  return (
    <section aria-labelledby="timeline-title">
      <h2 id="timeline-title">{t('timeline.title')}</h2>
      <p className={chainIntact ? 'muted' : 'records-broken'}>
        {chainIntact ? <CheckCircleOutlined aria-hidden /> : <WarningFilled aria-hidden />}{' '}
        {t(chainIntact ? 'timeline.intact' : 'timeline.broken')}
      </p>
      <ol className="records-timeline">
        {events.map((event) => (
          <li key={event.rev}>
            <strong>{label('act', event.act)}</strong> → {label('step', event.step)}
            <div className="muted">
              {formatInstant(event.at)} · {whoActed(event)}
            </div>
            {reasonOf(event) !== null && <p className="records-said">{reasonOf(event)}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
