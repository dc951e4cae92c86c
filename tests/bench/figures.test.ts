import { expect, test } from '@jest/globals';
import { figure, latencies, median, quantile } from '../../bench/figures.ts';

const samples = Array.from({ length: 100 }, (_, index) => 100 - index);

test('quantiles are values that were measured, by nearest rank', () => {
  expect(quantile(samples, 0.5)).toBe(50);
  expect(quantile(samples, 0.99)).toBe(99);
  expect(quantile(samples, 1)).toBe(100);
  expect(quantile(samples, 0)).toBe(1);
  expect(quantile([7], 0.99)).toBe(7);
  expect(median([3, 1, 2])).toBe(2);
});

test('nothing measured has no quantile', () => {
  expect(() => quantile([], 0.5)).toThrow(RangeError);
  expect(() => quantile([1], 1.5)).toThrow(RangeError);
});

test('figures are rounded to what they can bear', () => {
  expect(figure('a', 1234.5678, 'ms')).toEqual({ name: 'a', value: 1235, unit: 'ms' });
  expect(figure('a', 12.345, 'ms').value).toBe(12.3);
  expect(figure('a', 0.61234, '').value).toBe(0.61);
});

test('latencies have their names', () => {
  expect(latencies('act', samples).map(({ name, value }) => [name, value])).toEqual([
    ['act_p50_ms', 50],
    ['act_p95_ms', 95],
    ['act_p99_ms', 99],
  ]);
});
