import type { FragmentSqlToken } from 'slonik';
import type { CaseLine, List } from '../../domain/case.ts';
import { endOfDay, isoOf, startOfDay } from '../../domain/instant.ts';
import { Instant } from '../../domain/text.ts';
import { sql } from '../sql.ts';

const BY_ARRIVAL: readonly List[] = ['received', 'issued', 'doneLate', 'stock'];

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
const BY_DUE: Order = {
  by: sql.fragment`c.due_sort, c.case_id`,
  word: 'due',
  key: ({ legalDueAt }) => legalDueAt ?? 'infinity',
  after: (key, caseId) =>
    sql.fragment`(c.due_sort, c.case_id) > (${key}::timestamptz, ${caseId}::text)`,
};

/** Closed cases: the latest first. */
const BY_CLOSED: Order = {
  by: sql.fragment`c.closed_at DESC, c.case_id`,
  word: 'closed',
  key: ({ closedAt }) => closedAt ?? 'infinity',
  after: (key, caseId) => sql.fragment`c.closed_at <= ${key}::timestamptz
    AND (c.closed_at < ${key}::timestamptz OR c.case_id > ${caseId}::text)`,
};

/** Cases by when they came in, the latest first. */
const BY_RECEIVED: Order = {
  by: sql.fragment`c.opened_at DESC, c.case_id`,
  word: 'received',
  key: ({ openedAt }) => openedAt,
  after: (key, caseId) => sql.fragment`c.opened_at <= ${key}::timestamptz
    AND (c.opened_at < ${key}::timestamptz OR c.case_id > ${caseId}::text)`,
};

/** How a list is ordered: open cases by due date, all others by when they came in or were closed. */
export function orderOf(list: List): Order {
  if (list === 'closed') return BY_CLOSED;
  return BY_ARRIVAL.includes(list) ? BY_RECEIVED : BY_DUE;
}

/** The instant a list is about, which its first and last day limit. */
const LIMITED: Partial<Record<List, FragmentSqlToken>> = {
  closed: sql.fragment`c.closed_at`,
  received: sql.fragment`c.opened_at`,
  issued: sql.fragment`c.issued_at`,
  doneLate: sql.fragment`c.legal_done_at`,
};

/** Conditions of a first and a last day, both included. */
export function within(
  list: List,
  { from, to }: { from?: string | undefined; to?: string | undefined },
): FragmentSqlToken[] {
  if (list === 'stock') return openAt(to);
  const instant = LIMITED[list] ?? sql.fragment`c.due_sort`;
  return [
    ...(from === undefined ? [] : [sql.fragment`${instant} >= ${isoOf(startOfDay(from))}`]),
    ...(to === undefined ? [] : [sql.fragment`${instant} <= ${isoOf(endOfDay(to))}`]),
  ];
}

/** Cases that were open at the end of a day; without one, that are open now. */
function openAt(day: string | undefined): FragmentSqlToken[] {
  if (day === undefined) return [sql.fragment`c.closed_at IS NULL`];
  const end = isoOf(endOfDay(day));
  return [sql.fragment`c.opened_at <= ${end} AND (c.closed_at IS NULL OR c.closed_at > ${end})`];
}

/** Keyset condition of a cursor `<order>~<key>~<caseId>`; an unreadable one starts from the top. */
export function afterCursor(cursor: string | undefined, order: Order): FragmentSqlToken[] {
  const [word, key, caseId] = cursor?.split('~') ?? [];
  if (word !== order.word || key === undefined || caseId === undefined) return [];
  if (key !== 'infinity' && !Instant.safeParse(key).success) return [];
  return [order.after(key, caseId)];
}
