import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CommonQueryMethods, FragmentSqlToken } from 'slonik';
import { type ReadingKind, READINGS, ReadingSettings } from '../../domain/reading.ts';
import { sql } from '../sql.ts';

const FILE = join(import.meta.dirname, '..', '..', 'data', 'readings.json');
const { sameReadingMinutes } = ReadingSettings.parse(JSON.parse(readFileSync(FILE, 'utf8')));

/** `what` names the page, list or file that was read. */
interface Reading {
  account: string;
  what: ReadingKind;
  at: string;
}

/**
 * Note that somebody read a person's record: who, which case, what, when. Where what is shown has no case, its
 * own id or that of its file or unit stands there.
 *
 * Noted is whatever tells of a person on a page of its own, every list that tells of convictions or gives the
 * data of asked persons, and every file of persons. The look at a worklist or at lines that a search finds
 * among one's own cases (name, step) need not be noted.
 */
export function noteRead(
  db: CommonQueryMethods,
  { caseId, ...reading }: Reading & { caseId: string },
): Promise<void> {
  return noteReads(db, { ...reading, caseIds: [caseId] });
}

/** The same of a list that tells something of every case in it, all in one note. */
export function noteReads(
  db: CommonQueryMethods,
  { caseIds, ...reading }: Reading & { caseIds: readonly string[] },
): Promise<void> {
  return note(db, reading, sql.fragment`unnest(${sql.array([...caseIds], 'text')}) AS c (case_id)`);
}

/** The same of a list that names records by their numbers. */
export function noteReadsOfRecords(
  db: CommonQueryMethods,
  { numbers, ...reading }: Reading & { numbers: readonly string[] },
): Promise<void> {
  const cases = sql.fragment`
    records c WHERE c.book IN ('PROVINCE', 'CENTRE') AND c.number = ANY (${sql.array([...numbers], 'text')})`;
  return note(db, reading, cases);
}

/** The same of a list that names questions to a unit; what the unit was not asked names nobody. */
export function noteReadsOfRequests(
  db: CommonQueryMethods,
  { unit, requestIds, ...reading }: Reading & { unit: string; requestIds: readonly string[] },
): Promise<void> {
  const cases = sql.fragment`
    verifications c WHERE c.unit = ${unit} AND c.request_id = ANY (${sql.array([...requestIds], 'text')})`;
  return note(db, reading, cases);
}

/**
 * `cases`: what follows FROM, with the cases as `c.case_id`. A page that stands open loads itself again: within
 * minutes that is the same reading, whose note goes on. A file is a copy that left: each is a note of its own.
 */
async function note(
  db: CommonQueryMethods,
  { account, what, at }: Reading,
  cases: FragmentSqlToken,
): Promise<void> {
  const minutes = READINGS[what] === 'FILE' ? 0 : sameReadingMinutes;
  await db.query(sql.typeAlias('void')`
    SELECT FROM note_reading(${account}::uuid, ${what}, ${at}::timestamptz, ARRAY(SELECT c.case_id FROM ${cases}), ${minutes})
  `);
}
