import { expect, test } from '@jest/globals';
import { lunarDateOf, lunarText, solarDateOf } from '../../../domain/law/lunar.ts';

/** Own computation, equal to the package `holidays` 0.109. */
const ANCHORS: readonly [year: number, newYear: string, kings: string][] = [
  [2015, '2015-02-19', '2015-04-28'],
  [2016, '2016-02-08', '2016-04-16'],
  [2017, '2017-01-28', '2017-04-06'],
  [2018, '2018-02-16', '2018-04-25'],
  [2019, '2019-02-05', '2019-04-14'],
  [2020, '2020-01-25', '2020-04-02'],
  [2021, '2021-02-12', '2021-04-21'],
  [2022, '2022-02-01', '2022-04-10'],
  [2023, '2023-01-22', '2023-04-29'],
  [2024, '2024-02-10', '2024-04-18'],
  [2025, '2025-01-29', '2025-04-07'],
  [2026, '2026-02-17', '2026-04-26'],
  [2027, '2027-02-06', '2027-04-16'],
  [2028, '2028-01-26', '2028-04-04'],
];

test.each(ANCHORS)('Tết %i is %s, the Hùng kings’ day %s', (year, newYear, kings) => {
  expect(solarDateOf({ year, month: 1, day: 1 })).toBe(newYear);
  expect(solarDateOf({ year, month: 3, day: 10 })).toBe(kings);
  expect(lunarDateOf(newYear)).toEqual({ year, month: 1, day: 1, leap: false });
  expect(lunarDateOf(kings)).toEqual({ year, month: 3, day: 10, leap: false });
});

test('the twelfth month has 29 days before Tết 2016, 2022, 2025–2028 and 30 before the others', () => {
  const short = ANCHORS.filter(([, newYear]) => {
    const eve = new Date(Date.parse(newYear) - 86_400_000).toISOString().slice(0, 10);
    return lunarDateOf(eve).day === 29;
  });
  expect(short.map(([year]) => year)).toEqual([2016, 2022, 2025, 2026, 2027, 2028]);
});

test.each([
  ['2014-10-24', { year: 2014, month: 9, day: 1, leap: true }],
  ['2017-07-23', { year: 2017, month: 6, day: 1, leap: true }],
  ['2020-05-23', { year: 2020, month: 4, day: 1, leap: true }],
  ['2023-03-22', { year: 2023, month: 2, day: 1, leap: true }],
  ['2025-07-25', { year: 2025, month: 6, day: 1, leap: true }],
  ['2028-06-23', { year: 2028, month: 5, day: 1, leap: true }],
])('%s begins a leap month', (date, lunar) => {
  expect(lunarDateOf(date)).toEqual(lunar);
});

test('Vietnam keeps its own new year where Beijing’s new moon falls on another date', () => {
  // In China 18 February 2007 and 3 February 2030 (UTC+8); in Vietnam a day earlier.
  expect(solarDateOf({ year: 2007, month: 1, day: 1 })).toBe('2007-02-17');
  expect(solarDateOf({ year: 2030, month: 1, day: 1 })).toBe('2030-02-02');
  // 1985: a month earlier, for the solstice fell in another month.
  expect(solarDateOf({ year: 1985, month: 1, day: 1 })).toBe('1985-01-21');
});

test('each day is followed by the next of its month or by the first of another', () => {
  let before = lunarDateOf('2024-12-31');
  for (let at = Date.UTC(2025, 0, 1); at < Date.UTC(2029, 0, 1); at += 86_400_000) {
    const date = new Date(at).toISOString().slice(0, 10);
    const lunar = lunarDateOf(date);
    const goesOn = lunar.day === before.day + 1 && lunar.month === before.month;
    const begins = lunar.day === 1 && before.day >= 29;
    expect([date, goesOn || begins]).toEqual([date, true]);
    if (!lunar.leap) expect(solarDateOf(lunar)).toBe(date);
    before = lunar;
  }
});

test('a month that no year has is refused', () => {
  expect(() => solarDateOf({ year: 2026, month: 13, day: 1 })).toThrow(RangeError);
});

test('a lunar date is written day and month, a leap month named', () => {
  expect(lunarText('2026-02-17', 'nhuận')).toBe('1/1');
  expect(lunarText('2025-07-25', 'nhuận')).toBe('1/6 nhuận');
});
