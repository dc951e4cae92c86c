import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { DatabasePool } from 'slonik';
import {
  type Due,
  type DueCompletion,
  listDueCompletions,
  listDueRecords,
} from '../db/read/qualityFacts.ts';
import { DATA } from '../db/reference.ts';
import { readIdentityWeights, readQualitySettings } from '../db/referenceFiles.ts';
import {
  holdLook,
  keepCleanDay,
  keepFindings,
  type LookedCompletion,
} from '../db/write/quality.ts';
import { type BusinessClock, businessTime } from '../domain/clock/businessClock.ts';
import { dateOf, type InstantMs, isoOf } from '../domain/instant.ts';
import { findInCompletion, nextLookAt } from '../domain/quality/supplies.ts';
import { lookAt, type QualityLaw } from './qualityLook.ts';

/** Subjects of one look: read, compared and written together. */
const BATCH = 300;
const IDLE_MS = 1_000;
/** Looks after which a long round says how far it is. */
const TELL_EVERY = 100;

export interface QualityDeps {
  pool: DatabasePool;
  clock: BusinessClock;
  log: Logger;
}
type Looker = Pick<QualityDeps, 'pool' | 'log'>;

async function readLaw(): Promise<QualityLaw> {
  const [settings, weights] = await Promise.all([
    readQualitySettings(DATA),
    readIdentityWeights(DATA),
  ]);
  return { settings, weights };
}

/**
 * Look at records as they change and keep what is not right, complete, clean in them. Runs until the signal;
 * every look may be repeated. It works at most half of the time, so that who waits for the database goes first.
 */
export async function runQualityKeeper(deps: QualityDeps, signal: AbortSignal): Promise<void> {
  const law = await readLaw();
  while (!signal.aborted) {
    const begun = performance.now();
    let looked: number | null = 0;
    try {
      looked = await lookOnce(deps, law, businessTime(deps.clock, Date.now()));
    } catch (error) {
      deps.log.warn({ err: error }, 'records not looked at for quality; trying again');
    }
    const rest = looked ? performance.now() - begun : IDLE_MS;
    await pause(rest, undefined, { signal, ref: false }).catch(() => undefined);
  }
}

/**
 * Once a business day: look at everything that is due, then keep how clean every book is. What was looked at is
 * marked in its row, so that a round that was interrupted goes on where it stopped.
 */
export async function keepQualityOfDay(
  deps: Looker,
  now: InstantMs,
  signal: AbortSignal,
): Promise<void> {
  const law = await readLaw();
  let [looks, subjects] = [0, 0];
  while (!signal.aborted) {
    const looked = await lookOnce(deps, law, now);
    if (looked === 0) break;
    if (looked === null) {
      await pause(IDLE_MS, undefined, { signal, ref: false }).catch(() => undefined);
      continue;
    }
    [looks, subjects] = [looks + 1, subjects + looked];
    if (looks % TELL_EVERY === 0) deps.log.info({ subjects }, 'looking at records for quality');
  }
  if (signal.aborted) return;
  await keepCleanDay(deps.pool, { day: dateOf(now), version: law.settings.version });
}

/** Look at the next subjects that are due; gives how many there were, null while another process looks. */
function lookOnce({ pool, log }: Looker, law: QualityLaw, now: InstantMs): Promise<number | null> {
  const due: Due = { rules: law.settings.version, today: dateOf(now) };
  return pool.transaction(async (db) => {
    if (!(await holdLook(db))) return null;
    const records = await listDueRecords(db, due, BATCH);
    const completions = await listDueCompletions(db, due, BATCH);
    if (records.length + completions.length === 0) return 0;
    const looked = await lookAt(db, law, records, due);
    for (const { subject } of looked.filter(({ unread }) => unread)) {
      log.warn({ record: subject }, 'record cannot be read');
    }
    const supplies = completions.map((entry) => lookAtCompletion(entry, law, due));
    await keepFindings(db, { at: isoOf(now), rules: due.rules, records: looked, supplies });
    return records.length + completions.length;
  });
}

function lookAtCompletion(
  { arrivedOn, ...entry }: DueCompletion,
  { settings }: QualityLaw,
  { today }: Due,
): LookedCompletion {
  const facts = { arrivedOn, state: entry.state };
  const found = findInCompletion(facts, settings, today);
  return { ...entry, found, againOn: nextLookAt(facts, settings, today) };
}
