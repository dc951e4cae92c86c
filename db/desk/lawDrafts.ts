import type { CommonQueryMethods, DatabasePool } from 'slonik';
import * as z from 'zod';
import type { CalendarVersion } from '../../domain/law/calendar.ts';
import { type DraftForm, LawDraft } from '../../domain/law/draft.ts';
import { sql } from '../sql.ts';
import { insertRun, type NewRun } from './lawRuns.ts';

const columns = sql.fragment`
  d.id, d.title, d.change, d.state, d.rev, d.drafted_by::text AS "draftedBy",
  a.display_name AS "drafterName", d.drafted_at AS "draftedAt", d.edited_at AS "editedAt",
  p.display_name AS "approverName", d.approved_at AS "approvedAt", d.version
`;
const tables = sql.fragment`
  law_drafts d JOIN accounts a ON a.id = d.drafted_by LEFT JOIN accounts p ON p.id = d.approved_by
`;

/** Drafts, the latest first, without those that were discarded unless asked for. */
export function listDrafts(
  db: CommonQueryMethods,
  { discarded }: { discarded: boolean },
): Promise<readonly LawDraft[]> {
  return db.any(sql.type(LawDraft)`
    SELECT ${columns} FROM ${tables}
    WHERE ${discarded} OR d.state <> 'DISCARDED' ORDER BY d.drafted_at DESC LIMIT 200
  `);
}

export function findDraft(db: CommonQueryMethods, id: string): Promise<LawDraft | null> {
  return db.maybeOne(sql.type(LawDraft)`SELECT ${columns} FROM ${tables} WHERE d.id = ${id}`);
}

/** Whether somebody drafted a change or edited it: then another must approve it. */
export function hadAHandIn(db: CommonQueryMethods, id: string, account: string): Promise<boolean> {
  return db.exists(sql.type(z.object({}))`
    SELECT FROM law_drafts
    WHERE id = ${id} AND (drafted_by = ${account} OR ${account} = ANY (edited_by))
  `);
}

interface Handled {
  id: string;
  by: string;
  at: string;
}

/** Keep a new draft; the same id again changes nothing. */
export async function insertDraft(
  db: CommonQueryMethods,
  { title, change }: DraftForm,
  { id, by, at }: Handled,
): Promise<void> {
  await db.query(sql.typeAlias('void')`
    INSERT INTO law_drafts (id, title, change, drafted_by, drafted_at)
    VALUES (${id}, ${title}, ${JSON.stringify(change)}::jsonb, ${by}, ${at})
    ON CONFLICT (id) DO NOTHING
  `);
}

/** Change an open draft at a revision; false when it is another revision or no longer open. */
export function editDraft(
  db: CommonQueryMethods,
  { title, change }: DraftForm,
  { id, by, at, rev }: Handled & { rev: number },
): Promise<boolean> {
  return changed(
    db,
    sql.typeAlias('void')`
      UPDATE law_drafts SET title = ${title}, change = ${JSON.stringify(change)}::jsonb, rev = rev + 1,
        edited_at = ${at}, edited_by = array_append(array_remove(edited_by, ${by}::uuid), ${by}::uuid)
      WHERE id = ${id} AND rev = ${rev} AND state = 'DRAFT'`,
  );
}

/** Discard an open draft at a revision; false when it is another revision or no longer open. */
export function discardDraft(db: CommonQueryMethods, id: string, rev: number): Promise<boolean> {
  return changed(
    db,
    sql.typeAlias('void')`
      UPDATE law_drafts SET state = 'DISCARDED'
      WHERE id = ${id} AND rev = ${rev} AND state = 'DRAFT'`,
  );
}

/**
 * Publish a draft's calendar and begin to bring open cases over, all or nothing; false when the draft
 * is another revision or no longer open. Breaks a unique constraint when another
 * version took the base's place meanwhile.
 */
export function publishCalendar(
  pool: DatabasePool,
  { id, by, at, rev }: Handled & { rev: number },
  { calendar, base, replan }: { calendar: CalendarVersion; base: string; replan: NewRun },
): Promise<boolean> {
  return pool
    .transaction(async (db) => {
      await db.query(sql.typeAlias('void')`
      INSERT INTO calendars (version, base, body)
      VALUES (${calendar.version}, ${base}, ${JSON.stringify(calendar)}::jsonb)
    `);
      const published = await changed(
        db,
        sql.typeAlias('void')`
        UPDATE law_drafts SET state = 'PUBLISHED', approved_by = ${by}, approved_at = ${at},
          version = ${calendar.version}
        WHERE id = ${id} AND rev = ${rev} AND state = 'DRAFT'`,
      );
      if (!published) throw new NotPublished();
      await insertRun(db, replan);
      return true;
    })
    .catch((error: unknown) => {
      if (error instanceof NotPublished) return false;
      throw error;
    });
}

/** Undoes the transaction of a publication that found its draft changed. */
class NotPublished extends Error {}

async function changed(
  db: CommonQueryMethods,
  statement: Parameters<CommonQueryMethods['query']>[0],
): Promise<boolean> {
  return (await db.query(statement)).rowCount === 1;
}
