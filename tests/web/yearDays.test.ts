import { expect, test } from '@jest/globals';
import { daysOfYear, weeksOf, yearsOf } from '../../web/admin/yearDays.ts';
import { NATIONAL } from '../support/nationalCalendar.ts';

test('years and days are those the calendar publishes', () => {
  expect(yearsOf(NATIONAL)).toEqual([
    2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027, 2028,
  ]);
  expect(daysOfYear(NATIONAL, 2014).map(({ date }) => date)).toEqual(['2014-12-27']);
  expect(daysOfYear(NATIONAL, 2030)).toEqual([]);
});

test('a month stands in weeks from Monday, with nothing where other months would', () => {
  const february = weeksOf(2026, 2);
  expect(february).toHaveLength(5);
  expect(february[0]).toEqual([null, null, null, null, null, null, '2026-02-01']);
  expect(february.flat().filter((date) => date !== null)).toHaveLength(28);
  expect(weeksOf(2027, 2)).toHaveLength(4);
  expect(weeksOf(2028, 2).flat()).toContain('2028-02-29');
});
