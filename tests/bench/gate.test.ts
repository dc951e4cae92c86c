import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { Gate } from '../../bench/month/gate.ts';

test('no more than its places work at once, all get their turn, in order', async () => {
  const gate = new Gate(3);
  const begun: number[] = [];
  let inside = 0;
  let most = 0;
  const results = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      gate.run(async () => {
        begun.push(index);
        inside += 1;
        most = Math.max(most, inside);
        await pause(1);
        inside -= 1;
        return index;
      }),
    ),
  );
  expect(most).toBe(3);
  expect(begun).toEqual(results);
});

test('a failure gives its place on', async () => {
  const gate = new Gate(1);
  await expect(gate.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await expect(gate.run(async () => 'yes')).resolves.toBe('yes');
});
