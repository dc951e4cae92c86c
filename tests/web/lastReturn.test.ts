import { expect, test } from '@jest/globals';
import { dueCorrection } from '../../web/records/lastReturn.ts';

const OFFERED = [{ act: 'send' }, { act: 'correct' }, { act: 'abandon' }];
const logOf = (...acts: string[]) => acts.map((act, index) => ({ act, rev: index + 1 }));

test.each([
  ['was never returned', logOf('enter', 'correct'), undefined],
  ['was returned', logOf('enter', 'correct', 'send', 'returnRecord'), 'correct'],
  ['was corrected since', logOf('enter', 'send', 'returnRecord', 'correct'), undefined],
  ['came back twice', logOf('returnRecord', 'correct', 'send', 'returnRecord'), 'correct'],
])('a record that %s', (_, log, act) => {
  expect(dueCorrection(log, OFFERED)).toBe(act);
});
