import { expect, test } from '@jest/globals';
import { CalendarVersion } from '../../../domain/law/calendar.ts';
import { forecastYear } from '../../../domain/law/forecast.ts';
import { NATIONAL } from '../../support/nationalCalendar.ts';

function published(year: number) {
  return NATIONAL.days.filter(({ date }) => date.startsWith(`${year}-`));
}

test.each([2027, 2028])('the forecast of %i is what the table that ships says', (year) => {
  const stripped = ({ source: _source, ...day }: (typeof NATIONAL.days)[number]) => day;
  expect(forecastYear(year).map(stripped)).toEqual(published(year).map(stripped));
});

test.each([2021, 2022, 2023, 2024, 2025, 2026])(
  'the forecast of %i would have been the decree’s, swaps aside',
  (year) => {
    const fixed = published(year).filter(
      ({ kind }) => kind === 'holiday' || kind === 'compensation',
    );
    const seen = (days: typeof fixed) => days.map(({ date, kind, nameVi }) => [date, kind, nameVi]);
    expect(seen(forecastYear(year))).toEqual(seen(fixed));
  },
);

test('a forecast tells what the code dates from what the yearly decree chooses', () => {
  const days = forecastYear(2029);
  const confirmed = days.filter((day) => day.confirmed).map(({ date }) => date.slice(5));
  expect(confirmed).toEqual(['01-01', '04-23', '04-30', '05-01', '09-02']);
  expect(days.find(({ nameVi }) => nameVi === 'Ngày Văn hóa Việt Nam')).toMatchObject({
    date: '2029-11-24',
    confirmed: false,
  });
  for (const { source } of days) expect(source).toContain('Bộ luật Lao động 2019, Điều 11');
});

test('years can be drafted far ahead: sound days, each statutory one once, no compensation missing', () => {
  for (let year = 2029; year <= 2050; year += 1) {
    const days = forecastYear(year);
    const drafted = { ...NATIONAL, from: `${year}-01-01`, to: `${year}-12-31`, days };
    expect(CalendarVersion.safeParse(drafted).error).toBeUndefined();
    expect(days.filter(({ kind }) => kind === 'holiday')).toHaveLength(12);
    const onWeekends = days.filter(
      ({ kind, date }) => kind === 'holiday' && [0, 6].includes(new Date(date).getUTCDay()),
    );
    expect(days.filter(({ kind }) => kind === 'compensation')).toHaveLength(onWeekends.length);
  }
});

test.each([2020, 2015, 2027.5])('nothing is forecast for %d', (year) => {
  expect(() => forecastYear(year)).toThrow(RangeError);
});
