import { expect, test } from '@jest/globals';
import { seededRandom } from '../../demo/random.ts';

const draws = (seed: string, count: number): number[] => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => random.next());
};

test('a seed repeats its sequence, and the next seed goes its own way', () => {
  expect(draws('người 1', 100)).toEqual(draws('người 1', 100));
  const same = draws('người 2', 100).filter((value, at) => value === draws('người 1', 100)[at]);
  expect(same).toEqual([]);
});

test('draws stay in [0, 1) and fill it evenly', () => {
  const tenths = draws('even', 100_000).map((value) => Math.floor(value * 10));
  const counts = Array.from({ length: 10 }, (_, tenth) => tenths.filter((t) => t === tenth).length);
  expect(counts.reduce((sum, count) => sum + count)).toBe(100_000);
  for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(400);
});

test('whole numbers reach both ends and nothing beyond', () => {
  const random = seededRandom('ends');
  const seen = new Set(Array.from({ length: 500 }, () => random.int(-1, 2)));
  expect([...seen].sort((a, b) => a - b)).toEqual([-1, 0, 1, 2]);
});

test('weights decide how often an item comes, and weight 0 never does', () => {
  const random = seededRandom('weights');
  const weights: Record<string, number> = { often: 3, seldom: 1, never: 0 };
  const counts: Record<string, number> = { often: 0, seldom: 0, never: 0 };
  for (let round = 0; round < 8_000; round++) {
    const item = random.weighted(Object.keys(weights), (name) => weights[name] ?? 0);
    counts[item] = (counts[item] ?? 0) + 1;
  }
  expect(counts['never']).toBe(0);
  expect(Math.abs((counts['often'] ?? 0) - 6_000)).toBeLessThan(150);
});

test('nothing to choose from is an error, not undefined', () => {
  const random = seededRandom('empty');
  expect(() => random.pick([])).toThrow(RangeError);
  expect(() => random.weighted(['a', 'b'], () => 0)).toThrow(RangeError);
});

test('digits keep their leading zeros', () => {
  const random = seededRandom('digits');
  const texts = Array.from({ length: 200 }, () => random.digits(6));
  expect(texts.every((text) => /^\d{6}$/.test(text))).toBe(true);
  expect(texts.some((text) => text.startsWith('0'))).toBe(true);
});
