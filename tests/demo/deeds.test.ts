import { expect, test } from '@jest/globals';
import { demoAccounts } from '../../demo/accounts.ts';
import { DEEDS } from '../../demo/deeds/all.ts';
import type { People } from '../../demo/deeds/deed.ts';
import { HISTORY_CALENDAR, OPENING } from '../../demo/history.ts';
import { nextOpen } from '../../demo/officeTime.ts';
import { demoUnits } from '../../demo/provinces.ts';
import { instantOf } from '../../demo/story.ts';

test('deeds beside the cases are done in office hours, before the doors open, each once', () => {
  for (const deed of DEEDS) {
    const at = instantOf(deed);
    expect(at).toBeLessThan(OPENING);
    expect(nextOpen(at - 1, HISTORY_CALENDAR)).toBe(at - 1);
  }
  const names = DEEDS.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});

test('whoever does one is somebody of the demonstration', async () => {
  const known = demoAccounts(demoUnits('2023-09-18')).map(({ username }) => username);
  const asked: string[] = [];
  const nobody: People = (username) => {
    asked.push(username);
    return Promise.reject(new Error('nobody is at home'));
  };
  for (const { play } of DEEDS) await expect(play(nobody)).rejects.toThrow('nobody is at home');
  expect(asked).toHaveLength(DEEDS.length);
  expect(asked.filter((username) => !known.includes(username))).toEqual([]);
});
