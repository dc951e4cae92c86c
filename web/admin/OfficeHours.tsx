import { useTranslation } from 'react-i18next';
import { type CalendarVersion, WEEKDAYS } from '../../domain/law/calendar.ts';
import { VerifiedMark } from './VerifiedMark.tsx';

type Hours = CalendarVersion['officeHours'];

/** When offices are open, the days with hours of their own named, with the source. */
export function OfficeHours({ hours }: { hours: Hours }) {
  const { t } = useTranslation('admin');
  const own = WEEKDAYS.flatMap((name, weekday) => {
    const spans = hours.weekly?.[name];
    return spans === undefined ? [] : [`${t(`weekday.${weekday}`)} ${textOf(spans)}`];
  });
  return (
    <p>
      {t('calendar.hours')}: {[textOf(hours.spans), ...own].join('; ')}{' '}
      <VerifiedMark verified={hours.verified} />
      <br />
      <span className="muted">{hours.citation}</span>
    </p>
  );
}

function textOf(spans: Hours['spans']): string {
  if (spans.length === 0) return '–';
  return spans.map(({ opens, closes }) => `${opens}–${closes}`).join(', ');
}
