import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compareLists } from '../../../domain/offence/compare.ts';
import type { ListedOffence } from '../../../domain/offence/offence.ts';
import { anOffence } from '../../support/offences.ts';

const THEFT = anOffence();

/** Kinds and codes of what is not unchanged, with what takes their places. */
function changes(before: ListedOffence[], after: ListedOffence[]): string[] {
  return compareLists(before, after).map(({ kind, code, into, fields }) =>
    [kind, code, into.map((one) => one.code).join('+'), fields.join('+')].join(' ').trim(),
  );
}

test('the same list changes nothing', () => {
  expect(changes([THEFT], [{ ...THEFT }])).toEqual(['UNCHANGED T-138']);
});

test('another spelling of a name is an amendment, another name is not', () => {
  const old = anOffence({ name: 'Tội hủy hoại tài sản' });
  expect(changes([old], [{ ...old, name: 'Tội huỷ hoại tài sản' }])).toEqual([
    'AMENDED T-138  name',
  ]);
  expect(changes([old], [{ ...old, name: 'Tội phá hoại tài sản' }])).toEqual([
    'RENAMED T-138  name',
  ]);
});

test('capital letters change nothing', () => {
  expect(changes([THEFT], [{ ...THEFT, name: 'TỘI TRỘM CẮP TÀI SẢN' }])).toEqual([
    'UNCHANGED T-138',
  ]);
});

test('an entry that was read in the law is an amended one', () => {
  expect(changes([THEFT], [{ ...THEFT, verified: true }])).toEqual(['AMENDED T-138  verified']);
});

test('what is new and takes nobody’s place is added, what is gone without successor withdrawn', () => {
  const other = anOffence({ code: 'N', article: '500' });
  expect(changes([THEFT], [other])).toEqual(['ADDED N', 'WITHDRAWN T-138']);
});

test('an offence that ends now is split, merged or renamed by what replaces it', () => {
  const ended = (code: string, ...replacedBy: string[]) =>
    anOffence({ code, article: code, validTo: '2017-12-31', replacedBy });
  const open = (code: string) => anOffence({ code, article: code });
  const fresh = ['7', '8', '9', '10'].map((code) => open(code));
  const before = ['1', '2', '3', '4', '5'].map((code) => open(code));
  const after = [
    ended('1', '7', '8'),
    ended('2', '9'),
    ended('3', '9'),
    ended('4', '10'),
    ended('5'),
  ];
  expect(changes(before, [...after, ...fresh])).toEqual([
    'RENAMED 4 10 validTo+replacedBy',
    'MERGED 2 9 validTo+replacedBy',
    'MERGED 3 9 validTo+replacedBy',
    'SPLIT 1 7+8 validTo+replacedBy',
    'WITHDRAWN 5  validTo',
  ]);
});

test('to learn of a successor of what ended long ago is an amendment', () => {
  const old = anOffence({ validTo: '2017-12-31' });
  const next = anOffence({ code: 'N', article: '173', penalCode: '2015' });
  expect(changes([old, next], [{ ...old, replacedBy: ['N'] }, next])).toEqual([
    'AMENDED T-138  replacedBy',
    'UNCHANGED N',
  ]);
});

test('a list with codes of its own withdraws nothing: offences are met by their articles', () => {
  const before = [
    THEFT,
    anOffence({ code: 'T-194', article: '194', name: 'Tội tàng trữ, vận chuyển' }),
  ];
  const after = [
    anOffence({ code: '0138' }),
    anOffence({ code: '0194.1', article: '194', name: 'Tội tàng trữ' }),
    anOffence({ code: '0194.2', article: '194', name: 'Tội vận chuyển' }),
  ];
  expect(changes(before, after)).toEqual(['RENAMED T-138 0138 code', 'SPLIT T-194 0194.1+0194.2']);
});

const Listed = fc.record({
  code: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
  article: fc.constantFrom('1', '2', '3'),
  name: fc.constantFrom('Tội x', 'Tội y'),
  validTo: fc.constantFrom(null, '2009-12-31', '2017-12-31'),
  replacedBy: fc.subarray(['a', 'b', 'c', 'd']),
});
const List = fc
  .uniqueArray(Listed, { selector: ({ code }) => code })
  .map((rows) => rows.map(anOffence));

test('every old offence is told of once, every new one is old, takes a place, or is added', () => {
  fc.assert(
    fc.property(List, List, (before, after) => {
      const told = compareLists(before, after);
      const old = told.filter(({ kind }) => kind !== 'ADDED').map(({ code }) => code);
      expect(old.toSorted()).toEqual(before.map(({ code }) => code).toSorted());
      const known = new Set([...old, ...told.flatMap(({ into }) => into.map(({ code }) => code))]);
      const added = told.filter(({ kind }) => kind === 'ADDED').map(({ code }) => code);
      const left = after.map(({ code }) => code).filter((code) => !known.has(code));
      expect(added.toSorted()).toEqual(left.toSorted());
    }),
  );
});
