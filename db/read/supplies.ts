import type { CommonQueryMethods, FragmentSqlToken } from 'slonik';
import * as z from 'zod';
import { foldName } from '../../domain/foldName.ts';
import { Scan, SCAN_TYPES } from '../../domain/scan.ts';
import { SuppliedInformation } from '../../domain/supply/information.ts';
import { BookPlace, SupplyLine, type SupplyQuery } from '../../domain/supply/supply.ts';
import { sql } from '../sql.ts';
import { containing } from './textSearch.ts';

/** A line without what is derived from it. */
const Line = SupplyLine.omit({ dueOn: true, late: true });
export type StoredLine = z.infer<typeof Line>;

const columns = sql.fragment`
  s.id, s.year, s.book_number AS "bookNumber", s.supplier_kind AS "supplierKind",
  s.supplier_name AS "supplierName", s.kind, s.number, s.issued_on::text AS date,
  s.effective_on::text AS "effectiveDate", s.arrived_on::text AS "arrivedOn", s.person_name AS "personName",
  s.birth_date AS "birthDate", s.channel, s.state, s.case_id AS "caseId", s.record_number AS "recordNumber",
  coalesce(r.display_name, s.supplier_name) AS "receivedBy", s.received_at AS "receivedAt"`;
const tables = sql.fragment`supplies s LEFT JOIN accounts r ON r.id = s.received_by`;

/** Entries of a unit's book that a question finds, sorted and cut to its page. */
export async function findSupplies(
  db: CommonQueryMethods,
  unit: string,
  query: SupplyQuery,
): Promise<{ supplies: readonly StoredLine[]; total: number }> {
  const found = sql.fragment`FROM ${tables} WHERE s.unit = ${unit} AND ${conditionOf(query)}`;
  const total = await db.oneFirst(
    sql.type(z.object({ count: z.int() }))`SELECT count(*)::int AS count ${found}`,
  );
  const supplies = await db.any(sql.type(Line)`
    SELECT ${columns} ${found} ORDER BY ${orderOf(query)}
    LIMIT ${query.limit} OFFSET ${(query.page - 1) * query.limit}
  `);
  return { supplies, total };
}

function conditionOf({
  q,
  supplierKind,
  kind,
  state,
  channel,
  year,
  batch,
}: SupplyQuery): FragmentSqlToken {
  const conditions = [
    sql.fragment`true`,
    ...(q === '' ? [] : [textCondition(q)]),
    ...(supplierKind === undefined ? [] : [sql.fragment`s.supplier_kind = ${supplierKind}`]),
    ...(kind === undefined ? [] : [sql.fragment`s.kind = ${kind}`]),
    ...(state === undefined ? [] : [sql.fragment`s.state = ${state}`]),
    ...(channel === undefined ? [] : [sql.fragment`s.channel = ${channel}`]),
    ...(year === undefined ? [] : [sql.fragment`s.year = ${year}`]),
    ...(batch === undefined ? [] : [sql.fragment`s.batch_id = ${batch}`]),
  ];
  return sql.fragment`${sql.join(conditions, sql.fragment` AND `)}`;
}

/** The person's name without its marks, the number of the paper, the supplier, or the number in the book. */
function textCondition(q: string): FragmentSqlToken {
  return sql.fragment`(
    s.folded_name LIKE ${containing(foldName(q))} OR s.number ILIKE ${containing(q)}
    OR s.supplier_name ILIKE ${containing(q)} OR s.book_number::text = ${q}
  )`;
}

function orderOf({ sort, descending }: SupplyQuery): FragmentSqlToken {
  const way = descending ? sql.fragment`DESC` : sql.fragment`ASC`;
  const book = sql.fragment`s.year ${way}, s.book_number ${way}`;
  if (sort === 'arrived') return sql.fragment`s.arrived_on ${way}, ${book}`;
  return sort === 'person' ? sql.fragment`s.folded_name ${way}, ${book}` : book;
}

/** Where an entry stands in the book of its unit; throws NotFoundError when there is none. */
export function bookPlaceOf(db: CommonQueryMethods, id: string): Promise<BookPlace> {
  return db.one(sql.type(BookPlace)`
    SELECT id, unit, year, book_number AS "bookNumber" FROM supplies WHERE id = ${id}
  `);
}

const Entry = z.object({
  unit: z.string(),
  round: z.int(),
  line: Line,
  supply: SuppliedInformation,
  scans: z.array(Scan),
  settledBy: z.string().nullable(),
  settledAt: z.string().nullable(),
  reason: z.string().nullable(),
  messageId: z.string().nullable(),
});
export type StoredEntry = z.infer<typeof Entry>;

/** An entry as it came, with what became of it; null when there is none. */
export async function findSupply(db: CommonQueryMethods, id: string): Promise<StoredEntry | null> {
  const line = await db.maybeOne(
    sql.type(Line)`SELECT ${columns} FROM ${tables} WHERE s.id = ${id}`,
  );
  if (line === null) return null;
  const rest = await db.one(sql.type(Entry.omit({ line: true }))`
    SELECT s.unit, s.round, s.body AS supply, p.display_name AS "settledBy", s.settled_at AS "settledAt",
      coalesce(s.reason, s.hint) AS reason, s.message_id AS "messageId",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'name', x.name, 'mediaType', x.media_type,
         'size', octet_length(x.bytes), 'sha256', x.sha256, 'uploadedAt', x.uploaded_at)
         ORDER BY x.uploaded_at, x.id), '[]') FROM supply_scans x WHERE x.supply_id = s.id) AS scans
    FROM supplies s LEFT JOIN accounts p ON p.id = s.settled_by WHERE s.id = ${id}
  `);
  return { line, ...rest };
}

const Bytes = z.object({
  unit: z.string(),
  supplyId: z.string().nullable(),
  name: z.string(),
  mediaType: z.enum(SCAN_TYPES),
  bytes: z.instanceof(Buffer),
});

/** A scan with its bytes, or null. */
export function findSupplyScan(
  db: CommonQueryMethods,
  id: string,
): Promise<z.infer<typeof Bytes> | null> {
  return db.maybeOne(sql.type(Bytes)`
    SELECT unit, supply_id AS "supplyId", name, media_type AS "mediaType", bytes
    FROM supply_scans WHERE id = ${id}
  `);
}

/** Whether somebody of a unit uploaded a scan. */
export function isScanOf(
  db: CommonQueryMethods,
  { id, unit }: { id: string; unit: string },
): Promise<boolean> {
  return db.exists(sql.typeAlias('void')`
    SELECT FROM supply_scans s JOIN accounts a ON a.id = s.uploaded_by
    WHERE s.id = ${id} AND a.unit = ${unit}
  `);
}

const Arrivals = Line.pick({
  supplierKind: true,
  supplierName: true,
  kind: true,
  arrivedOn: true,
}).extend({ supplierKey: z.string(), from: z.string(), entries: z.int() });
export type Arrivals = z.infer<typeof Arrivals>;

/** What reached a unit in a year of its book, counted by supplier, kind and days. */
export function countArrivals(
  db: CommonQueryMethods,
  unit: string,
  year: number,
): Promise<readonly Arrivals[]> {
  return db.any(sql.type(Arrivals)`
    SELECT supplier_kind AS "supplierKind", supplier_key AS "supplierKey", max(supplier_name) AS "supplierName",
      kind, coalesce(effective_on, issued_on)::text AS from, arrived_on::text AS "arrivedOn",
      count(*)::int AS entries
    FROM supplies WHERE unit = ${unit} AND year = ${year}
    GROUP BY supplier_kind, supplier_key, kind, coalesce(effective_on, issued_on), arrived_on
  `);
}
