import { expect, test } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { SlowFigure } from '../../api/slowFigure.ts';

test('a quick figure is measured at every request', async () => {
  let measured = 0;
  const figure = new SlowFigure(async () => (measured += 1));
  expect([await figure.get(), await figure.get()]).toEqual([1, 2]);
});

test('a slow figure stands, also while it is measured anew, and is measured once for all who ask', async () => {
  let measured = 0;
  const figure = new SlowFigure(async () => {
    const number = (measured += 1);
    await pause(150);
    return number;
  });
  expect(await Promise.all([figure.get(), figure.get()])).toEqual([1, 1]);
  expect(await figure.get()).toBe(1);
  expect(measured).toBe(1);
});

test('an error reaches whoever waits, and the next request measures again', async () => {
  let fails = true;
  const figure = new SlowFigure(async () => {
    if (fails) throw new Error('the database is away');
    return 'measured';
  });
  await expect(figure.get()).rejects.toThrow('the database is away');
  fails = false;
  expect(await figure.get()).toBe('measured');
});
