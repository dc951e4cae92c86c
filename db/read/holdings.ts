import type { CommonQueryMethods } from 'slonik';
import * as z from 'zod';
import { HOLDERS } from '../../domain/flow/holder.ts';
import { Contest, Outage } from '../../domain/holding.ts';
import { Instant } from '../../domain/text.ts';
import { sql } from '../sql.ts';
import { tellingUnits } from './sight.ts';

const Line = z.object({
  holder: z.enum(HOLDERS),
  unit: z.string().nullable(),
  from: Instant,
  to: Instant.nullable(),
});

/** Who got a case when, in order, and until when; null for who has it now. */
export function listHoldings(
  db: CommonQueryMethods,
  caseId: string,
): Promise<readonly z.infer<typeof Line>[]> {
  return db.any(sql.type(Line)`
    SELECT holder, unit, from_at AS "from", to_at AS "to" FROM holdings WHERE case_id = ${caseId} ORDER BY rev
  `);
}

const Span = z.object({ from: Instant, to: Instant });

/** Times between two instants in which the system was down, several parts at once counted as one. */
export function listOutageSpans(
  db: CommonQueryMethods,
  { from, to }: z.infer<typeof Span>,
): Promise<readonly z.infer<typeof Span>[]> {
  return db.any(sql.type(Span)`
    SELECT from_at AS "from", to_at AS "to" FROM outage_spans
    WHERE to_at > ${from} AND from_at < ${to} ORDER BY from_at
  `);
}

/** The latest outages as they were noted, the newest first; at most 200. */
export function listOutages(db: CommonQueryMethods): Promise<readonly z.infer<typeof Outage>[]> {
  return db.any(sql.type(Outage)`
    SELECT id::text, from_at AS "from", to_at AS "to", what, noted_by AS "notedBy", reason
    FROM outages ORDER BY from_at DESC, id DESC LIMIT 200
  `);
}

const ContestRow = Contest.omit({ mayRule: true }).extend({
  raisedById: z.string(),
  /** Whether it tells that somebody was asked about a conviction. */
  telling: z.boolean(),
});
export type ContestRow = z.infer<typeof ContestRow>;

/** The contests about a case's time, in the order they were raised. */
export function listContests(
  db: CommonQueryMethods,
  caseId: string,
): Promise<readonly ContestRow[]> {
  return db.any(sql.type(ContestRow)`
    SELECT k.case_id AS "caseId", k.n, k.from_at AS "from", k.to_at AS "to", k.to_holder AS "toHolder",
      k.to_unit AS "toUnit", p.body ->> 'reason' AS reason, a.display_name AS "raisedBy",
      k.raised_unit AS "raisedUnit", k.raised_at AS "raisedAt", k.ruling, r.display_name AS "ruledBy",
      k.ruled_at AS "ruledAt", q.body ->> 'reason' AS "rulingReason", k.raised_by AS "raisedById",
      k.raised_unit IN ${tellingUnits} OR coalesce(k.to_unit IN ${tellingUnits}, false) AS telling
    FROM hold_contests k
    JOIN papers p ON p.case_id = k.case_id AND p.id = k.paper_id
    JOIN accounts a ON a.id = k.raised_by
    LEFT JOIN papers q ON q.case_id = k.case_id AND q.id = k.ruling_paper_id
    LEFT JOIN accounts r ON r.id = k.ruled_by
    WHERE k.case_id = ${caseId} ORDER BY k.n
  `);
}

/** What the figures of the board are asked for. */
export interface Window {
  /** Unit that owns the cases, or null for the whole country. */
  owner: string | null;
  calendar: string;
  /** First date; business time, ISO, is the end. */
  firstDate: string;
  now: string;
}

/**
 * From when on nothing is summed up yet: the first day of the window that is not, or the instant of it up
 * to which it is. Asked for first: the planner then knows how little is read live.
 */
export function summedUntil(db: CommonQueryMethods, { firstDate, now }: Window): Promise<string> {
  return db.oneFirst(sql.type(z.object({ since: Instant }))`
    SELECT least(coalesce(s.until, start_of_day(d::date)), ${now}) AS since
    FROM generate_series(${firstDate}::timestamp, vietnam_date(${now}::timestamptz)::timestamp + interval '1 day',
      interval '1 day') AS d
    LEFT JOIN summed_days s ON s.date = d::date
    WHERE s.date IS NULL OR s.until IS NOT NULL ORDER BY d LIMIT 1
  `);
}

const Share = z.object({
  holder: z.enum(HOLDERS),
  unit: z.string().nullable(),
  unitName: z.string().nullable(),
  workingMs: z.number(),
  open: z.int(),
});

/** Office time by holder and unit in a window, and the open cases each has now. */
export async function measureHolders(
  db: CommonQueryMethods,
  window: Window,
): Promise<readonly z.infer<typeof Share>[]> {
  const { owner, calendar, firstDate, now } = window;
  const since = await summedUntil(db, window);
  return db.any(sql.type(Share)`
    WITH held AS (
      SELECT d.holder, d.unit, d.office_ms, 0 AS open FROM holding_days d
      WHERE d.date >= ${firstDate}::date AND start_of_day(d.date) < ${since}
        AND (${owner}::text IS NULL OR d.owner = ${owner})
      UNION ALL
      SELECT h.holder, h.unit, h.office_ms, h.open FROM held_between(${calendar}, ${since}, ${now}, ${owner}) AS h)
    SELECT h.holder, h.unit, u.name AS "unitName", sum(h.office_ms)::float8 AS "workingMs",
      -- A move told of late, after its time was summed up, may be missing where it began.
      greatest(sum(h.open), 0)::int AS open
    FROM held h LEFT JOIN units u ON u.code = h.unit
    GROUP BY 1, 2, 3 HAVING sum(h.office_ms) <> 0 OR sum(h.open) > 0 ORDER BY 4 DESC, 1, 2
  `);
}
