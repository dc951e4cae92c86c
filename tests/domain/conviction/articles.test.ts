import { expect, test } from '@jest/globals';
import { evaluated, inShort } from '../../support/expungement.ts';
import { ARTICLES } from './articles.table.ts';
import { BY_COURT } from './byCourt.table.ts';
import { CODE_1999 } from './code1999.table.ts';
import { JUVENILES } from './juveniles.table.ts';
import { LEGAL_PERSONS, LIMITATION } from './limitation.table.ts';

const ROWS = [
  ...ARTICLES,
  ...BY_COURT,
  ...LIMITATION,
  ...LEGAL_PERSONS,
  ...JUVENILES,
  ...CODE_1999,
];

test.each(ROWS)('Art. %s: %s', (_article, _what, entry, onDate, result) => {
  expect(inShort(evaluated([entry], onDate))).toBe(result);
});
