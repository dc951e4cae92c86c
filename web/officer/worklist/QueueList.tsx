import { ExclamationCircleFilled, WarningFilled } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type List, QUEUES, type Queue } from '../../../domain/case.ts';
import { AMBER, LATE } from '../../theme.ts';
import { useLabel } from '../../words/index.ts';
import { useQueueCounts } from './query.ts';

const SIGNS: Partial<Record<Queue, React.ReactNode>> = {
  late: <ExclamationCircleFilled aria-hidden style={{ color: LATE }} />,
  atRisk: <WarningFilled aria-hidden style={{ color: AMBER }} />,
};

/** Queues with live counts; each is a link, so a queue can be bookmarked or opened beside. */
export function QueueList({ current }: { current: List }) {
  const { t } = useTranslation('officer');
  const label = useLabel();
  const { data: counts } = useQueueCounts();
  return (
    <nav aria-label={t('queues')} className="queues">
      {QUEUES.map((queue) => (
        <Link
          key={queue}
          to={`/viec?queue=${queue}`}
          aria-current={queue === current ? 'page' : undefined}
        >
          <span>
            {SIGNS[queue]} {label('queue', queue)}
          </span>
          <span className="queue-count">{countText(counts?.[queue])}</span>
        </Link>
      ))}
    </nav>
  );
}

/** The API counts up to a thousand; more need not be known exactly. */
function countText(count: number | undefined): string {
  if (count === undefined) return '';
  return count >= 1000 ? '1000+' : String(count);
}
