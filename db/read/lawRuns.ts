import type { CommonQueryMethods, FragmentSqlToken } from 'slonik';
import * as z from 'zod';
import { LawMove, LawRun, type MoveQuery, ReplanFailure } from '../../domain/law/run.ts';
import type { Reader } from '../../domain/sight.ts';
import { sql } from '../sql.ts';
import { seenClock } from './sight.ts';

const columns = sql.fragment`
  r.id, r.kind, r.draft_id AS "draftId", r.draft_rev AS "draftRev", r.title, r.change, r.unit,
  r.period_from::text AS "periodFrom", r.period_to::text AS "periodTo", r.state, r.done, r.total,
  a.display_name AS "askedByName", r.asked_at AS "askedAt", r.finished_at AS "finishedAt", r.figures
`;
const tables = sql.fragment`law_runs r JOIN accounts a ON a.id = r.asked_by`;

/** A run as its asker's unit sees it; `askedUnit` is not for the reply. */
const RunRow = LawRun.extend({ askedUnit: z.string() });

export function findRun(
  db: CommonQueryMethods,
  id: string,
): Promise<z.infer<typeof RunRow> | null> {
  return db.maybeOne(sql.type(RunRow)`
    SELECT ${columns}, r.asked_unit AS "askedUnit" FROM ${tables} WHERE r.id = ${id}
  `);
}

/** Runs on a draft, the latest first. */
export function listRunsOf(db: CommonQueryMethods, draftId: string): Promise<readonly LawRun[]> {
  return db.any(sql.type(LawRun)`
    SELECT ${columns} FROM ${tables} WHERE r.draft_id = ${draftId} ORDER BY r.asked_at DESC LIMIT 20
  `);
}

/**
 * Trials on history, the latest first: those a unit asked for on its own cases, or all for the Centre
 * (null).
 */
export function listTrials(
  db: CommonQueryMethods,
  askedUnit: string | null,
): Promise<readonly LawRun[]> {
  return db.any(sql.type(LawRun)`
    SELECT ${columns} FROM ${tables}
    WHERE r.kind = 'WHAT_IF'
      AND (${askedUnit}::text IS NULL OR (r.asked_unit = ${askedUnit} AND r.unit = ${askedUnit}))
    ORDER BY r.asked_at DESC LIMIT 50
  `);
}

const ORDERS: Record<MoveQuery['sort'], FragmentSqlToken> = {
  case: sql.fragment`m.case_id, m.clock`,
  from: sql.fragment`m.from_at, m.n`,
  to: sql.fragment`m.to_at, m.n`,
};

/** Whose cases a reader sees in a run: those of one unit, or of all (null). */
export interface MoveSight {
  owner: string | null;
  reader: Reader;
}

function chosen(
  runId: string,
  { unit, clock, side, q }: MoveQuery,
  { owner, reader }: MoveSight,
): FragmentSqlToken {
  const parts = [sql.fragment`m.run_id = ${runId}`, seenClock(sql.fragment`m.clock`, reader)];
  if (owner !== null) parts.push(sql.fragment`m.unit = ${owner}`);
  if (unit !== undefined) parts.push(sql.fragment`(m.unit = ${unit} OR m.asked = ${unit})`);
  if (clock !== undefined) parts.push(sql.fragment`m.clock = ${clock}`);
  if (side !== undefined) parts.push(sql.fragment`m.side = ${side}`);
  if (q !== undefined) parts.push(sql.fragment`m.case_id = upper(trim(${q}))`);
  return sql.fragment`${sql.join(parts, sql.fragment` AND `)}`;
}

/** One page of the moves of a run that a reader may see, with how many there are. */
export async function listMoves(
  db: CommonQueryMethods,
  runId: string,
  query: MoveQuery,
  sight: MoveSight,
): Promise<{ moves: readonly LawMove[]; total: number }> {
  const where = chosen(runId, query, sight);
  const [moves, total] = await Promise.all([
    db.any(sql.type(LawMove)`
      SELECT m.case_id AS "caseId", m.unit, u.name AS "unitName", m.asked, m.clock,
        m.from_at AS "from", m.to_at AS "to", m.why::text[] AS why, m.side
      FROM law_moves m JOIN units u ON u.code = m.unit
      WHERE ${where} ORDER BY ${ORDERS[query.sort]}
      LIMIT ${query.limit} OFFSET ${(query.page - 1) * query.limit}
    `),
    db.oneFirst(sql.type(z.object({ total: z.int() }))`
      SELECT count(*)::int AS total FROM law_moves m WHERE ${where}
    `),
  ]);
  return { moves, total };
}

const OpenCase = z.object({
  caseId: z.string(),
  rev: z.int(),
  openedAt: z.string(),
  overlay: z.string().nullable(),
});
export type OpenCase = z.infer<typeof OpenCase>;

function onVersion(version: string): FragmentSqlToken {
  return sql.fragment`c.calendar_version = ${version}
    AND c.closed_at IS NULL`;
}

/** Open cases on one version of the national calendar, by number, after the last one taken. */
export function listOpenOn(
  db: CommonQueryMethods,
  version: string,
  after: string,
  limit: number,
): Promise<readonly OpenCase[]> {
  return db.any(sql.type(OpenCase)`
    SELECT c.case_id AS "caseId", c.rev, c.opened_at AS "openedAt",
      c.calendar_overlay AS overlay
    FROM cases c
    WHERE ${onVersion(version)} AND c.case_id > ${after} ORDER BY c.case_id LIMIT ${limit}
  `);
}

/** How many open cases are on some versions. */
export async function countOpenOn(
  db: CommonQueryMethods,
  versions: readonly string[],
): Promise<number> {
  return db.oneFirst(sql.type(z.object({ count: z.int() }))`
    SELECT count(*)::int AS count FROM cases c
    WHERE c.calendar_version = ANY (${sql.array([...versions], 'text')})
      AND c.closed_at IS NULL
  `);
}

/** Whether any open case is on a version that another stands in for. */
export function someOnReplaced(db: CommonQueryMethods): Promise<boolean> {
  return db.exists(sql.type(z.object({}))`
    SELECT FROM calendars n JOIN cases c
      ON c.calendar_version = n.base AND c.closed_at IS NULL
  `);
}

/** Cases of a unit, or of all (null), that could not be put on a version yet, the most tried first. */
export function listReplanFailures(
  db: CommonQueryMethods,
  version: string,
  owner: string | null,
): Promise<readonly z.infer<typeof ReplanFailure>[]> {
  return db.any(sql.type(ReplanFailure)`
    SELECT f.case_id AS "caseId", c.unit, f.code, f.attempts, f.last_at AS "lastAt"
    FROM replan_failures f JOIN cases c USING (case_id)
    WHERE f.version = ${version} AND c.closed_at IS NULL
      AND (${owner}::text IS NULL OR c.unit = ${owner})
    ORDER BY f.attempts DESC, f.case_id LIMIT 500
  `);
}
