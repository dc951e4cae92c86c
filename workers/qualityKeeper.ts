import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { CommonQueryMethods, DatabasePool } from 'slonik';
import {
  type Due,
  type DueCompletion,
  type DueRecord,
  isOfOlderRules,
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
import { addDays, dateOf, type InstantMs, isoOf } from '../domain/instant.ts';
import { unreadableAt } from '../domain/quality/stored.ts';
import { findInCompletion, nextLookAt } from '../domain/quality/supplies.ts';
import { lookAt, type QualityLaw } from './qualityLook.ts';

/** Most records, and as many completion certificates, of one look: read, compared and written together. */
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

/** How many subjects counted in a look, or why nobody looked. */
type Outcome = number | 'NOTHING_DUE' | 'ANOTHER_LOOKS' | 'OLDER_RULES';

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
  const look = startLooks(deps, law);
  let told = false;
  while (!signal.aborted) {
    const begun = performance.now();
    let outcome: Outcome = 0;
    try {
      outcome = await look(businessTime(deps.clock, Date.now()));
    } catch (error) {
      deps.log.warn({ err: error }, 'records not looked at for quality; trying again');
    }
    if (outcome === 'OLDER_RULES' && !told) {
      deps.log.warn(
        { rules: law.settings.version },
        'newer rules of quality looked; standing back',
      );
      told = true;
    }
    const rest = Number(outcome) > 0 ? performance.now() - begun : IDLE_MS;
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
  const look = startLooks(deps, law);
  let [looks, subjects] = [0, 0];
  while (!signal.aborted) {
    const outcome = await look(now);
    if (outcome === 'OLDER_RULES') return;
    if (outcome === 'NOTHING_DUE') break;
    if (outcome === 'ANOTHER_LOOKS' || outcome === 0) {
      await pause(IDLE_MS, undefined, { signal, ref: false }).catch(() => undefined);
      continue;
    }
    [looks, subjects] = [looks + 1, subjects + outcome];
    if (looks % TELL_EVERY === 0) deps.log.info({ subjects }, 'looking at records for quality');
  }
  if (signal.aborted) return;
  await keepCleanDay(deps.pool, { day: dateOf(now), version: law.settings.version });
}

interface Taken {
  records: readonly DueRecord[];
  completions: readonly DueCompletion[];
}

/**
 * Looks one after the other. Where what is due cannot be looked at together, the next look takes half of it, down
 * to one; one that fails alone is passed over until it changes, its day or other rules come. Throws where nothing
 * could be taken.
 */
export function startLooks(
  { pool, log }: Looker,
  law: QualityLaw,
): (now: InstantMs) => Promise<Outcome> {
  let most = BATCH;
  return async (now) => {
    let taken: Taken = { records: [], completions: [] };
    const due: Due = { rules: law.settings.version, today: dateOf(now) };
    try {
      const outcome = await pool.transaction(async (db): Promise<Outcome> => {
        if (!(await holdLook(db))) return 'ANOTHER_LOOKS';
        if (await isOfOlderRules(db, due)) return 'OLDER_RULES';
        taken = await take(db, due, most);
        if (countOf(taken) === 0) return 'NOTHING_DUE';
        const looked = await lookAt(db, law, taken.records, due);
        for (const { subject } of looked.filter(({ unread }) => unread)) {
          log.warn({ record: subject }, 'record cannot be read');
        }
        const supplies = taken.completions.map((entry) => lookAtCompletion(entry, law, due));
        return keepFindings(db, { at: isoOf(now), rules: due.rules, records: looked, supplies });
      });
      if (typeof outcome === 'number') most = Math.min(BATCH, most * 2);
      return outcome;
    } catch (error) {
      const together = countOf(taken);
      if (most === 1 && together === 0) throw error;
      log.warn({ err: error, most }, 'records not looked at together for quality');
      if (most === 1) await passOver(pool, log, taken, { ...due, at: isoOf(now) });
      most = Math.max(1, Math.floor(Math.min(most, together || most) / 2));
      return 0;
    }
  };
}

function countOf({ records, completions }: Taken): number {
  return records.length + completions.length;
}

/** What is due, so many records and completion certificates; where it is to be one, one of both. */
async function take(db: CommonQueryMethods, due: Due, most: number): Promise<Taken> {
  const records = await listDueRecords(db, due, most);
  const alone = most === 1 && records.length > 0;
  return { records, completions: alone ? [] : await listDueCompletions(db, due, most) };
}

/** Note of what cannot be looked at that it is so; what was found in it before stays. */
async function passOver(
  pool: DatabasePool,
  log: Logger,
  { records, completions }: Taken,
  { at, rules, today }: Due & { at: string },
): Promise<void> {
  const failed = { found: [unreadableAt('')], againOn: addDays(today, 1), unread: true };
  await pool.transaction(async (db) => {
    if (!(await holdLook(db))) return;
    await keepFindings(db, {
      at,
      rules,
      records: records.map(({ file: _file, civilStatus: _civilStatus, ...record }) => ({
        ...record,
        ...failed,
      })),
      supplies: completions.map((entry) => ({ ...entry, ...failed })),
    });
  });
  const [subject] = [...records, ...completions].map((entry) => entry.subject);
  log.error({ subject }, 'passed over for quality, as it cannot be looked at');
}

function lookAtCompletion(
  { arrivedOn, ...entry }: DueCompletion,
  { settings }: QualityLaw,
  { today }: Due,
): LookedCompletion {
  const facts = { arrivedOn, state: entry.state };
  const found = findInCompletion(facts, settings, today);
  return { ...entry, found, againOn: nextLookAt(facts, settings, today), unread: false };
}
