import { expect, test } from '@jest/globals';
import { demoAccounts } from '../../demo/accounts.ts';
import { DEMO_PASSWORD } from '../../domain/demonstration.ts';
import { demoUnits } from '../../demo/provinces.ts';
import { Account, SignIn } from '../../domain/account.ts';
import { ROLES } from '../../domain/role.ts';

const units = demoUnits('2023-09-18');
const accounts = demoAccounts(units);
const usernames = accounts.map(({ username }) => username);

test('every role has at least one account', () => {
  const held = accounts.flatMap(({ roles }) => roles);
  expect(ROLES.filter((role) => !held.includes(role))).toEqual([]);
});

test('the people of Hà Nội, of the Centre and the administrator are there by name', () => {
  const posts = [
    ...'motcua chuyenvien1 chuyenvien2 truongphong giamdoc phogiamdoc vanthu'.split(' '),
    ...'hoso giamsat congan toaan buudien mcdt'.split(' '),
  ];
  const expected = [
    ...posts.map((post) => `${post}.hn`),
    ...'tiepnhan.tt kiemtra.tt duyet.tt giamsat.tt quantri'.split(' '),
  ];
  expect(expected.filter((username) => !usernames.includes(username))).toEqual([]);
});

test('each department has two officers and two directors, so four eyes survive an absence', () => {
  for (const { code } of units.filter(({ kind }) => kind === 'STP')) {
    const roles = accounts.filter(({ unit }) => unit === code).flatMap((account) => account.roles);
    expect(roles.filter((role) => role === 'LLTP_OFFICER')).toHaveLength(2);
    expect(roles.filter((role) => role === 'DIRECTOR')).toHaveLength(2);
  }
});

test('everybody has one role and works in a unit of the list', () => {
  const codes = units.map(({ code }) => code);
  for (const { roles, unit } of accounts) {
    expect(roles).toHaveLength(1);
    expect(codes).toContain(unit);
  }
});

test('usernames of all 63 provinces are unique, and BĐ is not BD', () => {
  const all = demoAccounts(demoUnits('2023-09-18', 'all')).map(({ username }) => username);
  expect(new Set(all).size).toBe(all.length);
  expect(all).toEqual(expect.arrayContaining(['motcua.bdd', 'motcua.bd']));
  const { username } = Account.shape;
  expect(all.filter((name) => !username.safeParse(name).success)).toEqual([]);
});

test('an account keeps its person when other provinces join', () => {
  const more = demoAccounts(demoUnits('2023-09-18', 'all'));
  for (const account of accounts) {
    expect(more.find(({ username }) => username === account.username)).toEqual(account);
  }
});

test('titles and names are given in full', () => {
  for (const { displayName, title } of accounts) {
    expect(displayName).toBe(displayName.normalize('NFC').trim());
    expect(displayName.split(' ').length).toBeGreaterThan(1);
    expect(title.vi).not.toBe('');
    expect(title.en).not.toBe('');
  }
});

test('no units, no accounts', () => {
  expect(demoAccounts([])).toEqual([]);
});

test('the demonstration password can be typed at sign-in', () => {
  expect(SignIn.safeParse({ username: 'quantri', password: DEMO_PASSWORD }).success).toBe(true);
});
