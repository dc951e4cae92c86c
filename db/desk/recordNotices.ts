import type { CommonQueryMethods } from 'slonik';
import * as z from 'zod';
import type { NOTICE_KINDS, NoticeItem, NoticeResult } from '../../domain/record/notice.ts';
import { sql } from '../sql.ts';

export interface NewNotice {
  /** The batch or proposal it tells of. */
  id: string;
  unit: string;
  kind: (typeof NOTICE_KINDS)[number];
  by: string;
  at: string;
  items: readonly (Partial<NoticeItem> & Pick<NoticeItem, 'number'>)[];
}

/** Write a notice to the Centre with its lines. */
export async function keepNotice(
  db: CommonQueryMethods,
  { id, unit, kind, by, at, items }: NewNotice,
): Promise<void> {
  await db.query(sql.typeAlias('void')`
    INSERT INTO record_notices (id, unit, kind, sent_by, sent_at)
    VALUES (${id}, ${unit}, ${kind}, ${by}, ${at})
  `);
  const lines = items.map((item, index) => ({ ...item, n: index + 1 }));
  await db.query(sql.typeAlias('void')`
    INSERT INTO record_notice_items (notice, n, number, ref, offence, provision, code, catalogue_version,
      merged_into)
    SELECT ${id}, n, number, ref, offence, provision, code, "catalogueVersion", "mergedInto"
    FROM jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) AS i (n int, number text, ref int,
      offence text, provision text, code text, "catalogueVersion" int, "mergedInto" text)
  `);
}

/** Make sure that two do not apply one notice at a time: its lines are held until the transaction ends. */
export async function holdNotice(db: CommonQueryMethods, id: string): Promise<void> {
  await db.query(sql.type(z.object({ n: z.int() }))`
    SELECT n FROM record_notice_items WHERE notice = ${id} ORDER BY n FOR UPDATE
  `);
}

/** Note what came of lines of a notice. */
export async function keepResults(
  db: CommonQueryMethods,
  notice: string,
  results: readonly { n: number; result: NoticeResult }[],
  { by, at }: { by: string; at: string },
): Promise<void> {
  await db.query(sql.typeAlias('void')`
    UPDATE record_notice_items i SET result = r.result, applied_by = ${by}, applied_at = ${at}
    FROM jsonb_to_recordset(${JSON.stringify(results)}::jsonb) AS r (n int, result text)
    WHERE i.notice = ${notice} AND i.n = r.n
  `);
}
