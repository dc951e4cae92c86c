import { useTranslation } from 'react-i18next';
import type { ClockLine, ExplainedDay } from '../../domain/deadline.ts';
import { weekdayOf } from '../../domain/instant.ts';
import { lunarText } from '../../domain/law/lunar.ts';
import { useLabel, useLanguage } from '../words/index.ts';
import { formatDate } from './format.ts';
import './dayStrip.css';

interface DayStripProps {
  days: readonly ExplainedDay[];
  /** Unit of the term: what `counted` counts. */
  unit: ClockLine['unit'];
  name: string;
}

/** Drawn before the words, never instead of them. */
const MARKS: Record<ExplainedDay['kind'], string> = {
  START: '▷',
  COUNTED: '●',
  MAKE_UP_COUNTED: '●',
  WEEKEND: '○',
  HOLIDAY: '☆',
  DAY_OFF: '⇄',
  PAUSED: '‖',
  AFTER_HOURS: '◔',
  ROLLED_FORWARD: '→',
  DUE: '■',
};

/** Weeks of a term, Monday to Sunday: each day says whether it counts and why, by mark, word and pattern. */
export function DayStrip({ days, unit, name }: DayStripProps) {
  const { t } = useTranslation();
  const first = days[0];
  if (first === undefined) return null;
  const column = ((weekdayOf(first.date) + 6) % 7) + 1;
  const inHours = unit === 'hour' || unit === 'workingHour';
  const ordinals = runningSums(days);
  return (
    <ol className="days" aria-label={t('dayByDay', { name })}>
      {days.map((day, index) => (
        <li
          key={day.date}
          className={`day day-${day.kind}`}
          style={index === 0 ? { gridColumnStart: column } : undefined}
        >
          <span className="day-date">
            <span aria-hidden>{MARKS[day.kind]}</span> {t(`weekday.${weekdayOf(day.date)}`)}{' '}
            {formatDate(day.date).slice(0, 5)}
          </span>
          <span className="day-kind">{t(`dayKind.${kindShown(day)}`)}</span>
          {day.counted > 0 && (
            <span className="day-counted">
              {inHours
                ? `+${t('hours', { count: Math.round(day.counted * 100) / 100 })}`
                : t('nthDay', { n: ordinals[index] })}
            </span>
          )}
          <DayNote day={day} />
        </li>
      ))}
    </ol>
  );
}

/** The holiday's name with its lunar date, or why the clock stood still. */
function DayNote({ day: { date, name, confirmed, paused } }: { day: ExplainedDay }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const label = useLabel();
  if (paused !== null)
    return <span className="day-name">{label('pauseReason', paused.reason)}</span>;
  if (name === null) return null;
  return (
    <span className="day-name">
      {name[language]} {confirmed === false && `(${t('forecast')})`}
      <span className="day-lunar">{t('lunar', { date: lunarText(date, t('lunarLeap')) })}</span>
    </span>
  );
}

/** A first date is not counted in days, but its hours are. */
function kindShown({ kind, counted }: ExplainedDay): string {
  return kind === 'START' && counted > 0 ? 'START_COUNTED' : kind;
}

function runningSums(days: readonly ExplainedDay[]): number[] {
  let sum = 0;
  return days.map(({ counted }) => (sum += counted));
}
