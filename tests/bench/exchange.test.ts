import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { exchangeFigures } from '../../bench/exchange.ts';
import { type Office, openOffice } from '../support/office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

test('the comparison of digests finds exactly what was made to differ', async () => {
  const figures = await exchangeFigures(office.db, 20_000);
  expect(figures.map(({ name }) => name)).toEqual(['digest_records', 'digest_comparison_s']);
});
