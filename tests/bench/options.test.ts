import { expect, test } from '@jest/globals';
import { readOptions } from '../../bench/month/options.ts';

test('without words it is a hundredth of the whole month', () => {
  expect(readOptions([])).toEqual({
    scale: 0.01,
    provinces: 'all',
    days: 19,
    speed: null,
    json: false,
  });
});

test('all words are understood', () => {
  const words = [
    '--scale',
    '0.5',
    '--provinces',
    '01,40,01',
    '--days',
    '3',
    '--speed',
    '900',
    '--json',
  ];
  expect(readOptions(words)).toEqual({
    scale: 0.5,
    provinces: ['01', '40'],
    days: 3,
    speed: 900,
    json: true,
  });
});

test.each([
  [['--scale', '0']],
  [['--scale', '2']],
  [['--scale', 'much']],
  [['--provinces', 'HN']],
  [['--days', '20']],
  [['--days', '-1']],
  [['--speed', '0']],
  [['--fast']],
])('%j is refused with the usage', (words) => {
  expect(() => readOptions(words)).toThrow(/Usage: npm run month/u);
});
