import { expect, test } from '@jest/globals';
import { CalendarUnknown, calendarFor } from '../../../domain/clock/calendarFor.ts';
import { dueAt, workingMsBetween } from '../../../domain/clock/workingTime.ts';
import { openSpans } from '../../../domain/clock/workingDay.ts';
import { HOUR_MS } from '../../../domain/instant.ts';
import { dayNames, sliceOf } from '../../../domain/law/calendar.ts';
import { CalendarOverlay, composeCalendar } from '../../../domain/law/overlay.ts';
import { LAW } from '../../support/cases.ts';
import { at, NATIONAL } from '../../support/nationalCalendar.ts';

const closure = (date: string) => {
  return {
    date,
    nameVi: 'Nghỉ bão',
    nameEn: 'Closed for a storm',
    confirmed: true,
    source: 'test',
  };
};
const OVERLAY: CalendarOverlay = CalendarOverlay.parse({
  version: 'trial-1',
  unit: 'STP-01',
  closures: [closure('2024-09-09'), closure('2024-05-04'), closure('2024-09-02')],
  hours: {
    weekly: {
      Fri: [{ opens: '07:30', closes: '11:30' }],
      Sat: [{ opens: '08:00', closes: '11:00' }],
    },
    citation: 'test',
    verified: false,
  },
});
const OWN = sliceOf(composeCalendar(NATIONAL, OVERLAY), '2024-04-15');
const ALL = sliceOf(NATIONAL, '2024-04-15');
const FIVE = { amount: 5, unit: 'workingDay' } as const;

test('an agency without days or hours of its own has the national calendar', () => {
  expect(composeCalendar(NATIONAL, null)).toBe(NATIONAL);
  expect(ALL).not.toHaveProperty('overlay');
  expect(ALL).not.toHaveProperty('weekHours');
});

test('a composed calendar keeps the national version and names the overlay', () => {
  expect(OWN).toMatchObject({ version: 'VN-test', overlay: 'trial-1' });
  expect(dayNames(composeCalendar(NATIONAL, OVERLAY))['2024-09-09']).toMatchObject({
    kind: 'local_closure',
    nameVi: 'Nghỉ bão',
  });
});

test('a local closure is no working day for its agency, and one for all others', () => {
  const from = at('2024-09-06');
  expect(dueAt(from, FIVE, ALL)).toBe(at('2024-09-14', '00:00') - 1);
  expect(dueAt(from, FIVE, OWN)).toBe(at('2024-09-17', '00:00') - 1);
});

test('a closure on a make-up Saturday undoes it; one on a holiday keeps the holiday’s name', () => {
  const term = { amount: 3, unit: 'workingDay' } as const;
  expect(dueAt(at('2024-04-26'), term, ALL)).toBe(at('2024-05-05', '00:00') - 1);
  expect(dueAt(at('2024-04-26'), term, OWN)).toBe(at('2024-05-07', '00:00') - 1);
  expect(dayNames(composeCalendar(NATIONAL, OVERLAY))['2024-09-02']?.nameVi).toBe('Quốc khánh');
});

test('hours of a Saturday open the office and do not make it a working day', () => {
  expect(openSpans('2024-09-14', OWN)).toEqual([
    [at('2024-09-14', '08:00'), at('2024-09-14', '11:00')],
  ]);
  expect(openSpans('2024-09-14', ALL)).toEqual([]);
  expect(dueAt(at('2024-09-13'), { amount: 1, unit: 'workingDay' }, OWN)).toBe(
    at('2024-09-17', '00:00') - 1,
  );
  // Friday morning has four hours, Saturday three, then comes Monday.
  expect(dueAt(at('2024-09-13', '07:30'), { amount: 8, unit: 'workingHour' }, OWN)).toBe(
    at('2024-09-16', '08:30'),
  );
  const week = workingMsBetween(at('2024-09-16', '00:00'), at('2024-09-23', '00:00'), OWN);
  expect(week / HOUR_MS).toBe(4 * 8 + 4 + 3);
});

test('a holiday on a Saturday closes an office that is open on Saturdays, a make-up day has full hours', () => {
  const holiday = sliceOf(composeCalendar(NATIONAL, OVERLAY), '2024-02-01');
  expect(openSpans('2024-02-10', holiday)).toEqual([]);
  expect(openSpans('2024-02-17', holiday)).toHaveLength(1);
  const made = sliceOf(composeCalendar(NATIONAL, OVERLAY), '2025-04-01');
  expect(openSpans('2025-04-26', made)).toHaveLength(2);
});

test.each<[what: string, change: object, path: (string | number)[]]>([
  ['a closure that is no date', { closures: [closure('2024-02-30')] }, ['closures', 0, 'date']],
  [
    'the same closure twice',
    { closures: [closure('2024-09-09'), closure('2024-09-09')] },
    ['closures', 1, 'date'],
  ],
  [
    'hours that end before they begin',
    {
      hours: {
        weekly: { Sat: [{ opens: '11:00', closes: '08:00' }] },
        citation: 'x',
        verified: true,
      },
    },
    ['hours', 'weekly', 'Sat', 0],
  ],
  [
    'hours without a source',
    { hours: { weekly: {}, citation: '', verified: true } },
    ['hours', 'citation'],
  ],
])('an overlay with %s is refused at its place', (_, change, path) => {
  const { error } = CalendarOverlay.safeParse({ ...OVERLAY, ...change });
  expect(error?.issues[0]?.path).toEqual(path);
});

test('a term is counted by the calendar it names, else by the unit’s, else by the national one', () => {
  const law = { ...LAW, calendar: OWN, calendars: { national: ALL } };
  const term = LAW.terms.police;
  expect(calendarFor(law, { ...term, calendar: 'national' })).toBe(ALL);
  expect(calendarFor(law, term)).toBe(OWN);
  expect(calendarFor(LAW, term)).toBe(LAW.calendar);
});

test('a name that no calendar has is never taken for another', () => {
  const term = { ...LAW.terms.police, calendar: 'V06' };
  expect(() => calendarFor(LAW, term)).toThrow(CalendarUnknown);
  expect(() => calendarFor({ ...LAW, calendars: { national: ALL } }, term)).toThrow('V06');
});
