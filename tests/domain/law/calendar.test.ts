import { expect, test } from '@jest/globals';
import { CalendarExhausted } from '../../../domain/clock/workingTime.ts';
import {
  CalendarVersion,
  calendarFromRows,
  dayNames,
  sliceOf,
} from '../../../domain/law/calendar.ts';
import { NATIONAL } from '../../support/nationalCalendar.ts';

const row = {
  date: '2026-03-03',
  weekday: 'Tue',
  kind: 'holiday',
  name_vi: 'Nghỉ thử',
  name_en: 'Trial holiday',
  confirmed: 'true',
  source: 'test',
};

test('the table that ships is published from its first row to the end of its last year', () => {
  expect(NATIONAL).toMatchObject({ from: '2014-12-27', to: '2028-12-31' });
  expect(NATIONAL.days).toHaveLength(207);
  expect(NATIONAL.days.filter((day) => !day.confirmed)).toHaveLength(21);
  expect(NATIONAL.officeHours.verified).toBe(false);
});

test.each<[what: string, change: object, path: (string | number)[]]>([
  ['a weekday that is not the date’s', { weekday: 'Wed' }, [1, 'weekday']],
  ['an unknown kind', { kind: 'festival' }, [1, 'kind']],
  ['a date that does not exist', { date: '2026-02-30' }, [1, 'date']],
  ['a column nobody knows', { lunar: '1/1' }, [1]],
  ['the same date twice', { date: '2026-03-02', weekday: 'Mon' }, ['days', 1, 'date']],
  ['a make-up on a working day', { kind: 'makeup_working' }, ['days', 1, 'date']],
])('a table with %s is refused at its place', (_, change, path) => {
  const rows = [
    { ...row, date: '2026-03-02', weekday: 'Mon' },
    { ...row, ...change },
  ];
  expect(() => calendarFromRows('broken', rows)).toThrow(
    expect.objectContaining({ issues: [expect.objectContaining({ path })] }),
  );
});

test('an empty table is refused', () => {
  expect(() => calendarFromRows('empty', [])).toThrow('Too small');
});

test('office hours out of order are refused', () => {
  const spans = [
    { opens: '13:00', closes: '17:00' },
    { opens: '07:30', closes: '11:30' },
  ];
  const parsed = CalendarVersion.safeParse({
    ...NATIONAL,
    officeHours: { ...NATIONAL.officeHours, spans },
  });
  expect(parsed.error?.issues.map((issue) => issue.path)).toEqual([['officeHours', 'spans', 1]]);
});

test('a slice has a month back, eighteen ahead, weekday days off and make-up days only', () => {
  const slice = sliceOf(NATIONAL, '2026-01-05');
  expect(slice).toMatchObject({ version: 'VN-test', from: '2025-12-05', to: '2027-07-05' });
  expect(slice.daysOff.slice(0, 3)).toEqual(['2026-01-01', '2026-01-02', '2026-02-16']);
  expect(slice.daysOff).not.toContain('2026-04-26');
  expect(slice.makeUpDays).toEqual(['2026-01-10', '2026-08-22']);
  expect(slice.officeHours).toEqual([
    [27_000_000, 41_400_000],
    [46_800_000, 61_200_000],
  ]);
  expect(JSON.stringify(slice).length).toBeLessThan(1024);
});

test('months ahead end with the month where the day is missing', () => {
  expect(sliceOf(NATIONAL, '2026-08-31', 6).to).toBe('2027-02-28');
});

test('a slice is clipped to what is published, and there is none outside', () => {
  expect(sliceOf(NATIONAL, '2028-11-01').to).toBe('2028-12-31');
  expect(sliceOf(NATIONAL, '2014-12-30').from).toBe('2014-12-27');
  expect(() => sliceOf(NATIONAL, '2029-01-01')).toThrow(CalendarExhausted);
});

test('names say what a day is, weekend holidays and forecasts included', () => {
  const names = dayNames(NATIONAL);
  expect(names['2026-04-26']?.nameVi).toBe('Giỗ Tổ Hùng Vương');
  expect(names['2026-11-24']).toEqual({
    kind: 'holiday',
    nameVi: 'Ngày Văn hóa Việt Nam',
    nameEn: 'Vietnam Culture Day',
    confirmed: false,
  });
  expect(names['2026-03-02']).toBeUndefined();
});
