import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { loadReference } from '../../db/reference.ts';
import { RuleSet } from '../../domain/law/ruleSet.ts';
import { cloneDatabase, type TestDatabase } from '../support/databases.ts';

let database: TestDatabase;
let client: pg.Client;
beforeAll(async () => {
  database = await cloneDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

test('a rule set kept in a shape that nobody reads any more is replaced by the file’s', async () => {
  await client.query(
    `UPDATE rule_sets SET body = body - 'regimes' - 'furtherTerms' - 'transition' WHERE id = 'B'`,
  );
  await loadReference(client);
  const { rows } = await client.query(`SELECT body FROM rule_sets WHERE id = 'B'`);
  expect(RuleSet.parse(rows[0]?.body).id).toBe('B');
});
