import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import type { ExplainedDay } from '../../../domain/case.ts';
import { weekdayOf } from '../../../domain/instant.ts';
import { formatDate } from '../../pieces/format.ts';

type Day = z.infer<typeof ExplainedDay>;

interface DayStripProps {
  days: readonly Day[];
  /** Unit of the term: what `counted` counts. */
  unit: string;
  name: string;
}

/** Weeks of a term, Monday to Sunday: each day says whether it counts and why, by word and pattern. */
export function DayStrip({ days, unit, name }: DayStripProps) {
  const { t } = useTranslation('officer');
  const first = days[0];
  if (first === undefined) return null;
  const column = ((weekdayOf(first.date) + 6) % 7) + 1;
  const inHours = unit === 'hour' || unit === 'workingHour';
  return (
    <ol className="days" aria-label={t('dayByDay', { name })}>
      {days.map((day, index) => (
        <li
          key={day.date}
          className={`day day-${day.kind}`}
          style={index === 0 ? { gridColumnStart: column } : undefined}
        >
          <span className="day-date">
            {t(`weekday.${weekdayOf(day.date)}`)} {formatDate(day.date).slice(0, 5)}
          </span>
          <span className="day-kind">{t(`dayKind.${day.kind}`, { defaultValue: day.kind })}</span>
          {day.counted > 0 && (
            <span className="day-counted">
              +{t(inHours ? 'hours' : 'days', { count: Math.round(day.counted * 100) / 100 })}
            </span>
          )}
          {day.name !== null && (
            <span className="day-name">
              {day.name} {day.confirmed === false && `(${t('forecast')})`}
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}
