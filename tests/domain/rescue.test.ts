import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { likelyDay } from '../../domain/openEstimate.ts';
import {
  bandOf,
  calibrationOf,
  chanceAfter,
  estimateOf,
  percentilesOf,
  rangeOf,
  RESCUE_FROM,
  shareBeyond,
} from '../../domain/rescue.ts';
import { ALL_YEARS, at } from '../support/nationalCalendar.ts';

const HOUR = 3_600_000;
/** A hundred and one finished cases that took 0, 1, … 100 hours. */
const EVEN = Array.from({ length: 101 }, (_, hours) => hours * HOUR);
const TIMES = { samples: EVEN.length, percentiles: percentilesOf(EVEN) };

test('percentiles of an even spread are the spread', () => {
  expect(TIMES.percentiles).toEqual(EVEN);
  expect(percentilesOf([7])).toEqual(Array.from({ length: 101 }, () => 7));
  expect(() => percentilesOf([])).toThrow(RangeError);
});

test('the share of cases that took longer is read between the percentiles', () => {
  expect(shareBeyond(TIMES, 0)).toBeCloseTo(1, 9);
  expect(shareBeyond(TIMES, 25 * HOUR)).toBeCloseTo(0.75, 9);
  expect(shareBeyond(TIMES, 99.5 * HOUR)).toBeCloseTo(0.005, 9);
});

test('what happened in none or all of n cases may go otherwise in the next', () => {
  expect([chanceAfter(0, 30), chanceAfter(1, 30), chanceAfter(1, 0)]).toEqual([
    1 / 32,
    31 / 32,
    0.5,
  ]);
});

test('a case just begun is late as often as finished ones took longer than it may', () => {
  // Of 101 finished ones, and two more of the same kind.
  expect(estimateOf(TIMES, 0, 40 * HOUR).chance).toBeCloseTo(0.6, 2);
});

test('the time a case has stood there counts: only those that stood as long are compared', () => {
  const estimate = estimateOf(TIMES, 50 * HOUR, 20 * HOUR);
  // Of those that took more than 50 hours, 30 in 50 took more than 70; of all, 80 in 100 more than 20.
  const afresh = (0.8 * 101 + 1) / 103;
  expect(estimate.compared).toBe(51);
  expect(estimate.chance).toBeCloseTo((0.6 * 50.5 + 2 * afresh) / 52.5, 9);
  // Their median is 75 hours, of which 50 have passed.
  expect((estimate.usualMs ?? 0) / HOUR).toBeCloseTo(25, 6);
});

test('haste is the pace of the quickest quarter', () => {
  const quarter = 101 / 4;
  expect(estimateOf(TIMES, 0, 25 * HOUR).hurried).toBeCloseTo(1 / (quarter + 2), 9);
  expect(estimateOf(TIMES, 0, 10 * HOUR).hurried).toBeCloseTo(
    (0.6 * quarter + 1) / (quarter + 2),
    9,
  );
  expect(estimateOf(TIMES, 0, 30 * HOUR)).toMatchObject({ lost: false });
});

test('what even haste would hardly do is lost, and nothing of it can be saved', () => {
  const estimate = estimateOf(TIMES, 60 * HOUR, 1 * HOUR);
  expect(estimate.lost).toBe(true);
  expect(estimate.saveable).toBeLessThan(0.1);
});

test('a case older than any finished one has nothing to be compared with: it goes as a new one would', () => {
  const estimate = estimateOf(TIMES, 500 * HOUR, 30 * HOUR);
  expect(estimate.compared).toBe(0);
  expect(estimate.chance).toBeCloseTo((0.7 * 101 + 1) / 103, 9);
  expect(estimate.usualMs).toBeNull();
});

test('the fewer cases were seen, the farther the chance stays from certainty', () => {
  const few = { samples: 30, percentiles: TIMES.percentiles };
  const many = { samples: 300, percentiles: TIMES.percentiles };
  const [unsure, surer] = [estimateOf(few, 0, 0), estimateOf(many, 0, 0)];
  expect(unsure.chance).toBeLessThan(surer.chance);
  expect(surer.chance).toBeLessThan(1);
  expect([unsure.hurried, surer.hurried]).toEqual([8.5 / 9.5, 76 / 77]);
  const [rare, rarer] = [few, many].map((times) => estimateOf(times, 0, 200 * HOUR).chance);
  expect(rare).toBeGreaterThan(rarer ?? 1);
  expect(rarer).toBeGreaterThan(0);
});

const ms = fc.integer({ min: 0, max: 2_000 * HOUR });

test('no chance is certain, and more time left never makes lateness likelier', () => {
  fc.assert(
    fc.property(
      fc.array(ms, { minLength: 1, maxLength: 60 }),
      ms,
      ms,
      ms,
      (took, since, left, more) => {
        const times = { samples: took.length, percentiles: percentilesOf(took) };
        const [less, longer] = [
          estimateOf(times, since, left),
          estimateOf(times, since, left + more),
        ];
        for (const { chance, hurried, saveable, usualMs } of [less, longer]) {
          for (const certain of [chance, hurried]) {
            expect(certain).toBeGreaterThan(0);
            expect(certain).toBeLessThan(1);
          }
          expect(saveable).toBeGreaterThanOrEqual(0);
          expect(usualMs ?? 0).toBeGreaterThanOrEqual(0);
        }
        expect(longer.chance).toBeLessThanOrEqual(less.chance + 1e-9);
        expect(longer.hurried).toBeLessThanOrEqual(less.hurried + 1e-9);
      },
    ),
  );
});

test('fifths of the scale hold their lower end, the last one certainty too', () => {
  expect([0, 0.19, 0.2, 0.59, 0.6, 0.79, 0.8, 1].map(bandOf)).toEqual([0, 0, 1, 2, 3, 3, 4, 4]);
  expect(bandOf(RESCUE_FROM)).toBe(1);
});

test('calibration adds units up and divides once', () => {
  const bands = calibrationOf([
    { band: 3, called: 30, late: 24, expected: 21 },
    { band: 3, called: 10, late: 2, expected: 7 },
    { band: 0, called: 5, late: 1, expected: 0.5 },
  ]);
  expect(bands).toHaveLength(5);
  expect(bands[3]).toEqual({
    from: 0.6,
    to: 0.8,
    called: 40,
    late: 26,
    said: 0.7,
    came: 0.65,
    ...rangeOf(26, 40),
  });
  expect(bands[0]).toEqual({
    from: 0,
    to: 0.2,
    called: 5,
    late: 1,
    said: 0.1,
    came: null,
    ...rangeOf(1, 5),
  });
  expect(bands[1]).toEqual({
    from: 0.2,
    to: 0.4,
    called: 0,
    late: 0,
    said: null,
    came: null,
    low: 0,
    high: 1,
  });
});

test('the range of a share is wide for few cases and holds more than what was seen', () => {
  // Newcombe 1998, table I: 81 of 263, and 0 of 20, 1 of 29.
  const published = [
    [81, 263, 0.2553, 0.3662],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ] as const;
  for (const [hits, seen, low, high] of published) {
    const range = rangeOf(hits, seen);
    expect(range.low).toBeCloseTo(low, 3);
    expect(range.high).toBeCloseTo(high, 3);
  }
  expect(rangeOf(20, 20).high).toBe(1);
  expect(rangeOf(20, 20).low).toBeLessThan(0.85);
});

test('a likely day is half of what such cases still took, over days off, and rests on five of them', () => {
  const open = { unit: 'STP-01', kind: 'APPLICATION', step: 'VERIFYING', regime: 'SIMPLE' };
  const friday = at('2023-09-22', '09:00');
  const times = { samples: 30, percentiles: TIMES.percentiles.map((ms) => (ms * 40) / 100) };
  const day = (enteredMs: number, now: number, regime = open.regime) =>
    likelyDay({ ...open, regime, enteredMs }, times, ALL_YEARS, now);
  // Twenty office hours from Friday morning; twenty hours of the clock where the term never rests.
  expect(day(friday, friday)).toBe('2023-09-26');
  expect(day(friday, friday, 'URGENT')).toBe('2023-09-23');
  // Four finished cases stood so long: their days are theirs.
  expect(day(friday, at('2023-09-28', '16:00'))).toBeNull();
  expect(day(at('2023-09-01'), friday)).toBeNull();
});
