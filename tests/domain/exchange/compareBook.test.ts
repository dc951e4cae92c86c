import { expect, test } from '@jest/globals';
import { type BookPaper, compareBook } from '../../../domain/exchange/compareBook.ts';
import type { PaperKnown } from '../../../domain/exchange/reconciliation.ts';

const aPaper = (changes: Partial<PaperKnown> = {}): PaperKnown => ({
  kind: 'JUDGMENT',
  number: '7/2015/HSST',
  date: '2015-05-10',
  effectiveDate: '2015-06-10',
  personName: 'Lê Văn Sổ',
  birthDate: '1985-02-11',
  ...changes,
});
const inBook = (changes: Partial<BookPaper> = {}): BookPaper => ({
  ...aPaper(),
  inPeriod: true,
  ...changes,
});
const told = (there: PaperKnown[], here: BookPaper[]) =>
  compareBook(there, here).map(({ finding, number, fields }) => [finding, number, ...fields]);

test('both sides alike, however the number and the name are spelled, differ in nothing', () => {
  const there = aPaper({ number: '7 / 2015 / hsst', personName: 'LÊ  VĂN SỔ' });
  expect(told([there], [inBook()])).toEqual([]);
});

test('what either side lacks is named, and what differs with its fields', () => {
  const there = [
    aPaper({ number: '8/2015/HSST' }),
    aPaper({ date: '2015-05-11', birthDate: '1985-11-02' }),
  ];
  const here = [inBook(), inBook({ number: '9/2015/HSST' })];
  expect(told(there, here)).toEqual([
    ['MISSING_HERE', '8/2015/HSST'],
    ['DIFFERENT', '7/2015/HSST', 'date', 'birthDate'],
    ['MISSING_THERE', '9/2015/HSST'],
  ]);
});

test('a paper that came after the period answers a line, and is not itself missed', () => {
  expect(told([aPaper()], [inBook({ inPeriod: false })])).toEqual([]);
  expect(told([], [inBook({ inPeriod: false })])).toEqual([]);
});

test('what a list does not say is no difference', () => {
  const silent = aPaper({ effectiveDate: null, birthDate: null });
  expect(told([silent], [inBook()])).toEqual([]);
});

test('of two papers of one number and name the one that agrees comes first', () => {
  const [first, second] = [aPaper({ date: '2015-05-10' }), aPaper({ date: '2015-05-20' })];
  const here = [inBook({ date: '2015-05-20' }), inBook({ date: '2015-05-12' })];
  expect(told([first, second], here)).toEqual([['DIFFERENT', '7/2015/HSST', 'date']]);
  expect(told([first, second, first], here)).toEqual([
    ['DIFFERENT', '7/2015/HSST', 'date'],
    ['MISSING_HERE', '7/2015/HSST'],
  ]);
});

test('a difference keeps its key when the same lists are compared again, and no two share one', () => {
  const there = [aPaper(), aPaper(), aPaper({ number: '8/2015/HSST' })];
  const keys = compareBook(there, []).map(({ key }) => key);
  expect(compareBook(there, []).map(({ key }) => key)).toEqual(keys);
  expect(new Set(keys).size).toBe(3);
});
