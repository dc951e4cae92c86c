import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type * as z from 'zod';
import { dateOf } from '../../domain/instant.ts';
import { CalendarVersion } from '../../domain/law/calendar.ts';
import { CalendarList, type CalendarLine } from '../../domain/law/published.ts';
import { get } from '../api.ts';
import { useBusinessNow } from '../facts.ts';
import { formatDate } from '../pieces/format.ts';
import { Loading } from '../pieces/Loading.tsx';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import { Alarms } from './Alarms.tsx';
import { DayTable } from './DayTable.tsx';
import { OfficeHours } from './OfficeHours.tsx';
import { daysOfYear, yearsOf } from './yearDays.ts';
import { YearGrid } from './YearGrid.tsx';
import './admin.css';

type Overlay = z.infer<typeof CalendarList>['overlays'][number];

/** The published working calendar, a year at a time, national or of one agency; read only. */
export default function Calendar() {
  const { t } = useTranslation('admin');
  const { data, error, refetch } = useQuery({
    queryKey: ['law', 'calendars'],
    queryFn: () => get('/calendars', CalendarList),
  });
  useEffect(() => {
    document.title = t('calendar.title');
  }, [t]);
  return (
    <div className="admin">
      <h1>{t('calendar.title')}</h1>
      <Alarms />
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {data === undefined ? error === null && <Loading rows={12} /> : <Published {...data} />}
    </div>
  );
}

/** What is looked at: kept in the address, so that a year of a calendar can be linked to. */
function useView(calendars: CalendarLine[], overlays: Overlay[]) {
  const [search, setSearch] = useSearchParams();
  const thisYear = Number(dateOf(useBusinessNow()).slice(0, 4));
  const line = calendars.find(({ version }) => version === search.get('ban')) ?? calendars[0];
  const overlay = overlays.find(({ version }) => version === search.get('rieng'));
  const change = (name: 'ban' | 'rieng' | 'nam', value: string | null): void => {
    const next = new URLSearchParams(search);
    if (value === null) next.delete(name);
    else next.set(name, value);
    setSearch(next);
  };
  return { line, overlay, year: Number(search.get('nam') ?? thisYear), change };
}

function Published({ calendars, overlays }: z.infer<typeof CalendarList>) {
  const { t } = useTranslation('admin');
  const { line, overlay, year, change } = useView(calendars, overlays);
  const { data, error, refetch } = useQuery({
    queryKey: ['law', 'calendar', line?.version, overlay?.version],
    queryFn: () =>
      get(`/calendars/${encodeURIComponent(line?.version ?? '')}`, CalendarVersion, {
        overlay: overlay?.version,
      }),
    enabled: line !== undefined,
    placeholderData: keepPreviousData,
  });
  if (line === undefined) return null;
  const years = yearsOf(line);
  return (
    <>
      <div className="admin-filters">
        <Select
          aria-label={t('calendar.version')}
          value={line.version}
          options={calendars.map(({ version }) => ({ value: version, label: version }))}
          onChange={(version) => change('ban', version)}
        />
        <Select
          aria-label={t('calendar.whose')}
          className="admin-whose"
          value={overlay?.version ?? ''}
          options={[
            { value: '', label: t('calendar.national') },
            ...overlays.map(({ version, unit }) => ({ value: version, label: unit })),
          ]}
          onChange={(version) => change('rieng', version === '' ? null : version)}
        />
        <YearChoice years={years} year={year} onYear={(next) => change('nam', String(next))} />
      </div>
      <p className="muted">
        {t('calendar.published', { from: formatDate(line.from), to: formatDate(line.to) })} ·{' '}
        {t('calendar.confirmed', { to: formatDate(line.confirmedTo) })} ·{' '}
        {t('calendar.monthsLeft', { count: line.monthsLeft })}
      </p>
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {data === undefined ? (
        error === null && <Loading rows={12} />
      ) : (
        <>
          <OfficeHours hours={data.officeHours} />
          <YearGrid year={year} days={daysOfYear(data, year)} />
          <DayTable days={daysOfYear(data, year)} />
        </>
      )}
    </>
  );
}

interface YearChoiceProps {
  years: number[];
  year: number;
  onYear: (year: number) => void;
}

function YearChoice({ years, year, onYear }: YearChoiceProps) {
  const { t } = useTranslation('admin');
  return (
    <span className="admin-year">
      <Button
        icon={<LeftOutlined />}
        aria-label={t('calendar.previous')}
        disabled={!years.includes(year - 1)}
        onClick={() => onYear(year - 1)}
      />
      <Select
        aria-label={t('calendar.year')}
        value={year}
        options={years.map((one) => ({ value: one, label: String(one) }))}
        onChange={onYear}
      />
      <Button
        icon={<RightOutlined />}
        aria-label={t('calendar.next')}
        disabled={!years.includes(year + 1)}
        onClick={() => onYear(year + 1)}
      />
    </span>
  );
}
