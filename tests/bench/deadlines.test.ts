import { expect, test } from '@jest/globals';
import { deadlineFigures } from '../../bench/deadlines.ts';

test('the first engine has its figure, by whatever this machine can do now', async () => {
  const [rate, ...others] = await deadlineFigures(0.01, 1);
  expect(others).toEqual([]);
  expect(rate).toMatchObject({ name: 'deadlines_per_s', unit: '1/s' });
  expect(rate?.value).toBeGreaterThan(0);
});
