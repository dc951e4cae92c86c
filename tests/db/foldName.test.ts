import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import * as z from 'zod';
import { openPool } from '../../db/pool.ts';
import { sql } from '../../db/sql.ts';
import { foldName } from '../../domain/foldName.ts';
import { cloneDatabase } from '../support/databases.ts';

const DATA = join(import.meta.dirname, '..', '..', 'data');
const LISTS = ['family-names', 'middle-names', 'given-names', 'provinces', 'communes-2025'];

test('the database folds a name as the house does', async () => {
  const names = LISTS.flatMap((list) =>
    readFileSync(join(DATA, `${list}.csv`), 'utf8').split('\n'),
  );
  const asked = [...names, '  Đặng   Thị Ỷ  ', 'ĐOÀN QUÝ', 'Lý\tThùy', 'Ý', ''];
  const database = await cloneDatabase();
  const pool = await openPool(database.url, { size: 1 });
  try {
    const folded = await pool.anyFirst(sql.type(z.object({ folded: z.string() }))`
      SELECT fold_name(name) AS folded
      FROM unnest(${sql.array(asked, 'text')}) WITH ORDINALITY AS given (name, place) ORDER BY place
    `);
    expect(folded).toEqual(asked.map(foldName));
  } finally {
    await pool.end();
    await database.drop();
  }
});
