import type { CommonQueryMethods, FragmentSqlToken } from 'slonik';
import * as z from 'zod';
import type { Account } from '../../domain/account.ts';
import { endOfDay, isoOf, startOfDay } from '../../domain/instant.ts';
import { allows, watchesAllReadings } from '../../domain/permission.ts';
import {
  type AccountReadingQuery,
  LONGEST_READING_MINUTES,
  ORDINARY_READINGS,
  ReaderLine,
  Reading,
  ReadingOf,
  type ReadingQuery,
  RECORD_ROLES,
  SHOWN_SUBJECTS,
} from '../../domain/reading.ts';
import type { Reader } from '../../domain/sight.ts';
import { Instant } from '../../domain/text.ts';
import { sql } from '../sql.ts';
import { tellingUnits } from './sight.ts';
import { containing } from './textSearch.ts';

type Viewer = Pick<Account, 'unit' | 'roles'>;

/** The unit for which somebody read; notes of earlier releases do not tell it, so that of now stands for it. */
const unitThen = sql.fragment`coalesce(r.unit, a.unit)`;

const tables = sql.fragment`
  read_audit r LEFT JOIN accounts a ON a.id = r.account LEFT JOIN units u ON u.code = ${unitThen}`;

/** Who read, when and what, without the numbers. */
const columns = sql.fragment`
  r.id::text AS id, r.at AS first, r.last_at AS last, r.times, r.account AS reader, a.display_name AS "readerName",
  coalesce(a.roles, '{}') AS roles, ${unitThen} AS unit, u.name AS "unitName", r.what,
  cardinality(r.subjects) AS count`;

/** Condition that a viewer may know of a reading of such a page: of others than ordinary ones only with convictions. */
function seenPage(viewer: Reader): FragmentSqlToken {
  if (allows(viewer, 'conviction.read')) return sql.fragment`true`;
  return sql.fragment`r.what = ANY (${sql.array([...ORDINARY_READINGS], 'text')})`;
}

/**
 * Condition that a viewer may know which cases a reader read: a court's liaison and who works on records only read of
 * convictions.
 */
function seenReader(viewer: Reader): FragmentSqlToken {
  if (allows(viewer, 'conviction.read')) return sql.fragment`true`;
  return sql.fragment`(${unitThen} NOT IN ${tellingUnits}
    AND (a.roles = '{}' OR NOT a.roles <@ ${sql.array([...RECORD_ROLES], 'text')}) IS NOT FALSE)`;
}

/** A page's rows and one more, the latest first. */
function pageOf(conditions: FragmentSqlToken[], { from, to, after, limit }: AccountReadingQuery) {
  const where = [
    ...conditions,
    ...(from === undefined ? [] : [sinceDay(from)]),
    ...(to === undefined ? [] : [sql.fragment`r.at <= ${isoOf(endOfDay(to))}`]),
    ...afterCursor(after),
  ];
  return sql.fragment`WHERE ${sql.join(where, sql.fragment` AND `)}
    ORDER BY r.at DESC, r.id DESC LIMIT ${limit + 1}`;
}

/** Readings that went on into a day; by the first instant as well, which the index has. */
function sinceDay(day: string): FragmentSqlToken {
  const begin = startOfDay(day);
  const earliest = isoOf(begin - LONGEST_READING_MINUTES * 60_000);
  return sql.fragment`r.last_at >= ${isoOf(begin)} AND r.at >= ${earliest}`;
}

/** Keyset condition of a cursor `<first>~<id>`; an unreadable one starts from the top. */
function afterCursor(cursor: string | undefined): FragmentSqlToken[] {
  const [at, id = ''] = cursor?.split('~') ?? [];
  if (!Instant.safeParse(at).success || !/^\d{1,15}$/u.test(id)) return [];
  return [sql.fragment`(r.at, r.id) < (${at ?? ''}::timestamptz, ${id}::bigint)`];
}

function cut<Row extends { first: string; id: string }>(rows: readonly Row[], limit: number) {
  const readings = rows.slice(0, limit);
  const last = readings.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { readings, next: more ? `${last.first}~${last.id}` : null };
}

/** Who has read any of these cases or records, as far as the viewer may know. */
export async function listReadings(
  db: CommonQueryMethods,
  viewer: Reader,
  subjects: readonly string[],
  { reader, ...query }: ReadingQuery,
): Promise<{ readings: Reading[]; next: string | null }> {
  const conditions = [
    sql.fragment`r.subjects && ${sql.array([...subjects], 'text')}`,
    seenPage(viewer),
    seenReader(viewer),
    ...(reader === undefined ? [] : [sql.fragment`r.account = ${reader}::uuid`]),
  ];
  const rows = await db.any(sql.type(Reading)`
    SELECT ${columns} FROM ${tables} ${pageOf(conditions, query)}`);
  return cut(rows, query.limit);
}

/** What an account has read for a unit the viewer watches over, as far as the viewer may know. */
function readingsBy(account: string, viewer: Viewer, query: AccountReadingQuery): FragmentSqlToken {
  const mine = watchesAllReadings(viewer)
    ? sql.fragment`true`
    : sql.fragment`${unitThen} = ${viewer.unit}`;
  return pageOf([sql.fragment`r.account = ${account}::uuid`, mine, seenPage(viewer)], query);
}

/** What an account has read; of whom a court was asked is left out for a viewer who may not know. */
export async function listReadingsOf(
  db: CommonQueryMethods,
  viewer: Viewer,
  account: string,
  query: AccountReadingQuery,
): Promise<{ readings: ReadingOf[]; next: string | null }> {
  const rows = await db.any(sql.type(ReadingOf)`
    SELECT ${columns},
      CASE WHEN ${seenReader(viewer)} THEN r.subjects[1:${SHOWN_SUBJECTS}] ELSE '{}' END AS subjects
    FROM ${tables} ${readingsBy(account, viewer, query)}`);
  return cut(rows, query.limit);
}

const ReadingOfOne = Reading.extend({ subject: z.string() });

/** The same with a row for each case or record that was read; at most one more than `limit` of them. */
export function listSubjectsRead(
  db: CommonQueryMethods,
  viewer: Viewer,
  account: string,
  query: AccountReadingQuery,
): Promise<readonly z.infer<typeof ReadingOfOne>[]> {
  return db.any(sql.type(ReadingOfOne)`
    SELECT ${columns}, s.subject
    FROM ${tables} CROSS JOIN LATERAL unnest(
      CASE WHEN ${seenReader(viewer)} THEN r.subjects ELSE ARRAY[''] END) AS s (subject)
    ${readingsBy(account, viewer, query)}`);
}

const Subjects = z.object({
  number: z.string(),
  unit: z.string(),
  /** The transfer that brings it, and its step; one that is not open yet was not sent. */
  caseId: z.string(),
  step: z.string(),
  /** Transfers of its slips. */
  slips: z.array(z.string()),
});

/** A record and those that were taken into it, the record itself first; none is unknown. */
export function listRecordFamily(
  db: CommonQueryMethods,
  number: string,
): Promise<readonly z.infer<typeof Subjects>[]> {
  return db.any(sql.type(Subjects)`
    WITH RECURSIVE family AS (
      SELECT number, case_id, unit, 0 AS depth FROM records WHERE book = 'PROVINCE' AND number = ${number}
      UNION
      SELECT r.number, r.case_id, r.unit, f.depth + 1
      FROM family f JOIN records r ON r.book = 'PROVINCE' AND r.merged_into = f.number WHERE f.depth < 100
    )
    SELECT f.number, f.unit, f.case_id AS "caseId", coalesce(c.step, 'ENTERED') AS step,
      ARRAY(SELECT s.case_id FROM slips s WHERE s.record_number = f.number) AS slips
    FROM family f LEFT JOIN cases c USING (case_id) ORDER BY f.depth, f.number`);
}

const MOST_READERS = 50;

/** Accounts of a unit, of all where it is null, whose name has a text in it or whose id it is, also locked ones; by name. */
export function listReaders(
  db: CommonQueryMethods,
  unit: string | null,
  q: string,
): Promise<readonly ReaderLine[]> {
  const pattern = containing(q);
  return db.any(sql.type(ReaderLine)`
    SELECT a.id, a.username, a.display_name AS "displayName", a.title, u.name AS "unitName", a.active
    FROM accounts a JOIN units u ON u.code = a.unit
    WHERE (${unit}::text IS NULL OR a.unit = ${unit})
      AND (fold_name(a.display_name) LIKE fold_name(${pattern}) OR a.username LIKE ${pattern}
        OR a.id::text = ${q})
    ORDER BY a.display_name, a.username LIMIT ${MOST_READERS}`);
}

/** The unit of an account, also of a locked one; null where there is no such account. */
export function findUnitOfAccount(db: CommonQueryMethods, id: string): Promise<string | null> {
  return db.maybeOneFirst(
    sql.type(z.object({ unit: z.string() }))`SELECT unit FROM accounts WHERE id = ${id}::uuid`,
  );
}
