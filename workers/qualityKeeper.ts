import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { DatabasePool } from 'slonik';
import { findKnownPersons } from '../db/read/knownPersons.ts';
import {
  listUncheckedCompletions,
  listUncheckedRecords,
  type UncheckedRecord,
} from '../db/read/qualityFacts.ts';
import { listHeads } from '../db/read/records.ts';
import { DATA } from '../db/reference.ts';
import { readIdentityWeights, readQualitySettings } from '../db/referenceFiles.ts';
import { keepCleanDay, keepFindings, lookAgain, type LookedRecord } from '../db/write/quality.ts';
import { type BusinessClock, businessTime } from '../domain/clock/businessClock.ts';
import { IDENTITY_CLASSES } from '../domain/identity/compare.ts';
import { identityOfRecord } from '../domain/identity/identity.ts';
import { rank } from '../domain/identity/lookUp.ts';
import type { IdentityWeights } from '../domain/identity/weights.ts';
import { dateOf, type InstantMs, isoOf } from '../domain/instant.ts';
import { findIn, nextLook } from '../domain/quality/rules.ts';
import type { QualitySettings } from '../domain/quality/settings.ts';
import { findInCompletion, nextLookAt } from '../domain/quality/supplies.ts';

const BATCH = 20;
const IDLE_MS = 1_000;

export interface QualityDeps {
  pool: DatabasePool;
  clock: BusinessClock;
  log: Logger;
}

interface Law {
  settings: QualitySettings;
  weights: IdentityWeights;
}

async function readLaw(): Promise<Law> {
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
    let looked = 0;
    try {
      looked = await lookOnce(deps.pool, law, businessTime(deps.clock, Date.now()));
    } catch (error) {
      deps.log.warn({ err: error }, 'records not looked at for quality; trying again');
    }
    const rest = looked > 0 ? performance.now() - begun : IDLE_MS;
    await pause(rest, undefined, { signal, ref: false }).catch(() => undefined);
  }
}

/** Once a business day: look again at what the day makes old, then keep how clean every book is. */
export async function keepQualityOfDay(
  pool: DatabasePool,
  now: InstantMs,
  signal: AbortSignal,
): Promise<void> {
  const law = await readLaw();
  const of = { day: dateOf(now), version: law.settings.version };
  await lookAgain(pool, of);
  while (!signal.aborted && (await lookOnce(pool, law, now)) > 0);
  if (!signal.aborted) await keepCleanDay(pool, of);
}

/** Look at the next subjects that wait; gives how many there were. */
async function lookOnce(pool: DatabasePool, law: Law, now: InstantMs): Promise<number> {
  const today = dateOf(now);
  const [records, completions] = await Promise.all([
    listUncheckedRecords(pool, BATCH),
    listUncheckedCompletions(pool, BATCH),
  ]);
  if (records.length + completions.length === 0) return 0;
  const lookedAt: LookedRecord[] = [];
  for (const record of records) lookedAt.push(await lookAt(pool, law, record, today));
  const supplies = completions.map(({ arrivedOn, ...entry }) => {
    const facts = { arrivedOn, state: entry.state };
    const found = findInCompletion(facts, law.settings, today);
    return { ...entry, found, againOn: nextLookAt(facts, law.settings, today) };
  });
  await keepFindings(pool, { at: isoOf(now), records: lookedAt, supplies });
  return records.length + completions.length;
}

async function lookAt(
  pool: DatabasePool,
  law: Law,
  record: UncheckedRecord,
  today: string,
): Promise<LookedRecord> {
  const { subject, version, unit, name, folded, merged, file, civilStatus } = record;
  const looked = { subject, version, unit, name, folded };
  if (merged) return { ...looked, found: [], againOn: null };
  const alike = await recordsAlike(pool, law, record);
  const found = findIn({ file, civilStatus, alike }, law.settings, today);
  return { ...looked, found, againOn: nextLook({ file }, law.settings, today) };
}

/** Numbers of records that may be of the same person, compared as they stand now. */
async function recordsAlike(
  pool: DatabasePool,
  { settings, weights }: Law,
  { subject, file, pairs }: UncheckedRecord,
): Promise<string[]> {
  const asked = identityOfRecord(file);
  const { persons } = await findKnownPersons(pool, asked);
  const numbers = new Set([...persons.map(({ recordNumber }) => recordNumber ?? ''), ...pairs]);
  const heads = await listHeads(
    pool,
    'PROVINCE',
    [...numbers].filter((number) => number !== subject && number !== ''),
  );
  const others = [...heads.values()].map((head, id) => {
    return { id, number: head.number, identity: identityOfRecord(head.file) };
  });
  const least = IDENTITY_CLASSES.indexOf(settings.duplicateFrom);
  return rank(asked, others, weights)
    .filter(({ comparison }) => IDENTITY_CLASSES.indexOf(comparison.class) >= least)
    .map(({ known }) => known.number);
}
