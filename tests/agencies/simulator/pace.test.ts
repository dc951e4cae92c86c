import { expect, test } from '@jest/globals';
import { afterOfficeTime, createTimetable, type Work } from '../../../agencies/simulator/delay.ts';
import { agencyCalendar, simulatedUnits } from '../../../agencies/simulator/reference.ts';
import { HOUR_MS } from '../../../domain/instant.ts';
import { openSpans } from '../../../domain/clock/workingDay.ts';
import { dateOf } from '../../../domain/instant.ts';

const calendar = agencyCalendar();
const vn = (text: string): number => Date.parse(`${text}:00+07:00`);

test.each([
  ['within a morning', '2023-09-18T08:00', 2, '2023-09-18T10:00'],
  ['over lunch', '2023-09-18T11:00', 2, '2023-09-18T14:00'],
  ['from the night on', '2023-09-18T20:00', 1, '2023-09-19T09:00'],
  ['over a weekend', '2023-09-22T16:00', 2, '2023-09-25T09:00'],
  ['over Tết 2024', '2024-02-07T16:00', 2, '2024-02-15T09:00'],
  ['on a make-up Saturday', '2026-01-09T16:00', 2, '2026-01-10T09:00'],
])('office time runs %s', (_case, from, hours, to) => {
  expect(afterOfficeTime(vn(from), hours * HOUR_MS, calendar)).toBe(vn(to));
});

const speed = 60;
const now = Date.parse('2026-03-02T00:00:00Z');
const epoch = vn('2023-09-18T08:00');
const clock = { businessEpochMs: epoch, realEpochMs: now, speed };
const work: Work = { unit: 'PV06-40', kind: 'POLICE', seed: 'm-1', step: 0 };
/** Business instant at which a timetable lets a unit speak. */
function businessOf(realMs: number): number {
  return epoch + (realMs - now) * speed;
}

test('a real delay is exact whatever the business clock', () => {
  const at = createTimetable(clock, calendar).speakAt(work, { realMs: 20_000 }, null, now);
  expect(at).toBe(now + 20_000);
});

test('a business delay is exact in business time', () => {
  const at = createTimetable(clock, calendar).speakAt(work, { businessMs: HOUR_MS }, null, now);
  expect(businessOf(at)).toBe(epoch + HOUR_MS);
});

test('drawn answers fall into office hours, repeat for the same message, and have their median', () => {
  const days: number[] = [];
  for (let n = 0; n < 200; n += 1) {
    const one = { ...work, seed: `m-${n}` };
    const at = businessOf(createTimetable(clock, calendar).speakAt(one, 'drawn', null, now));
    const again = businessOf(createTimetable(clock, calendar).speakAt(one, 'drawn', null, now));
    expect(again).toBe(at);
    // Rounded up to a real millisecond, an answer at closing time may be that much later.
    const open = openSpans(dateOf(at), calendar).some(([a, b]) => at >= a && at <= b + speed);
    expect(open).toBe(true);
    days.push(Math.round((at - epoch) / (24 * HOUR_MS)));
  }
  days.sort((a, b) => a - b);
  expect(days[100]).toBeGreaterThanOrEqual(1);
  expect(days[100]).toBeLessThanOrEqual(3);
});

test('a flood lengthens the backlog of the unit it hits, and of no other', () => {
  const timetable = createTimetable(clock, calendar);
  for (let n = 0; n < 10 * 480; n += 1) {
    timetable.speakAt({ ...work, seed: `m-${n}` }, 'drawn', null, now);
  }
  const last = businessOf(timetable.speakAt(work, 'drawn', null, now));
  const elsewhere = { ...work, unit: 'PV06-42' };
  const other = businessOf(timetable.speakAt(elsewhere, 'drawn', null, now));
  expect(last).toBeGreaterThan(vn('2023-10-02T08:00'));
  expect(other).toBeLessThan(vn('2023-09-28T17:01'));
});

test('every police and court unit of the reference data is there, and a post office per province', () => {
  const units = simulatedUnits();
  const codes = units.map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  expect(codes).toEqual(expect.arrayContaining(['PV06-01', 'TAND-79', 'BUUDIEN-40', 'BUUDIEN-24']));
  expect(units.filter(({ kind }) => kind === 'POST')).toHaveLength(63);
});
