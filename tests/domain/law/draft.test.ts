import { expect, test } from '@jest/globals';
import { CalendarVersion, workChanges } from '../../../domain/law/calendar.ts';
import {
  type CalendarChange,
  calendarProblems,
  calendarWith,
  DraftForm,
  nextVersion,
} from '../../../domain/law/draft.ts';
import { forecastYear } from '../../../domain/law/forecast.ts';
import { NATIONAL } from '../../support/nationalCalendar.ts';

const day = (date: string, kind: string, nameVi = 'Ngày thử') => {
  const named = { nameVi, nameEn: 'Trial day', confirmed: true };
  return { date, kind, source: 'Thông báo thử', ...(kind === 'ordinary' ? {} : named) };
};
const form = (days: object[]) => ({
  title: 'Dự thảo',
  change: { of: 'CALENDAR', base: NATIONAL.version, days },
});

function problemsOf(input: unknown): string[] {
  const parsed = DraftForm.safeParse(input);
  if (parsed.success) {
    const { change } = parsed.data;
    if (change.of !== 'CALENDAR') return [];
    return calendarProblems(change, NATIONAL).map(({ path, code }) => `${path.join('.')} ${code}`);
  }
  return parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
}

test.each([
  [
    'a make-up day that is a working day already',
    [day('2023-09-22', 'makeup_working')],
    ['change.days.0.date MAKE_UP_IS_WORKING_DAY'],
  ],
  [
    'a swapped day off on a weekend',
    [day('2023-09-23', 'swap_off')],
    ['change.days.0.date REST_DAY_IS_WEEKEND'],
  ],
  [
    'the same date twice',
    [day('2023-09-22', 'swap_off'), day('2023-09-22', 'holiday')],
    ['change.days.1.date DATE_TWICE'],
  ],
  [
    'a date nobody published',
    [day('2031-09-22', 'swap_off')],
    ['change.days.0.date OUTSIDE_CALENDAR'],
  ],
  [
    'a date taken out that is not there',
    [day('2023-09-22', 'ordinary')],
    ['change.days.0.date DAY_NOT_IN_CALENDAR'],
  ],
  [
    'a day as it stands already',
    [{ ...day('2023-09-01', 'holiday', 'Quốc khánh (ngày liền kề)') }],
    ['change.days.0.date CHANGES_NOTHING'],
  ],
] as const)('%s is refused by its field', (_what, days, problems) => {
  expect(problemsOf(form([...days]))).toEqual(problems);
});

test('what is not a date, or a change of nothing, is refused', () => {
  expect(problemsOf(form([day('2023-02-30', 'swap_off')]))[0]).toMatch(/^change\.days\.0\.date /);
  expect(problemsOf(form([]))[0]).toMatch(/^change\.days /);
});

test('a term counts whole days, and has a source', () => {
  const term = { of: 'TERM', ruleSetId: 'B', term: 'police', amount: 2.5, unit: 'workingDay' };
  expect(problemsOf({ title: 'x', change: { ...term, citation: 'Dự thảo' } })).toEqual([
    'change.amount WHOLE_DAYS',
  ]);
  expect(problemsOf({ title: 'x', change: { ...term, amount: 2 } })[0]).toMatch(
    /^change\.citation/,
  );
});

test('a swap makes a sound calendar that differs on its two dates only', () => {
  const days = [day('2023-09-22', 'swap_off'), day('2023-09-30', 'makeup_working')];
  const next = calendarWith(NATIONAL, { days: days as CalendarChange['days'] }, 'VN-test.1');
  expect(CalendarVersion.parse(next).version).toBe('VN-test.1');
  expect(workChanges(NATIONAL, next).map(({ date, works }) => [date, works])).toEqual([
    ['2023-09-22', false],
    ['2023-09-30', true],
  ]);
});

test('a holiday taken out is worked on again', () => {
  const days = [day('2023-09-01', 'ordinary')] as CalendarChange['days'];
  const next = calendarWith(NATIONAL, { days }, 'x');
  expect(workChanges(NATIONAL, next)).toMatchObject([{ date: '2023-09-01', works: true }]);
});

test('a calendar is lengthened by what the law leads to expect, and the days put there stand above it', () => {
  const kept = NATIONAL.days.length;
  const change = { days: [], extendTo: 2030 };
  const next = CalendarVersion.parse(calendarWith(NATIONAL, change, 'VN-test.1'));
  expect([next.from, next.to]).toEqual([NATIONAL.from, '2030-12-31']);
  expect(next.days.slice(0, kept)).toEqual(NATIONAL.days);
  expect(next.days.slice(kept)).toEqual([...forecastYear(2029), ...forecastYear(2030)]);
  const days = [day('2029-09-03', 'ordinary'), day('2029-09-04', 'holiday')];
  expect(problemsOf({ ...form(days), change: { ...form(days).change, extendTo: 2029 } })).toEqual(
    [],
  );
});

test.each([
  ['a year that is published already', { extendTo: 2028 }, ['change.extendTo CHANGES_NOTHING']],
  ['a year nobody can foresee', { extendTo: 2053 }, [expect.stringMatching(/^change\.extendTo /)]],
  ['neither days nor a year', {}, ['change.days CHANGES_NOTHING']],
])('%s is refused', (_what, more, problems) => {
  const { title, change } = form([]);
  expect(problemsOf({ title, change: { ...change, ...more } })).toEqual(problems);
});

test('versions follow one another', () => {
  expect(nextVersion('vn-2026-11')).toBe('vn-2026-11.1');
  expect(nextVersion('vn-2026-11.9')).toBe('vn-2026-11.10');
});
