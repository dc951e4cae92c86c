import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  bandOf,
  calibrationOf,
  estimateOf,
  percentilesOf,
  RESCUE_FROM,
  shareBeyond,
} from '../../domain/rescue.ts';

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

test('what has not happened in n cases keeps a small chance', () => {
  expect(shareBeyond(TIMES, 1000 * HOUR)).toBeCloseTo(0.5 / 102, 9);
});

test('a case just begun is late as often as finished ones took longer than it may', () => {
  expect(estimateOf(TIMES, 0, 40 * HOUR).chance).toBeCloseTo(0.6, 9);
});

test('the time a case has stood there counts: only those that stood as long are compared', () => {
  // Of those that took more than 50 hours, 30 in 50 took more than 70.
  const estimate = estimateOf(TIMES, 50 * HOUR, 20 * HOUR);
  expect(estimate.chance).toBeCloseTo(0.6, 9);
  // Their median is 75 hours, of which 50 have passed.
  expect((estimate.usualMs ?? 0) / HOUR).toBeCloseTo(25, 6);
});

test('haste is the pace of the quickest quarter', () => {
  expect(estimateOf(TIMES, 0, 25 * HOUR).hurried).toBe(0);
  expect(estimateOf(TIMES, 0, 10 * HOUR).hurried).toBeCloseTo(0.6, 9);
  expect(estimateOf(TIMES, 0, 30 * HOUR)).toMatchObject({ lost: false });
});

test('what even haste would hardly do is lost, and nothing of it can be saved', () => {
  const estimate = estimateOf(TIMES, 60 * HOUR, 1 * HOUR);
  expect(estimate.lost).toBe(true);
  expect(estimate.saveable).toBeLessThan(0.1);
});

test('a case older than any finished one is said to be late', () => {
  const estimate = estimateOf(TIMES, 500 * HOUR, 30 * HOUR);
  expect(estimate.chance).toBe(1);
  expect(estimate.usualMs).toBeNull();
});

const ms = fc.integer({ min: 0, max: 2_000 * HOUR });

test('chances lie between 0 and 1, and more time left never makes lateness likelier', () => {
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
          for (const share of [chance, hurried, saveable]) {
            expect(share).toBeGreaterThanOrEqual(0);
            expect(share).toBeLessThanOrEqual(1);
          }
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
    few: false,
  });
  expect(bands[0]).toEqual({
    from: 0,
    to: 0.2,
    called: 5,
    late: 1,
    said: 0.1,
    came: 0.2,
    few: true,
  });
  expect(bands[1]).toEqual({
    from: 0.2,
    to: 0.4,
    called: 0,
    late: 0,
    said: null,
    came: null,
    few: true,
  });
});
