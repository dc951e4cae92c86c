import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type DateText, isWeekend } from '../../domain/instant.ts';
import type { CalendarDay } from '../../domain/law/calendar.ts';
import { useLanguage } from '../words/index.ts';
import { weeksOf } from './yearDays.ts';

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);
const WEEK = [1, 2, 3, 4, 5, 6, 0];
/** A sign beside the number, so that kinds are told apart without colour. */
const SIGNS: Readonly<Record<CalendarDay['kind'], string>> = {
  holiday: '●',
  compensation: '○',
  swap_off: '⇄',
  makeup_working: '✚',
  local_closure: '×',
};

type Exceptional = ReadonlyMap<DateText, CalendarDay>;

/** A year at a glance: months with their exceptional days marked by a sign, forecasts by a dashed frame. */
export function YearGrid({ year, days }: { year: number; days: readonly CalendarDay[] }) {
  const { t } = useTranslation('admin');
  const byDate = useMemo(() => new Map(days.map((day) => [day.date, day])), [days]);
  const kinds = Object.entries(SIGNS).filter(([kind]) => days.some((day) => day.kind === kind));
  return (
    <section aria-label={t('calendar.grid', { year })}>
      <p className="year-legend">
        {kinds.map(([kind, sign]) => (
          <span key={kind}>
            <span className="year-sign" data-kind={kind} aria-hidden>
              {sign}
            </span>{' '}
            {t(`kind.${kind}`)}
          </span>
        ))}
        <span>
          <span className="year-sign" data-forecast aria-hidden>
            00
          </span>{' '}
          {t('calendar.forecastDay')}
        </span>
      </p>
      <div className="year-grid">
        {MONTHS.map((month) => (
          <Month key={month} year={year} month={month} days={byDate} />
        ))}
      </div>
    </section>
  );
}

function Month({ year, month, days }: { year: number; month: number; days: Exceptional }) {
  const { t } = useTranslation('admin');
  return (
    <table className="year-month">
      <caption>{t('calendar.month', { month })}</caption>
      <thead>
        <tr>
          {WEEK.map((weekday) => (
            <th key={weekday} scope="col" abbr={t(`weekday.${weekday}`)}>
              {t(`short.${weekday}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(year, month).map((week, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- weeks of a month never move
          <tr key={index}>
            {week.map((date, place) => (
              <Day key={WEEK[place]} date={date} day={date === null ? undefined : days.get(date)} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Day({ date, day }: { date: DateText | null; day: CalendarDay | undefined }) {
  const { t } = useTranslation('admin');
  const { language } = useLanguage();
  if (date === null) return <td aria-label={t('none')} />;
  const number = Number(date.slice(8));
  const weekend = isWeekend(date);
  if (day === undefined) return <td data-weekend={weekend || undefined}>{number}</td>;
  const name = language === 'vi' ? day.nameVi : day.nameEn;
  const state = t(day.confirmed ? 'calendar.confirmedDay' : 'calendar.forecastDay');
  return (
    <td
      title={`${name} (${state})`}
      data-weekend={weekend || undefined}
      data-kind={day.kind}
      data-forecast={day.confirmed ? undefined : true}
    >
      {number}
      <span aria-hidden>{SIGNS[day.kind]}</span>
      <span className="only-spoken">
        {name}, {t(`kind.${day.kind}`)}, {state}
      </span>
    </td>
  );
}
