import type { FragmentSqlToken } from 'slonik';
import type { CaseLine } from '../../domain/case.ts';
import { Instant } from '../../domain/text.ts';
import { sql } from '../sql.ts';

/** How a list is ordered and where its next page begins. */
interface Order {
  by: FragmentSqlToken;
  /** First word of its cursors, so that no list takes another's. */
  word: string;
  key(line: CaseLine): string;
  /** What comes after a key and a case. */
  after(key: string, caseId: string): FragmentSqlToken;
}

/** Open cases: the nearest legal due date first, those without one last. */
export const BY_DUE: Order = {
  by: sql.fragment`c.due_sort, c.case_id`,
  word: 'due',
  key: ({ legalDueAt }) => legalDueAt ?? 'infinity',
  after: (key, caseId) =>
    sql.fragment`(c.due_sort, c.case_id) > (${key}::timestamptz, ${caseId}::text)`,
};

/** Closed cases: the latest first. */
export const BY_CLOSED: Order = {
  by: sql.fragment`c.closed_at DESC, c.case_id`,
  word: 'closed',
  key: ({ closedAt }) => closedAt ?? 'infinity',
  after: (key, caseId) => sql.fragment`c.closed_at <= ${key}::timestamptz
    AND (c.closed_at < ${key}::timestamptz OR c.case_id > ${caseId}::text)`,
};

/** Keyset condition of a cursor `<order>~<key>~<caseId>`; an unreadable one starts from the top. */
export function afterCursor(cursor: string | undefined, order: Order): FragmentSqlToken[] {
  const [word, key, caseId] = cursor?.split('~') ?? [];
  if (word !== order.word || key === undefined || caseId === undefined) return [];
  if (key !== 'infinity' && !Instant.safeParse(key).success) return [];
  return [order.after(key, caseId)];
}
