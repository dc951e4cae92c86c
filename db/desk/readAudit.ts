import type { CommonQueryMethods, FragmentSqlToken } from 'slonik';
import { sql } from '../sql.ts';

/** `what` names the page or list that was read; that of a file to take away ends with its kind, as `records.csv`. */
interface Reading {
  account: string;
  what: string;
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

/** The same of a list that tells something of every case in it, each noted once, all in one statement. */
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

/** `cases`: what follows FROM, with the cases as `c.case_id`. */
async function note(
  db: CommonQueryMethods,
  { account, what, at }: Reading,
  cases: FragmentSqlToken,
): Promise<void> {
  await db.query(sql.typeAlias('void')`
    INSERT INTO read_audit (account, case_id, what, at)
    SELECT ${account}, case_id, ${what}, ${at}::timestamptz FROM (SELECT DISTINCT c.case_id FROM ${cases}) AS read
  `);
}
