import { describe, expect, test } from '@jest/globals';
import { bansBeside, bansLeftOut, isRunning, runningBans } from '../../../domain/record/ban.ts';

const BAN = {
  ref: 1,
  decision: '12/2022/QĐ-TBPS',
  date: '2022-04-06',
  court: 'Tòa án nhân dân thành phố Hà Nội',
  content: 'Thành lập, quản lý doanh nghiệp, hợp tác xã',
  until: '2025-04-06',
  ended: null,
};
const { ref: _ref, ended: _ended, ...CONTENT } = BAN;

describe('Law 28/2009 Art. 39, Bankruptcy Law 2014 Art. 130.3: a ban runs', () => {
  test.each([
    ['2022-04-05', false],
    ['2022-04-06', true],
    ['2025-04-06', true],
    ['2025-04-07', false],
  ])('from the day of the decision to its last day: %s %s', (onDate, runs) => {
    expect(isRunning(BAN, onDate)).toBe(runs);
  });

  test.each([
    ['2024-02-28', true],
    ['2024-02-29', false],
    ['2024-03-01', false],
  ])('until the day it was taken out of the record: %s %s', (onDate, runs) => {
    const ended = { on: '2024-02-29', basis: 'Quyết định hủy quyết định tuyên bố phá sản' };
    expect(isRunning({ ...BAN, ended }, onDate)).toBe(runs);
  });

  test('for one day where that is its term', () => {
    const day = { ...BAN, until: BAN.date };
    const days = ['2022-04-05', '2022-04-06', '2022-04-07'];
    expect(days.map((onDate) => isRunning(day, onDate))).toEqual([false, true, false]);
  });
});

test('what several records hold alike is one ban, the earliest first', () => {
  const earlier = { ...BAN, ref: 2, decision: '1/2021/QĐ-TBPS', date: '2021-05-01' };
  const over = {
    ...BAN,
    ref: 3,
    decision: '1/2019/QĐ-TBPS',
    date: '2019-05-01',
    until: '2022-05-01',
  };
  const found = runningBans(
    [
      { number: '01HN2023/00001', file: { bans: [BAN, over, { ...BAN, ref: 4 }] } },
      { number: '01HN2023/00002', file: { bans: [{ ...BAN, ref: 9 }, earlier] } },
    ],
    '2023-09-18',
  );
  expect(found).toEqual([
    expect.objectContaining({ decision: earlier.decision, recordNumbers: ['01HN2023/00002'] }),
    { ...CONTENT, recordNumbers: ['01HN2023/00001', '01HN2023/00002'] },
  ]);
});

test('a known ban is left out unless it is stated as the record says; another decision stands beside', () => {
  const known = [{ ...CONTENT, recordNumbers: ['01HN2023/00001'] }];
  const shorter = { ...CONTENT, until: '2024-04-06' };
  const other = { ...CONTENT, decision: '99/2023/QĐ-TBPS' };
  expect(bansLeftOut(known, [other, CONTENT])).toEqual([]);
  expect(bansLeftOut(known, [shorter])).toEqual(known);
  expect(bansLeftOut(known, [])).toEqual(known);
  expect(bansBeside(known, [shorter, other])).toEqual([other]);
});
