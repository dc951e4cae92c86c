import { expect, test } from '@jest/globals';
import { whoActed } from '../../web/pieces/who.ts';

const inWords = (actor: string, actorName: string, unit: string): string =>
  whoActed(
    { actor, actorName, unit },
    (group, code) => `${group} ${code}`,
    (code) => `unit ${code}`,
  );

test.each([
  [
    'a person',
    '5a6122f8-fefe-4af1-8773-f62548d484f4',
    'Nguyễn Văn A',
    'STP-01',
    'Nguyễn Văn A · unit STP-01',
  ],
  ['the system of an agency', 'AGENCY', 'AGENCY', 'BUUDIEN-01', 'role AGENCY · unit BUUDIEN-01'],
  ['the timer of the case', 'system', 'system', 'system', 'role SYSTEM'],
])('%s is named in words', (_, actor, actorName, unit, words) => {
  expect(inWords(actor, actorName, unit)).toBe(words);
});
