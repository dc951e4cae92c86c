import { expect, test } from '@jest/globals';
import { searchedFor } from '../../web/records/tabs.ts';

test('whoever is looked for may stand in any queue', () => {
  expect(searchedFor('Mẫu', { state: 'SENT' })).toEqual({ q: 'Mẫu', state: 'any' });
});

test('a search that is cleared leaves the reader in their first queue', () => {
  expect(searchedFor('', { q: 'Mẫu', state: 'any' })).toEqual({ q: '', state: undefined });
});

test('a queue that was chosen stays: among those found, or all without a word', () => {
  expect(searchedFor('', { q: 'Mẫu', state: 'SENT' })).toEqual({ q: '' });
  expect(searchedFor('', { state: 'any' })).toEqual({ q: '' });
});
