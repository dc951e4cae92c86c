import { expect, test } from '@jest/globals';
import { afterOfficeTime, createTimetable, type Work } from '../../../agencies/simulator/delay.ts';
import { agencyCalendars, simulatedUnits } from '../../../agencies/simulator/reference.ts';
import { HOUR_MS } from '../../../domain/instant.ts';
import { openSpans } from '../../../domain/clock/workingDay.ts';
import { dateOf } from '../../../domain/instant.ts';

const calendars = agencyCalendars();
const calendar = calendars.POLICE;
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
  const at = createTimetable(clock, calendars).speakAt(work, { realMs: 20_000 }, null, now);
  expect(at).toBe(now + 20_000);
});

test('a business delay is exact in business time', () => {
  const at = createTimetable(clock, calendars).speakAt(work, { businessMs: HOUR_MS }, null, now);
  expect(businessOf(at)).toBe(epoch + HOUR_MS);
});

test('drawn answers fall into office hours, repeat for the same message, and have their median', () => {
  const days: number[] = [];
  for (let n = 0; n < 200; n += 1) {
    const one = { ...work, seed: `m-${n}` };
    const at = businessOf(createTimetable(clock, calendars).speakAt(one, 'drawn', null, now));
    const again = businessOf(createTimetable(clock, calendars).speakAt(one, 'drawn', null, now));
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
  const timetable = createTimetable(clock, calendars);
  for (let n = 0; n < 10 * 480; n += 1) {
    timetable.speakAt({ ...work, seed: `m-${n}` }, 'drawn', null, now);
  }
  const last = businessOf(timetable.speakAt(work, 'drawn', null, now));
  const elsewhere = { ...work, unit: 'PV06-42' };
  const other = businessOf(timetable.speakAt(elsewhere, 'drawn', null, now));
  expect(last).toBeGreaterThan(vn('2023-10-02T08:00'));
  expect(other).toBeLessThan(vn('2023-09-28T17:01'));
});

test('every unit of the reference data that can be asked is there, a commune and a post office per province', () => {
  const units = simulatedUnits();
  const codes = units.map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  const kindOf = (code: string) => units.find((unit) => unit.code === code)?.kind;
  expect(
    Object.fromEntries(
      ['PV06-01', 'V06', 'TAND-79', 'TAQSTW', 'TTLLTPQG', 'VKSND-40', 'THADS-40'].map((code) => [
        code,
        kindOf(code),
      ]),
    ),
  ).toEqual({
    'PV06-01': 'POLICE',
    V06: 'POLICE',
    'TAND-79': 'COURT',
    TAQSTW: 'MILITARY_COURT',
    TTLLTPQG: 'CENTRE',
    'VKSND-40': 'PROCURACY',
    'THADS-40': 'ENFORCEMENT',
  });
  expect(codes).toEqual(expect.arrayContaining(['BUUDIEN-40', 'BUUDIEN-24', 'UBND-40']));
  for (const kind of ['POST', 'COMMUNE'])
    expect(units.filter((unit) => unit.kind === kind)).toHaveLength(63);
});

test('a commune opens and closes by its own hours', () => {
  const late = createTimetable(clock, calendars);
  const commune = { ...work, kind: 'COMMUNE', unit: 'UBND-40' } as const;
  for (let n = 0; n < 50; n += 1) {
    const at = businessOf(late.speakAt({ ...commune, seed: `c-${n}` }, 'drawn', null, now));
    const open = openSpans(dateOf(at), calendars.COMMUNE);
    expect(open.some(([a, b]) => at >= a && at <= b + speed)).toBe(true);
  }
});
