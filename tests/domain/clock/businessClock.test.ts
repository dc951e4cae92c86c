import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type BusinessClock,
  businessClockText,
  businessTime,
  clockFrom,
  lastSegment,
  parseBusinessClock,
  realDelayUntil,
  REAL_TIME,
  speedAt,
} from '../../../domain/clock/businessClock.ts';

const REAL = Date.parse('2026-01-05T01:00:00Z');
const TEXT =
  '2023-08-14T00:00:00.000Z|2026-01-05T01:00:00.000Z|3600;' +
  '2023-08-14T10:00:00.000Z|2026-01-05T01:00:10.000Z|1';

/** Clocks of up to five segments, each beginning at or after the business time reached before it. */
const clocks: fc.Arbitrary<BusinessClock> = fc
  .array(
    fc.record({
      lasts: fc.integer({ min: 1, max: 60_000 }),
      jump: fc.constantFrom(0, 0, 3_600_000),
      speed: fc.constantFrom(1, 2.5, 60, 28_800, 400_000),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((parts) => {
    let [business, real] = [Date.parse('2023-08-14T00:00:00Z'), REAL];
    const segments = parts.map(({ lasts, jump, speed }) => {
      const segment = { businessEpochMs: business, realEpochMs: real, speed };
      business += Math.ceil(lasts * speed) + jump;
      real += lasts;
      return segment;
    });
    return { ...segments[0]!, later: segments.slice(1) };
  });
const realInstant = fc.integer({ min: REAL - 100_000, max: REAL + 400_000 });

test('business time never runs back', () => {
  fc.assert(
    fc.property(clocks, realInstant, fc.nat(50_000), (clock, real, later) => {
      const now = businessTime(clock, real);
      expect(businessTime(clock, real + later)).toBeGreaterThanOrEqual(now);
    }),
  );
});

test('a delay ends when its instant is reached, across segments, and not a millisecond later', () => {
  fc.assert(
    fc.property(clocks, realInstant, fc.nat(10 ** 10), (clock, real, ahead) => {
      const wake = businessTime(clock, real) + ahead;
      const delay = realDelayUntil(clock, wake, real);
      expect(businessTime(clock, real + delay)).toBeGreaterThanOrEqual(wake);
      expect(delay <= 2 || businessTime(clock, real + delay - 2) < wake).toBe(true);
    }),
  );
});

test('a clock is read back from its text', () => {
  fc.assert(
    fc.property(clocks, realInstant, (clock, real) => {
      const read = parseBusinessClock(businessClockText(clock));
      expect(businessTime(read, real)).toBe(businessTime(clock, real));
    }),
  );
});

test('the segments that are over can be left out', () => {
  fc.assert(
    fc.property(clocks, realInstant, fc.nat(400_000), (clock, real, later) => {
      const rest = clockFrom(clock, real);
      expect(businessTime(rest, real + later)).toBe(businessTime(clock, real + later));
    }),
  );
});

test('the second segment holds from its own real instant on', () => {
  const clock = parseBusinessClock(TEXT);
  expect(new Date(businessTime(clock, REAL + 9_000)).toISOString()).toBe(
    '2023-08-14T09:00:00.000Z',
  );
  expect(new Date(businessTime(clock, REAL + 11_000)).toISOString()).toBe(
    '2023-08-14T10:00:01.000Z',
  );
  expect([speedAt(clock, REAL + 9_999), speedAt(clock, REAL + 10_000)]).toEqual([3600, 1]);
  const wake = Date.parse('2023-08-14T10:00:05Z');
  expect(realDelayUntil(clock, wake, REAL)).toBe(15_000);
  expect(clockFrom(clock, REAL + 10_000)).toEqual(lastSegment(clock));
});

test('one segment is a clock, nothing is real time', () => {
  expect(parseBusinessClock(TEXT.split(';')[0])).not.toHaveProperty('later');
  expect(parseBusinessClock('')).toBe(REAL_TIME);
  expect(businessTime(REAL_TIME, REAL)).toBe(REAL);
});

test.each([
  ['nonsense', 'soon'],
  ['no speed', '2023-08-14T00:00:00Z|2026-01-05T01:00:00Z|0'],
  ['an empty segment', `${TEXT};`],
  ['a segment that begins before the one before it', TEXT.split(';').toReversed().join(';')],
  ['business time that runs back', TEXT.replace('10:00:00.000Z|', '09:59:59.000Z|')],
])('%s is no clock', (_what, text) => {
  expect(() => parseBusinessClock(text)).toThrow('BUSINESS_CLOCK');
});
