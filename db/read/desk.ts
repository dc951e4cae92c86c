import type { CommonQueryMethods, FragmentSqlToken } from 'slonik';
import * as z from 'zod';
import { ApplicationSubmission } from '../../domain/application.ts';
import {
  AnswerTransport,
  type DeskQuery,
  NamedJudgment,
  RequestHolder,
} from '../../domain/desk.ts';
import { foldName } from '../../domain/foldName.ts';
import { addDays, dateOf, isoOf } from '../../domain/instant.ts';
import { Scan } from '../../domain/scan.ts';
import { sql } from '../sql.ts';
import { namedJudgments } from './namedJudgments.ts';
import { noteToUnit } from './noteToUnit.ts';
import { scanColumns } from './scans.ts';
import { verificationColumns, VerificationRow, verificationTables } from './verifications.ts';
import { containing } from './textSearch.ts';

const DeskRow = z.object({
  ...VerificationRow.shape,
  askedBy: z.string(),
  application: ApplicationSubmission,
  identification: z.string().nullable(),
  judgments: z.array(NamedJudgment),
  calendarVersion: z.string(),
  calendarOverlay: z.string().nullable(),
  holder: RequestHolder.nullable(),
  transport: AnswerTransport.nullable(),
  scans: z.array(Scan),
});
export type DeskRow = z.infer<typeof DeskRow>;

/** Whose desk is looked at, by whom, and the business instant by which "late" and "away" are meant. */
export interface DeskViewer {
  unit: string;
  account: string;
  nowMs: number;
}

const columns = sql.fragment`
  ${verificationColumns}, asker.name AS "askedBy", s.body AS application,
  c.state ->> 'calendarVersion' AS "calendarVersion",
  c.state ->> 'calendarOverlay' AS "calendarOverlay",
  ${noteToUnit} AS identification, ${namedJudgments} AS judgments,
  CASE WHEN h.id IS NOT NULL THEN jsonb_build_object('id', h.id, 'displayName', h.display_name,
    'since', k.since, 'coversFor', CASE WHEN h.id <> k.holder THEN taker.display_name END) END AS holder,
  (SELECT jsonb_build_object('state', m.state, 'refusalCode', m.refusal_code, 'receivedAt', m.received_at,
     'by', a.display_name)
   FROM agency_messages m LEFT JOIN accounts a ON a.id::text = m.received_by
   WHERE m.case_id = v.case_id AND m.from_unit = v.unit AND m.codes ->> 'requestId' = v.request_id
   ORDER BY m.received_at DESC LIMIT 1) AS transport,
  (SELECT coalesce(jsonb_agg(${scanColumns} ORDER BY x.uploaded_at, x.id), '[]')
   FROM answer_scans x WHERE x.request_id = v.request_id) AS scans`;

/** A page of a unit's desk, and one request more when there are more. */
export function listDesk(
  db: CommonQueryMethods,
  viewer: DeskViewer,
  query: z.infer<typeof DeskQuery>,
): Promise<readonly DeskRow[]> {
  const at = isoOf(viewer.nowMs);
  const offset = Number(query.after ?? 0) || 0;
  return db.any(sql.type(DeskRow)`
    SELECT ${columns}
    FROM ${verificationTables} JOIN cases c ON c.case_id = v.case_id JOIN units asker ON asker.code = c.unit
    JOIN submissions s ON s.case_id = v.case_id JOIN subjects p ON p.case_id = v.case_id
    LEFT JOIN request_claims k ON k.request_id = v.request_id LEFT JOIN accounts taker ON taker.id = k.holder
    LEFT JOIN accounts h ON h.id = request_desk(k.holder, ${at}::timestamptz)
    WHERE ${sql.join(conditionsOf(viewer, query), sql.fragment` AND `)}
    ORDER BY ${orderOf(query)}, v.request_id LIMIT ${query.limit + 1} OFFSET ${offset}
  `);
}

function conditionsOf(viewer: DeskViewer, query: z.infer<typeof DeskQuery>): FragmentSqlToken[] {
  const { state, due, held, q, request } = query;
  const open = sql.fragment`v.answered_at IS NULL AND NOT v.withdrawn`;
  return [
    sql.fragment`v.unit = ${viewer.unit}`,
    ...(state === 'open' ? [open] : []),
    ...(state === 'answered' ? [sql.fragment`v.answered_at IS NOT NULL`] : []),
    ...(due === undefined
      ? []
      : [open, sql.fragment`v.due_at < ${dueBefore(due, viewer.nowMs)}::timestamptz`]),
    ...(held === undefined ? [] : [heldAs(held, viewer.account)]),
    ...textOf(q),
    ...(request === undefined ? [] : [sql.fragment`v.request_id = ${request}`]),
  ];
}

/** First instant after which an answer no longer falls under the filter. */
function dueBefore(due: 'overdue' | 'today' | 'threeDays', nowMs: number): string {
  if (due === 'overdue') return isoOf(nowMs);
  return `${addDays(dateOf(nowMs), due === 'today' ? 1 : 4)}T00:00:00+07:00`;
}

function heldAs(held: 'mine' | 'free' | 'others', account: string): FragmentSqlToken {
  if (held === 'mine') return sql.fragment`h.id = ${account}::uuid`;
  return held === 'free' ? sql.fragment`h.id IS NULL` : sql.fragment`h.id <> ${account}::uuid`;
}

function orderOf({ order, state }: z.infer<typeof DeskQuery>): FragmentSqlToken {
  if (order === 'asked') return sql.fragment`v.asked_at`;
  if (order === 'name') return sql.fragment`p.folded_name`;
  if (order === 'case') return sql.fragment`v.case_id`;
  return state === 'open' ? sql.fragment`v.due_at` : sql.fragment`v.answered_at DESC NULLS FIRST`;
}

function textOf(text: string | undefined): FragmentSqlToken[] {
  if (text === undefined || text.trim() === '') return [];
  const name = containing(foldName(text));
  return [sql.fragment`(v.case_id = ${text.trim().toUpperCase()} OR p.folded_name LIKE ${name})`];
}
