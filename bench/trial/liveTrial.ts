import { type BenchHouse, openBenchHouse } from '../benchHouse.ts';
import { checkInvariants } from '../invariants.ts';
import { Gate } from '../month/gate.ts';
import { showLine } from '../progressLine.ts';
import type { Invariant } from '../verdict.ts';
import { TrialBook } from './book.ts';
import { askForCode } from './codeRequest.ts';
import { Crashes } from './crashes.ts';
import { openDesks, TRIAL_PROVINCES } from './desks.ts';
import { type Found, readFound, trialInvariants } from './invariants.ts';
import { mergeTwins } from './merges.ts';
import { normaliseAll } from './normalise.ts';
import type { TrialOptions } from './options.ts';
import { playRecord, type Trial } from './records.ts';
import { pressCorrections } from './pages/correcting.ts';
import { openPages } from './pages/people.ts';
import { pressRecords } from './pages/sending.ts';
import { playSlip } from './slips.ts';

/** Monday of the trial in which records went by post as well (May to October 2015). */
const TRIAL_DAY = Date.parse('2015-06-01T09:00:00+07:00');
/** Records under way at once. */
const HANDS = 8;

export interface LivedTrial {
  book: TrialBook;
  found: Found;
  invariants: Invariant[];
}

/**
 * Play the trial of 2015 between two departments and the Centre in a house of its own: records and slips, a
 * code that the catalogue lacked, normalising and merges, with processes killed under way; then look at both
 * sides. Rejects when the signal comes.
 */
export async function liveTrial(options: TrialOptions, signal: AbortSignal): Promise<LivedTrial> {
  const clock = { businessEpochMs: TRIAL_DAY, realEpochMs: Date.now(), speed: 1 };
  const house = await openBenchHouse({ clock, provinces: TRIAL_PROVINCES }, signal);
  try {
    const book = new TrialBook();
    const desks = await openDesks(house.house.url, book);
    const trial = { desks, book, clear: options.normalise };
    const numbers = await pressFirst(house, trial, options);
    await playAll(house, trial, options, { numbers, signal });
    await correctAll(house, trial, options, numbers).catch((error: unknown) =>
      book.failed('correcting', error),
    );
    const { pool: db, engine } = house;
    const witnesses = { db, client: engine.client, expected: null, ownEngine: true, clock };
    const invariants = [
      ...(await trialInvariants(db, book, options)),
      ...(await checkInvariants(witnesses)),
    ];
    return { book, found: await readFound(db), invariants };
  } finally {
    await house.close();
  }
}

/** The records that are pressed on the pages, before anything is killed; gives their numbers. */
async function pressFirst(
  { house }: BenchHouse,
  trial: Trial,
  { records, slips, browser }: TrialOptions,
): Promise<Map<number, string>> {
  if (browser === 0) return new Map();
  const ns = Array.from({ length: browser }, (_, at) => records - browser + at + 1);
  const pages = await openPages(house.url);
  try {
    return await pressRecords(pages, trial, { ns, slips: pressedSlips({ slips, browser }) });
  } finally {
    await pages.close();
  }
}

function pressedSlips({ slips, browser }: Pick<TrialOptions, 'slips' | 'browser'>): number {
  return Math.min(slips, Math.floor(browser / 3));
}

/** A code that was lacking, normalising and merges: on the pages first, where there are any, then by many hands. */
async function correctAll(
  { house }: BenchHouse,
  { desks, book }: Trial,
  { browser, crashes: times }: TrialOptions,
  numbers: ReadonlyMap<number, string>,
): Promise<void> {
  const crashes = new Crashes(house, book, { half: 'CORRECTING', times });
  if (browser > 0) await pressCorrections(house.url, book, numbers);
  else await askForCode(desks, book, crashes);
  await normaliseAll(desks, book, crashes);
  await mergeTwins(desks, book, crashes, numbers);
}

/** The other records and slips; `numbers` gets the record number of each by the order in which they are begun. */
async function playAll(
  { house }: BenchHouse,
  trial: Trial,
  { records, slips, browser, crashes: times }: TrialOptions,
  { numbers, signal }: { numbers: Map<number, string>; signal: AbortSignal },
): Promise<void> {
  const { book } = trial;
  const gate = new Gate(HANDS);
  const crashes = new Crashes(house, book, { half: 'SENDING', times });
  const played = records - browser;
  const supplemented = slips - pressedSlips({ slips, browser });
  let done = browser;
  const stopShowing = showLine((perSecond) => {
    const acts = book.answered.length;
    return (
      `records ${book.records.size}/${records}  slips ${book.slips.size}/${slips}  done ${done}  ` +
      `acts ${acts} (${perSecond(acts)}/s)  killed ${book.killed.length}  faults ${book.faults.length}`
    );
  });
  const play = async (n: number): Promise<void> => {
    signal.throwIfAborted();
    crashes.begun(n, played);
    const recordNumber = await playRecord(trial, n);
    numbers.set(n, recordNumber);
    if (n <= supplemented) await playSlip(trial, n, recordNumber);
    done += 1;
  };
  try {
    await Promise.all(
      Array.from({ length: played }, (_, at) => at + 1).map((n) =>
        gate.run(() => play(n)).catch((error: unknown) => book.failed(`record ${n}`, error)),
      ),
    );
    await crashes.over();
  } finally {
    stopShowing();
  }
  signal.throwIfAborted();
}
