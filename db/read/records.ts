import type { CommonQueryMethods, FragmentSqlToken } from 'slonik';
import * as z from 'zod';
import { foldName } from '../../domain/foldName.ts';
import { type Book, RecordLine, type RecordQuery, VersionLine } from '../../domain/record/book.ts';
import { RecordFile } from '../../domain/record/file.ts';
import { sql } from '../sql.ts';
import { untold } from './recordOrder.ts';
import { containing } from './textSearch.ts';

const columns = sql.fragment`
  r.number, r.unit, r.case_id AS "caseId", r.head AS version, r.full_name AS "fullName",
  r.birth_date AS "birthDate", jsonb_array_length(h.body -> 'judgments') AS judgments, r.unnormalised,
  (SELECT count(*)::int FROM record_proposals p
    WHERE r.book = 'PROVINCE' AND p.number = r.number AND p.state = 'OPEN') AS proposals,
  r.merged_into AS "mergedInto", r.abandoned_at AS "abandonedAt", r.updated_at AS "updatedAt"
`;
const tables = sql.fragment`
  records r JOIN record_versions h ON h.book = r.book AND h.number = r.number AND h.version = r.head
`;

/** A record `r` of a book: neither taken into another one nor given up with its transfer. */
export const stands = sql.fragment`r.merged_into IS NULL AND r.abandoned_at IS NULL`;

/** Whose records are read: those of one department, or of all of them at the Centre. */
export interface Shelf {
  book: Book;
  /** Null for every department. */
  unit: string | null;
}

export function onShelf({ book, unit }: Shelf): FragmentSqlToken {
  const condition = sql.fragment`r.book = ${book}`;
  return unit === null ? condition : sql.fragment`${condition} AND r.unit = ${unit}`;
}

/** Records that a question finds, sorted and cut to its page. */
export async function listRecords(
  db: CommonQueryMethods,
  shelf: Shelf,
  query: RecordQuery,
): Promise<{ records: RecordLine[]; total: number }> {
  const { page, count } = recordsAsked(shelf, query);
  const { total } = await db.one(count);
  return { records: [...(await db.any(page))], total };
}

const Total = z.object({ total: z.int() });

/** The queries of {@link listRecords}; what records say is read for the lines of the page only. */
export function recordsAsked(shelf: Shelf, query: RecordQuery) {
  const found = sql.fragment`${onShelf(shelf)} AND ${stateCondition(query)} AND ${textCondition(query)}`;
  const count = sql.type(Total)`SELECT count(*)::int AS total FROM records r WHERE ${found}`;
  const page = sql.type(RecordLine)`
    WITH page AS (SELECT r.book, r.number FROM records r WHERE ${found} ORDER BY ${orderOf(query)}
      LIMIT ${query.limit} OFFSET ${(query.page - 1) * query.limit})
    SELECT ${columns} FROM page JOIN ${tables} ON r.book = page.book AND r.number = page.number
    ORDER BY ${orderOf(query)}
  `;
  return { page, count };
}

function stateCondition({ state }: RecordQuery): FragmentSqlToken {
  if (state === 'MERGED') return sql.fragment`r.merged_into IS NOT NULL`;
  // Before the Centre ever had them.
  if (state === 'ABANDONED') {
    return sql.fragment`r.book = 'PROVINCE' AND r.abandoned_at IS NOT NULL`;
  }
  if (state === 'UNNORMALISED') return sql.fragment`${stands} AND r.unnormalised > 0`;
  if (state === 'UNTOLD') return withUntold;
  if (state === 'ACTIVE') return stands;
  return sql.fragment`EXISTS (SELECT FROM record_proposals p WHERE p.number = r.number AND p.state = 'OPEN')`;
}

/** A change waits to be told to the Centre; of what was merged away only until the Centre has merged it. */
const withUntold = sql.fragment`
  r.book = 'PROVINCE' AND r.abandoned_at IS NULL AND (r.merged_into IS NULL OR EXISTS (SELECT FROM records c
    WHERE c.book = 'CENTRE' AND c.number = r.number AND c.merged_into IS NULL))
  AND EXISTS (SELECT FROM record_proposals p WHERE p.number = r.number AND ${untold})`;

function textCondition({ q }: RecordQuery): FragmentSqlToken {
  if (q === '') return sql.fragment`true`;
  // One condition for each word: the index of trigrams knows no LIKE ALL.
  const words = foldName(q)
    .split(' ')
    .map((word) => sql.fragment`r.folded_name LIKE ${containing(word)}`);
  return sql.fragment`((${sql.join(words, sql.fragment` AND `)}) OR r.number ILIKE ${containing(q)})`;
}

const ORDERS = {
  number: sql.fragment`r.number`,
  name: sql.fragment`r.folded_name`,
  updatedAt: sql.fragment`r.updated_at`,
} as const;

function orderOf({ sort, descending }: RecordQuery): FragmentSqlToken {
  const order = ORDERS[sort];
  return descending ? sql.fragment`${order} DESC, r.number DESC` : sql.fragment`${order}, r.number`;
}

const Found = RecordLine.extend({ file: RecordFile });

/** A record as its book has it now, merged or not; null when there is none. */
export function findRecord(
  db: CommonQueryMethods,
  book: Book,
  number: string,
): Promise<z.infer<typeof Found> | null> {
  return db.maybeOne(sql.type(Found)`
    SELECT ${columns}, h.body AS file FROM ${tables} WHERE r.book = ${book} AND r.number = ${number}
  `);
}

/** The record a number leads to now: its own, or the one that took it in, however long ago. */
export function followNumber(
  db: CommonQueryMethods,
  book: Book,
  number: string,
): Promise<string | null> {
  return db.maybeOneFirst(sql.type(z.object({ number: z.string() }))`
    WITH RECURSIVE way AS (
      SELECT number, merged_into FROM records WHERE book = ${book} AND number = ${number}
      UNION
      SELECT r.number, r.merged_into FROM way JOIN records r ON r.book = ${book} AND r.number = way.merged_into
    )
    SELECT number FROM way WHERE merged_into IS NULL
  `);
}

const Content = z.object({ number: z.string(), version: z.int(), file: RecordFile });
export type Content = z.infer<typeof Content>;

/** What records of a book that stand say now. */
export async function listHeads(
  db: CommonQueryMethods,
  book: Book,
  numbers: readonly string[],
): Promise<Map<string, Content>> {
  const rows = await db.any(sql.type(Content)`
    SELECT r.number, r.head AS version, h.body AS file FROM ${tables}
    WHERE r.book = ${book} AND r.number = ANY (${sql.array([...numbers], 'text')}) AND ${stands}
  `);
  return new Map(rows.map((row) => [row.number, row]));
}

export function findVersion(
  db: CommonQueryMethods,
  { book, number, version }: { book: Book; number: string; version: number },
): Promise<RecordFile | null> {
  return db.maybeOneFirst(sql.type(z.object({ body: RecordFile }))`
    SELECT body FROM record_versions
    WHERE book = ${book} AND number = ${number} AND version = ${version}
  `);
}

const VersionRow = VersionLine.omit({ differences: true }).extend({ body: RecordFile });

/** Every content a record had in a book, the first one first. */
export function listVersions(
  db: CommonQueryMethods,
  book: Book,
  number: string,
): Promise<readonly z.infer<typeof VersionRow>[]> {
  return db.any(sql.type(VersionRow)`
    SELECT v.version, v.cause, v.reason, v.digest, v.at, v.body,
      coalesce(m.display_name, v.made_by) AS "madeBy",
      coalesce(a.display_name, v.approved_by) AS "approvedBy"
    FROM record_versions v LEFT JOIN accounts m ON m.id::text = v.made_by
      LEFT JOIN accounts a ON a.id::text = v.approved_by
    WHERE v.book = ${book} AND v.number = ${number} ORDER BY v.version
  `);
}

const Known = z.object({
  caseId: z.string(),
  names: z.array(z.string()),
  personalIds: z.array(z.string()),
});

/**
 * What the person of a department's record was ever known by: every name it said, and the personal IDs that
 * a change of civil status replaced. An ID that was corrected was another person's.
 */
export function everKnownBy(
  db: CommonQueryMethods,
  number: string,
): Promise<z.infer<typeof Known>> {
  return db.one(sql.type(Known)`
    SELECT r.case_id AS "caseId", array_agg(DISTINCT v.body #>> '{person,fullName}') AS names,
      coalesce(array_agg(DISTINCT v.body #>> '{person,personalId}') FILTER (
        WHERE n.cause = 'CIVIL_STATUS' AND v.body #> '{person,personalId}' <> 'null'), '{}') AS "personalIds"
    FROM records r JOIN record_versions v USING (book, number)
      LEFT JOIN record_versions n ON n.book = v.book AND n.number = v.number AND n.version = v.version + 1
    WHERE r.book = 'PROVINCE' AND r.number = ${number} GROUP BY r.case_id
  `);
}

/** The version of a department's record that a proposal was carried out on; undefined where it was not. */
export async function versionBefore(
  db: CommonQueryMethods,
  number: string,
  proposal: string,
): Promise<number | undefined> {
  const found = await db.maybeOneFirst(sql.type(z.object({ version: z.int() }))`
    SELECT version - 1 AS version FROM record_versions
    WHERE book = 'PROVINCE' AND number = ${number} AND source_id = ${proposal}
  `);
  return found ?? undefined;
}

/** Numbers of the records that were taken into this one. */
export function listTaken(
  db: CommonQueryMethods,
  book: Book,
  number: string,
): Promise<readonly string[]> {
  return db.anyFirst(sql.type(z.object({ number: z.string() }))`
    SELECT number FROM records WHERE book = ${book} AND merged_into = ${number} ORDER BY number
  `);
}

const Made = z.object({ before: RecordFile, after: RecordFile });

/** What a proposal made of a department's record; null while it made no version of it. */
export function findMadeBy(
  db: CommonQueryMethods,
  number: string,
  sourceId: string,
): Promise<z.infer<typeof Made> | null> {
  return db.maybeOne(sql.type(Made)`
    SELECT b.body AS before, a.body AS after
    FROM record_versions a JOIN record_versions b USING (book, number)
    WHERE book = 'PROVINCE' AND number = ${number} AND a.source_id = ${sourceId}
      AND b.version = a.version - 1
  `);
}
