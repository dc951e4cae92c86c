import { expect, test } from '@jest/globals';
import { horizonOf } from '../../../domain/law/horizon.ts';
import { NATIONAL } from '../../support/nationalCalendar.ts';

test.each([
  ['2026-11-26', 25, false],
  ['2027-12-31', 12, false],
  ['2028-01-01', 11, true],
  ['2028-12-31', 0, true],
  ['2029-01-01', -1, true],
] as const)(
  'seen from %s the calendar reaches %i months; short: %p',
  (today, monthsLeft, short) => {
    expect(horizonOf(NATIONAL, today)).toMatchObject({
      publishedTo: '2028-12-31',
      monthsLeft,
      short,
    });
  },
);

test('what is confirmed ends before the first forecast that lies ahead', () => {
  expect(horizonOf(NATIONAL, '2026-01-05').confirmedTo).toBe('2026-11-23');
  expect(horizonOf(NATIONAL, '2026-11-25').confirmedTo).toBe('2027-02-03');
  const allConfirmed = { ...NATIONAL, days: NATIONAL.days.filter((day) => day.confirmed) };
  expect(horizonOf(allConfirmed, '2026-01-05').confirmedTo).toBe('2028-12-31');
});
