import { expect, test } from '@jest/globals';
import { evaluated, inShort } from '../../support/expungement.ts';
import { ROWS } from './articles.table.ts';
import { JUVENILES } from './juveniles.table.ts';

test.each([...ROWS, ...JUVENILES])('Art. %s: %s', (_article, _what, entry, onDate, result) => {
  expect(inShort(evaluated([entry], onDate))).toBe(result);
});
