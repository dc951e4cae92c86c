import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { apportion, monthOfMinistry, scaled } from '../../bench/month/share.ts';

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
const month = monthOfMinistry();

test('the month is the ministry’s: 63 provinces, 87,781 dossiers, 34,882 of them from MCDT', () => {
  expect(month).toHaveLength(63);
  expect(new Set(month.map(({ code }) => code)).size).toBe(63);
  expect(sum(month.map(({ received }) => received))).toBe(87_781);
  expect(sum(month.map(({ fromMcdt }) => fromMcdt))).toBe(34_882);
});

test.each([0.0001, 0.001, 0.01, 0.0333, 0.1, 0.5, 1])(
  'at scale %d both totals are exact',
  (scale) => {
    const shares = scaled(month, scale);
    expect(sum(shares.map(({ received }) => received))).toBe(Math.round(87_781 * scale));
    expect(sum(shares.map(({ fromMcdt }) => fromMcdt))).toBe(Math.round(34_882 * scale));
    for (const { received, fromMcdt } of shares) expect(fromMcdt).toBeLessThanOrEqual(received);
  },
);

test('every province gets its exact share, rounded up or down', () => {
  for (const [index, { received }] of scaled(month, 0.01).entries()) {
    const exact = (month[index]?.received ?? 0) * 0.01;
    expect(received).toBeGreaterThanOrEqual(Math.floor(exact));
    expect(received).toBeLessThanOrEqual(Math.ceil(exact));
  }
});

test('the whole month is itself', () => {
  expect(scaled(month, 1)).toEqual(month);
});

test('whatever the counts, the parts sum to the rounded whole and stay within one of their share', () => {
  const counts = fc.array(fc.nat(100_000), { minLength: 1, maxLength: 80 });
  const scale = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(counts, scale, (parts, share) => {
      const whole = apportion(parts, share);
      expect(sum(whole)).toBe(Math.round(sum(parts) * share));
      for (const [index, part] of whole.entries()) {
        expect(Math.abs(part - (parts[index] ?? 0) * share)).toBeLessThan(1.000001);
      }
    }),
  );
});

test('limits are kept and what they push out goes to others', () => {
  expect(apportion([10, 10, 10], 0.5, [1, 9, 9])).toEqual([1, 7, 7]);
  expect(apportion([10], 1, [4])).toEqual([4]);
});
