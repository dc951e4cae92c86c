import type { CommonQueryMethods, FragmentSqlToken } from 'slonik';
import * as z from 'zod';
import { foldName } from '../../domain/foldName.ts';
import {
  FindingEvent,
  FindingLine,
  type FindingQuery,
  type FINDING_SORTS,
} from '../../domain/quality/finding.ts';
import { sql } from '../sql.ts';
import { containing } from './textSearch.ts';

const columns = sql.fragment`
  f.id, f.unit, f.about, f.subject, f.rule, f.side, f.place, f.source, f.person_name AS "personName",
  f.judged_on::text AS "judgedOn", f.state, f.opened_at AS "openedAt", f.changed_at AS "changedAt", f.reason,
  (SELECT i.answer FROM campaign_items i WHERE i.finding = f.id AND i.answer IS NOT NULL
    ORDER BY i.answered_at DESC LIMIT 1) AS answer`;

/** Findings of a unit, of all where it is null, that a question finds, sorted and cut to its page. */
export async function listFindings(
  db: CommonQueryMethods,
  unit: string | null,
  query: FindingQuery,
): Promise<{ findings: FindingLine[]; total: number }> {
  const found = sql.fragment`FROM findings f WHERE ${conditionOf(unit, query)}`;
  const total = await db.oneFirst(
    sql.type(z.object({ count: z.int() }))`SELECT count(*)::int AS count ${found}`,
  );
  const findings = await db.any(sql.type(FindingLine)`
    SELECT ${columns} ${found} ORDER BY ${orderOf(query)}
    LIMIT ${query.limit} OFFSET ${(query.page - 1) * query.limit}
  `);
  return { findings: [...findings], total };
}

function conditionOf(unit: string | null, query: FindingQuery): FragmentSqlToken {
  const { q, rule, side, source, state, subject, campaign, answered } = query;
  const conditions = [
    sql.fragment`f.state = ${state}`,
    ...(unit === null ? [] : [sql.fragment`f.unit = ${unit}`]),
    ...(rule === undefined ? [] : [sql.fragment`f.rule = ${rule}`]),
    ...(side === undefined ? [] : [sql.fragment`f.side = ${side}`]),
    ...(source === undefined ? [] : [sql.fragment`f.source = ${source}`]),
    ...(subject === undefined ? [] : [sql.fragment`f.subject = ${subject}`]),
    ...(campaign === undefined ? [] : [itemCondition(sql.fragment`i.campaign = ${campaign}`)]),
    ...(answered === undefined ? [] : [answeredCondition(answered)]),
    ...(q === '' ? [] : [textCondition(q)]),
  ];
  return sql.fragment`${sql.join(conditions, sql.fragment` AND `)}`;
}

function itemCondition(condition: FragmentSqlToken): FragmentSqlToken {
  return sql.fragment`EXISTS (SELECT FROM campaign_items i WHERE i.finding = f.id AND ${condition})`;
}

function answeredCondition(answered: boolean): FragmentSqlToken {
  const there = itemCondition(sql.fragment`i.answer IS NOT NULL`);
  return answered ? there : sql.fragment`NOT ${there}`;
}

/** The person's name without its marks, or the number of the record. */
function textCondition(q: string): FragmentSqlToken {
  return sql.fragment`(f.folded_name LIKE ${containing(foldName(q))} OR f.subject ILIKE ${containing(q)})`;
}

const ORDERS: Readonly<Record<(typeof FINDING_SORTS)[number], FragmentSqlToken>> = {
  opened: sql.fragment`f.opened_at`,
  person: sql.fragment`f.folded_name`,
  subject: sql.fragment`f.subject`,
  judged: sql.fragment`f.judged_on`,
};

function orderOf({ sort, descending }: FindingQuery): FragmentSqlToken {
  const order = ORDERS[sort];
  return descending ? sql.fragment`${order} DESC, f.id DESC` : sql.fragment`${order}, f.id`;
}

export function findFinding(db: CommonQueryMethods, id: number): Promise<FindingLine | null> {
  return db.maybeOne(sql.type(FindingLine)`SELECT ${columns} FROM findings f WHERE f.id = ${id}`);
}

/** What became of a finding, the first step first. */
export function listFindingEvents(
  db: CommonQueryMethods,
  id: number,
): Promise<readonly FindingEvent[]> {
  return db.any(sql.type(FindingEvent)`
    SELECT e.kind, e.at, a.display_name AS by, e.reason
    FROM finding_events e LEFT JOIN accounts a ON a.id = e.by
    WHERE e.finding = ${id} ORDER BY e.id
  `);
}
