import { expect, test } from '@jest/globals';
import { MEMBERS } from '../../bench/trial/crashes.ts';
import { liveTrial } from '../../bench/trial/liveTrial.ts';

/** A tenth of the whole: `npm run trial -- --records 500 --slips 200` plays all of it. */
const SIZE = { records: 50, slips: 20, normalise: 30, crashes: 1, browser: 0, json: true };
const PATIENCE_MS = 400_000;

test(
  'after the trial, each process killed in each half, both databases are equal and the books add up',
  async () => {
    const { book, found, invariants } = await liveTrial(SIZE, new AbortController().signal);
    expect(invariants.filter(({ holds }) => !holds)).toEqual([]);
    const killed = (half: string) =>
      book.killed.filter((one) => one.half === half).map(({ member }) => member);
    expect([killed('SENDING'), killed('CORRECTING')]).toEqual([MEMBERS, MEMBERS]);
    expect(found).toMatchObject({ paperFirst: 16 + 6, paperRight: 1, granted: ['MAU-999'] });
    expect([found.records.length, found.slips.length]).toEqual([50, 20]);
    expect([found.asked.length, found.returned.length]).toEqual([2, 1]);
    expect([found.normalised, found.merged.length]).toEqual([30 + 2, 1]);
    expect(book.refused).toEqual(['CASE_CLOSED']);
    expect(book.repeated).toHaveLength(1);
  },
  PATIENCE_MS,
);
