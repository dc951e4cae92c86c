import { ClockCircleOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { useBusinessNow, useFacts } from '../facts.ts';
import { formatInstant } from '../pieces/format.ts';

/** The clock all dates on the screens follow, and how much faster than real time it runs. */
export function BusinessClock() {
  const { t } = useTranslation();
  const now = useBusinessNow(1_000);
  const { data } = useFacts();
  const speed = data?.facts.speed ?? 1;
  return (
    <span className="business-clock">
      <ClockCircleOutlined aria-hidden />{' '}
      <span className="clock-name muted">{t('businessClock')}</span>{' '}
      <time dateTime={new Date(now).toISOString()}>{formatInstant(now)}</time>
      {speed !== 1 && <span className="clock-speed muted"> · {t('speed', { speed })}</span>}
    </span>
  );
}
