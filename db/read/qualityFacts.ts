import type { CommonQueryMethods, FragmentSqlToken } from 'slonik';
import * as z from 'zod';
import { SUPPLY_STATES } from '../../domain/supply/supply.ts';
import { CalendarDate } from '../../domain/text.ts';
import { sql } from '../sql.ts';
import { stands } from './records.ts';

/** What makes a subject due: that it changed, that its day has come, that older rules looked last. */
export interface Due {
  /** Version of the rules in force; a later one sorts after it. */
  rules: string;
  today: string;
}

const subject = { unit: z.string(), name: z.string(), folded: z.string() };

/** A record as it stands, its content unread: what cannot be read is found too. */
const DueRecord = z.object({
  subject: z.string(),
  version: z.int(),
  /** Version last looked at, or the last mark that it is to be looked at again. */
  checked: z.int(),
  ...subject,
  gone: z.boolean(),
  file: z.unknown(),
  civilStatus: z.unknown(),
  pairs: z.array(z.string()),
});
export type DueRecord = z.infer<typeof DueRecord>;

/** Each way by which records are due, a range of an index; `more` goes into each. */
export function dueRecords({ rules, today }: Due, more: FragmentSqlToken): FragmentSqlToken[] {
  const rows = (condition: FragmentSqlToken): FragmentSqlToken =>
    sql.fragment`(SELECT number FROM records WHERE book = 'PROVINCE' AND ${condition} ${more})`;
  return [
    rows(sql.fragment`checked <> head`),
    rows(sql.fragment`check_again_on <= ${today}::date`),
    rows(sql.fragment`merged_into IS NULL AND checked_by < ${rules}`),
  ];
}

/**
 * Whether newer rules looked at any record: who still has older ones stands back, or each would see anew what the
 * other saw, without end.
 */
export function isOfOlderRules(db: CommonQueryMethods, { rules }: Due): Promise<boolean> {
  return db.oneFirst(sql.type(z.object({ older: z.boolean() }))`
    SELECT EXISTS (SELECT FROM records WHERE book = 'PROVINCE' AND merged_into IS NULL AND checked_by > ${rules})
      OR EXISTS (SELECT FROM supplies WHERE kind = 'COMPLETION_CERTIFICATE' AND checked_by > ${rules}) AS older
  `);
}

/** What a person's last approved paper of civil status says, unless a correction was approved after it. */
const civilStatus = sql.fragment`
  SELECT jsonb_build_object('fullName', p.details #> '{person,fullName}',
    'gender', p.details #> '{person,gender}', 'birthDate', p.details #> '{person,birthDate}')
  FROM record_proposals p
  WHERE p.number = r.number AND p.kind = 'CIVIL_STATUS' AND p.state = 'APPROVED'
    AND NOT EXISTS (SELECT FROM record_proposals q
      WHERE q.number = r.number AND q.kind = 'PERSON_CORRECTED' AND q.state = 'APPROVED'
        AND q.decided_at > p.decided_at)
  ORDER BY p.decided_at DESC LIMIT 1`;

/**
 * Records of departments that are due, those that changed first. `gone`: taken into another, or given up;
 * `pairs`: records it stands in a pair with.
 */
export function listDueRecords(
  db: CommonQueryMethods,
  due: Due,
  limit: number,
): Promise<readonly DueRecord[]> {
  const ways = dueRecords(due, sql.fragment`LIMIT ${limit}`);
  return db.any(sql.type(DueRecord)`
    WITH due AS MATERIALIZED (
      SELECT DISTINCT number FROM (${sql.join(ways, sql.fragment` UNION ALL `)} LIMIT ${limit}) AS w)
    SELECT r.number AS subject, r.head AS version, r.checked, r.unit, r.full_name AS name,
      r.folded_name AS folded, NOT (${stands}) AS gone, h.body AS file,
      (${civilStatus}) AS "civilStatus",
      ARRAY(SELECT f.place FROM findings f
        WHERE f.about = 'RECORD' AND f.subject = r.number AND f.rule = 'LIKELY_DUPLICATE' AND f.state <> 'MENDED'
        UNION SELECT f.subject FROM findings f
        WHERE f.place = r.number AND f.rule = 'LIKELY_DUPLICATE' AND f.state <> 'MENDED') AS pairs
    FROM due JOIN records r USING (number)
      JOIN record_versions h ON h.book = r.book AND h.number = r.number AND h.version = r.head
    WHERE r.book = 'PROVINCE'
  `);
}

const DueCompletion = z.object({
  subject: z.uuid(),
  ...subject,
  state: z.enum(SUPPLY_STATES),
  arrivedOn: CalendarDate,
});
export type DueCompletion = z.infer<typeof DueCompletion>;

/** Completion certificates in reception books that are due: they came in, were settled, lie too long. */
export function listDueCompletions(
  db: CommonQueryMethods,
  { rules, today }: Due,
  limit: number,
): Promise<readonly DueCompletion[]> {
  const rows = (condition: FragmentSqlToken): FragmentSqlToken => sql.fragment`
    (SELECT id FROM supplies WHERE kind = 'COMPLETION_CERTIFICATE' AND ${condition} LIMIT ${limit})`;
  const ways = [
    rows(sql.fragment`checked_as IS DISTINCT FROM state`),
    rows(sql.fragment`check_again_on <= ${today}::date`),
    rows(sql.fragment`checked_by < ${rules}`),
  ];
  return db.any(sql.type(DueCompletion)`
    WITH due AS MATERIALIZED (
      SELECT DISTINCT id FROM (${sql.join(ways, sql.fragment` UNION ALL `)} LIMIT ${limit}) AS w)
    SELECT s.id AS subject, s.unit, s.person_name AS name, s.folded_name AS folded, s.state,
      s.arrived_on::text AS "arrivedOn"
    FROM due JOIN supplies s USING (id)
  `);
}
