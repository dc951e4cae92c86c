import { expect, test } from '@jest/globals';
import { demoAccounts } from '../../demo/accounts.ts';
import { demoUnits } from '../../demo/provinces.ts';
import { DEMO_PASSWORD } from '../../domain/demonstration.ts';
import { readyLine } from '../../setup/readyLine.ts';

const ADDRESS = 'http://127.0.0.1:4000';

test('a demonstration says in one line where it is, and whom to sign in as', () => {
  const line = readyLine(ADDRESS, true);
  expect(line).toMatch(/^Ready: http:\/\/127\.0\.0\.1:4000 .*$/);
  expect(line).toContain(DEMO_PASSWORD);
  const named = line.match(/\b[a-z\d]+\.hn\b/g) ?? [];
  expect(named).toHaveLength(6);
  const accounts = demoAccounts(demoUnits('2023-09-18')).map(({ username }) => username);
  expect(named.filter((username) => !accounts.includes(username))).toEqual([]);
});

test('a house that is no demonstration says its address only', () => {
  expect(readyLine(ADDRESS, false)).toBe(`Ready: ${ADDRESS}`);
});
