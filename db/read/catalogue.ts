import type { CommonQueryMethods, FragmentSqlToken } from 'slonik';
import * as z from 'zod';
import { foldName } from '../../domain/foldName.ts';
import { ListedOffence } from '../../domain/offence/offence.ts';
import { type CatalogueQuery, CatalogueRelease, RowProblem } from '../../domain/offence/release.ts';
import { sql } from '../sql.ts';
import { containing } from './textSearch.ts';

const columns = sql.fragment`
  r.id, r.version, b.version AS "baseVersion", r.state, r.title, r.file_name AS "fileName", r.encoding,
  o.entries, o.unverified, o.carried, jsonb_array_length(r.problems) AS faults,
  i.display_name AS "importedBy", r.imported_at AS "importedAt", k.display_name AS "keptBy",
  p.display_name AS "releasedBy", r.released_at AS "releasedAt"
`;
const tables = sql.fragment`
  catalogue_releases r
  LEFT JOIN catalogue_releases b ON b.id = r.base
  LEFT JOIN accounts i ON i.id = r.imported_by
  LEFT JOIN accounts k ON k.id = r.kept_by
  LEFT JOIN accounts p ON p.id = r.released_by
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS entries, (count(*) FILTER (WHERE NOT verified))::int AS unverified,
      (count(*) FILTER (WHERE carried))::int AS carried
    FROM offences WHERE release_id = r.id
  ) o
`;

/** What waits to be released, then releases, the latest first. */
export function listReleases(db: CommonQueryMethods): Promise<readonly CatalogueRelease[]> {
  return db.any(sql.type(CatalogueRelease)`
    SELECT ${columns} FROM ${tables}
    ORDER BY r.state IN ('FAULTY', 'DRAFT') DESC, r.version DESC NULLS LAST, r.imported_at DESC LIMIT 200
  `);
}

export function findRelease(db: CommonQueryMethods, id: string): Promise<CatalogueRelease | null> {
  return db.maybeOne(
    sql.type(CatalogueRelease)`SELECT ${columns} FROM ${tables} WHERE r.id = ${id}`,
  );
}

const InForce = z.object({ id: z.string(), version: z.int() });

/** The newest published release. Throws NotFoundError where the reference data were never loaded. */
export function releaseInForce(db: CommonQueryMethods): Promise<z.infer<typeof InForce>> {
  return db.one(sql.type(InForce)`
    SELECT id, version FROM catalogue_releases WHERE version IS NOT NULL ORDER BY version DESC LIMIT 1
  `);
}

const Origin = z.object({
  base: z.string().nullable(),
  sha256: z.string(),
  file: z.instanceof(Uint8Array).nullable(),
  problems: z.array(RowProblem),
  hands: z.array(z.string()),
});
export type Origin = z.infer<typeof Origin>;

/** Where a release came from: its file, what was wrong with it, who had a hand in it. */
export function originOf(db: CommonQueryMethods, id: string): Promise<Origin> {
  return db.one(sql.type(Origin)`
    SELECT base, sha256, file, problems, array_remove(ARRAY[imported_by, kept_by], NULL)::text[] AS hands
    FROM catalogue_releases WHERE id = ${id}
  `);
}

const Body = z.object({ body: ListedOffence });

/** All entries of a release, by code. */
export async function listOffences(
  db: CommonQueryMethods,
  release: string,
): Promise<ListedOffence[]> {
  const rows = await db.any(
    sql.type(Body)`SELECT body FROM offences WHERE release_id = ${release} ORDER BY code`,
  );
  return rows.map(({ body }) => body);
}

/** One entry of a release by its code, or null. */
export function findOffence(
  db: CommonQueryMethods,
  release: string,
  code: string,
): Promise<ListedOffence | null> {
  return db.maybeOneFirst(
    sql.type(Body)`SELECT body FROM offences WHERE release_id = ${release} AND code = ${code}`,
  );
}

/** The version that a granted request for a code released, or null. */
export function releaseOfGrant(db: CommonQueryMethods, caseId: string): Promise<number | null> {
  return db.maybeOneFirst(sql.type(z.object({ version: z.int() }))`
    SELECT version FROM catalogue_releases WHERE granted_in = ${caseId}
  `);
}

/** Entries of a release that a question finds, sorted and cut to its page. */
export async function findOffences(
  db: CommonQueryMethods,
  release: string,
  query: CatalogueQuery,
): Promise<{ offences: ListedOffence[]; total: number }> {
  const found = sql.fragment`FROM offences WHERE release_id = ${release} AND ${conditionOf(query)}`;
  const { total } = await db.one(
    sql.type(z.object({ total: z.int() }))`SELECT count(*)::int AS total ${found}`,
  );
  const rows = await db.any(sql.type(Body)`
    SELECT body ${found} ORDER BY ${orderOf(query)}, code
    LIMIT ${query.limit} OFFSET ${(query.page - 1) * query.limit}
  `);
  return { offences: rows.map(({ body }) => body), total };
}

function conditionOf({ q, penalCode, verified, validOn }: CatalogueQuery): FragmentSqlToken {
  const conditions = [
    sql.fragment`true`,
    ...(q === '' ? [] : [textCondition(q)]),
    ...(penalCode === undefined ? [] : [sql.fragment`penal_code = ${penalCode}`]),
    ...(verified === undefined ? [] : [sql.fragment`verified = ${verified}`]),
    ...(validOn === undefined
      ? []
      : [sql.fragment`daterange(valid_from, valid_to, '[]') @> ${validOn}::date`]),
  ];
  return sql.fragment`${sql.join(conditions, sql.fragment` AND `)}`;
}

/** Every word of a text in the folded name, or the text as the article or within the code. */
function textCondition(q: string): FragmentSqlToken {
  const words = foldName(q).split(' ').map(containing);
  const article = /^(?:điều\s+)?(\d{1,3}[a-zđ]?)$/iu.exec(q.normalize('NFC'))?.[1] ?? '';
  return sql.fragment`(
    folded_name LIKE ALL (${sql.array(words, 'text')}) OR code ILIKE ${containing(q)}
    OR article = ${article.toLowerCase()}
  )`;
}

const ORDERS = {
  // Articles by their number, 226 before 226a.
  code: sql.fragment`penal_code, substring(article from '\\d+')::int, article`,
  name: sql.fragment`folded_name`,
  validFrom: sql.fragment`valid_from`,
} as const;
const DESCENDING = {
  code: sql.fragment`penal_code DESC, substring(article from '\\d+')::int DESC, article DESC`,
  name: sql.fragment`folded_name DESC`,
  validFrom: sql.fragment`valid_from DESC`,
} as const;

function orderOf({ sort, descending }: CatalogueQuery): FragmentSqlToken {
  return descending ? DESCENDING[sort] : ORDERS[sort];
}
