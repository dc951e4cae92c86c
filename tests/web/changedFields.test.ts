import { expect, test } from '@jest/globals';
import { changedFields } from '../../web/records/changedFields.ts';

test('a paper read twice differs in what somebody changed meanwhile, field by field', () => {
  const before = {
    person: { fullName: 'A', otherNames: [] },
    judgment: { number: '1' },
    note: null,
  };
  const after = {
    person: { fullName: 'A', otherNames: ['B'] },
    judgment: { number: '2' },
    note: 'neu',
  };
  expect(changedFields(before, before)).toEqual([]);
  expect(changedFields(before, after)).toEqual([
    { place: 'person', field: 'otherNames', before: [], after: ['B'] },
    { place: 'judgment', field: 'number', before: '1', after: '2' },
    { place: 'note', field: 'note', before: null, after: 'neu' },
  ]);
});

test('a part that one of them lacks differs in all its fields', () => {
  const before = { judgment: null, document: { number: '5' } };
  const after = { judgment: { number: '1' }, document: null };
  expect(changedFields(before, after)).toEqual([
    { place: 'judgment', field: 'number', before: null, after: '1' },
    { place: 'document', field: 'number', before: '5', after: null },
  ]);
});
