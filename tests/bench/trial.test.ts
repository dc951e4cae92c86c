import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { TrialBook } from '../../bench/trial/book.ts';
import { trialInvariants } from '../../bench/trial/invariants.ts';
import { readTrialOptions } from '../../bench/trial/options.ts';
import { sql } from '../../db/sql.ts';
import { TRIAL_DAY, trialOffice, trialRecord } from '../support/exchange.ts';
import { type Office, openOffice } from '../support/office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice({ from: TRIAL_DAY });
});
afterAll(() => office.close());

const brokenBy = async (book: TrialBook): Promise<string[]> => {
  const invariants = await trialInvariants(office.db, book, { crashes: 0 });
  return invariants.filter(({ holds }) => !holds).map(({ name }) => name);
};

test('a record that is not taken over, is unknown, or was changed on one side only breaks a rule by name', async () => {
  const book = new TrialBook();
  expect(await brokenBy(book)).toEqual([]);
  const { province } = await trialOffice(office);
  const { caseId, recordNumber } = await province.must('POST', '/transfers', {
    record: trialRecord(1),
  });
  await province.act(caseId, 'send');
  expect(await brokenBy(book)).toEqual([
    'both_databases_equal',
    'every_transfer_officially_updated',
    'one_transfer_per_record',
  ]);
  book.records.set(recordNumber, caseId);
  book.did(caseId, 7, 'send');
  await office.db.query(sql.unsafe`UPDATE records SET digest = 'x', head = 2`);
  expect(await brokenBy(book)).toEqual([
    'both_databases_equal',
    'digests_are_of_the_content',
    'versions_without_gap',
    'every_transfer_officially_updated',
    'one_transfer_per_record',
    'no_answered_act_lost',
    'records_are_those_entered',
    'books_add_up',
  ]);
});

test('the options of the command default to a fifth of the trial, with every process killed once in each half', () => {
  expect(readTrialOptions([])).toEqual({
    records: 100,
    slips: 40,
    normalise: 60,
    crashes: 1,
    browser: 0,
    json: false,
  });
  expect(readTrialOptions(['--records', '500', '--slips', '200', '--json'])).toMatchObject({
    slips: 200,
    normalise: 300,
    json: true,
  });
  expect(() => readTrialOptions(['--records', 'many'])).toThrow('--records is a whole number');
  expect(() => readTrialOptions(['--slips', '101'])).toThrow('Usage: npm run trial');
});
