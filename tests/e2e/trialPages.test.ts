import { expect, test } from '@jest/globals';
import { liveTrial } from '../../bench/trial/liveTrial.ts';

/** The trial of two provinces, eight of twelve records pressed in a real browser; nothing is killed. */
const SIZE = { records: 12, slips: 4, normalise: 8, crashes: 0, browser: 8, json: true };
const PATIENCE_MS = 600_000;

test(
  'records and slips, a new code, a batch and a merge pressed on the pages leave both books equal',
  async () => {
    const { book, found, invariants } = await liveTrial(SIZE, new AbortController().signal);
    expect(invariants.filter(({ holds }) => !holds)).toEqual([]);
    expect(book.pressed).toHaveLength(8);
    expect([found.records.length, found.slips.length]).toEqual([12, 4]);
    expect([found.asked.length, found.paperRight, found.returned.length]).toEqual([2, 1, 1]);
    expect(found).toMatchObject({ paperFirst: 3, granted: ['MAU-999'], normalised: 8 + 1 });
    expect(found.merged).toHaveLength(1);
    expect(book.refused).toHaveLength(1);
  },
  PATIENCE_MS,
);
