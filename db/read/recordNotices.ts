import type { CommonQueryMethods, FragmentSqlToken } from 'slonik';
import * as z from 'zod';
import { NoticeItem, NoticeLine, type NoticeQuery } from '../../domain/record/notice.ts';
import { sql } from '../sql.ts';

const columns = sql.fragment`
  n.id, n.unit, n.kind, s.display_name AS "sentBy", n.sent_at AS "sentAt", i.items, i.applied, i.held,
  i.last_by AS "appliedBy", i.last_at AS "appliedAt"
`;
const tables = sql.fragment`
  record_notices n JOIN accounts s ON s.id = n.sent_by
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS items, (count(*) FILTER (WHERE result = 'APPLIED'))::int AS applied,
      (count(*) FILTER (WHERE result <> 'APPLIED'))::int AS held, max(applied_at) AS last_at,
      (array_agg(a.display_name ORDER BY applied_at DESC NULLS LAST))[1] AS last_by
    FROM record_notice_items LEFT JOIN accounts a ON a.id = applied_by WHERE notice = n.id
  ) i
`;

function conditionOf(unit: string | null, { state }: Pick<NoticeQuery, 'state'>): FragmentSqlToken {
  const own = unit === null ? sql.fragment`true` : sql.fragment`n.unit = ${unit}`;
  return state === 'ALL'
    ? own
    : sql.fragment`${own} AND EXISTS (SELECT FROM record_notice_items o
        WHERE o.notice = n.id AND o.result IS DISTINCT FROM 'APPLIED')`;
}

/** Notices of a department, or of all of them (`unit` null), the latest first. */
export async function listNotices(
  db: CommonQueryMethods,
  unit: string | null,
  query: NoticeQuery,
): Promise<{ notices: NoticeLine[]; total: number }> {
  const found = conditionOf(unit, query);
  const { total } = await db.one(
    sql.type(
      z.object({ total: z.int() }),
    )`SELECT count(*)::int AS total FROM record_notices n WHERE ${found}`,
  );
  const notices = await db.any(sql.type(NoticeLine)`
    SELECT ${columns} FROM ${tables} WHERE ${found} ORDER BY n.sent_at DESC, n.id
    LIMIT ${query.limit} OFFSET ${(query.page - 1) * query.limit}
  `);
  return { notices: [...notices], total };
}

export function findNotice(db: CommonQueryMethods, id: string): Promise<NoticeLine | null> {
  return db.maybeOne(sql.type(NoticeLine)`SELECT ${columns} FROM ${tables} WHERE n.id = ${id}`);
}

export function listNoticeItems(
  db: CommonQueryMethods,
  id: string,
): Promise<readonly NoticeItem[]> {
  return db.any(sql.type(NoticeItem)`
    SELECT n, number, ref, offence, provision, code, catalogue_version AS "catalogueVersion",
      merged_into AS "mergedInto", result
    FROM record_notice_items WHERE notice = ${id} ORDER BY n
  `);
}

/**
 * Open notices that come before one: the department told them of the same records earlier, and one of both
 * merges. What is merged depends on what was told before.
 */
export function listEarlierOpen(db: CommonQueryMethods, id: string): Promise<readonly string[]> {
  return db.anyFirst(sql.type(z.object({ notice: z.string() }))`
    SELECT DISTINCT e.notice FROM record_notice_items i
      CROSS JOIN LATERAL (VALUES (i.number), (i.merged_into)) AS r (number)
      JOIN record_versions v ON v.book = 'PROVINCE' AND v.number = r.number AND v.source_id = i.notice
      JOIN record_versions b ON b.book = 'PROVINCE' AND b.number = r.number AND b.version < v.version
      JOIN record_notice_items e ON e.notice = b.source_id AND r.number IN (e.number, e.merged_into)
    WHERE i.notice = ${id} AND i.result IS DISTINCT FROM 'APPLIED' AND e.result IS DISTINCT FROM 'APPLIED'
      AND (i.merged_into IS NOT NULL OR e.merged_into IS NOT NULL)
    ORDER BY e.notice
  `);
}
