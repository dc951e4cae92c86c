import { expect, test } from '@jest/globals';
import { mendedBy } from '../../../domain/quality/rules.ts';
import { readStored } from '../../../domain/quality/stored.ts';
import { aRecord } from '../../support/scenes.ts';

const { person, judgment } = aRecord();
const whole = { offenceCode: null, catalogueVersion: null, executions: [], abolished: null };
const file = {
  person: { ...person, diedOn: null },
  judgments: [{ ...judgment, ...whole, ref: 1 }],
  bans: [],
  note: null,
};

test('what has the form of a record is read', () => {
  const { facts, unreadable } = readStored({ file, civilStatus: null });
  expect([facts?.file, unreadable]).toEqual([file, null]);
});

test.each<[place: string, stored: { file: unknown; civilStatus: unknown }]>([
  ['file', { file: null, civilStatus: null }],
  ['file.judgments', { file: { ...file, judgments: [] }, civilStatus: null }],
  [
    'file.person.gender',
    { file: { ...file, person: { ...person, diedOn: null, gender: 'X' } }, civilStatus: null },
  ],
  ['civilStatus.fullName', { file, civilStatus: { ...person, fullName: null } }],
])('what is wrong at %s is told by its place, without what stands there', (place, stored) => {
  const { facts, unreadable } = readStored(stored);
  expect(facts).toBeNull();
  expect(unreadable).toMatchObject({ rule: 'UNREADABLE', place });
  expect(mendedBy('UNREADABLE')).toBe('REPORT');
});
