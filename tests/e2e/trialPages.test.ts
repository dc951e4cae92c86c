import { expect, test } from '@jest/globals';
import { liveTrial } from '../../bench/trial/liveTrial.ts';

/** The trial of two provinces with every act of the records pressed in a real browser; nothing is killed. */
const SIZE = { records: 12, slips: 4, normalise: 8, crashes: 0, browser: 12, json: true };
const PATIENCE_MS = 600_000;

test(
  'records and slips of two provinces, a new code, a batch and a merge by the pages alone leave both books equal',
  async () => {
    const { book, found, invariants } = await liveTrial(SIZE, new AbortController().signal);
    expect(invariants.filter(({ holds }) => !holds)).toEqual([]);
    expect(book.pressed).toHaveLength(12);
    expect([found.records.length, found.slips.length]).toEqual([12, 4]);
    expect([found.asked.length, found.paperRight, found.returned.length]).toEqual([3, 1, 1]);
    expect(found).toMatchObject({ paperFirst: 4, granted: ['MAU-999'], normalised: 8 + 1 });
    expect(found.merged).toHaveLength(1);
    expect(book.refused).toHaveLength(2);
  },
  PATIENCE_MS,
);
