import { expect, test } from '@jest/globals';
import { liveTrial } from '../../bench/trial/liveTrial.ts';

/** A tenth of the whole: `npm run trial -- --records 500 --slips 200` plays all of it. */
const SIZE = { records: 50, slips: 20, normalise: 30, crashes: 4, json: true };
const PATIENCE_MS = 400_000;

test(
  'after the trial, whose processes were killed under way, both databases are equal and the books add up',
  async () => {
    const { book, found, invariants } = await liveTrial(SIZE, new AbortController().signal);
    expect(invariants.filter(({ holds }) => !holds)).toEqual([]);
    expect(book.killed).toEqual(['worker', 'api', 'agencies', 'temporal']);
    expect(found).toMatchObject({ paperFirst: 16 + 6, paperRight: 1, normalised: 30 });
    expect([found.records.length, found.slips.length]).toEqual([50, 20]);
    expect([found.asked.length, found.returned.length]).toEqual([2, 1]);
    expect(book.refused).toEqual(['CASE_CLOSED']);
    expect(book.repeated).toHaveLength(1);
  },
  PATIENCE_MS,
);
