import type { CommonQueryMethods } from 'slonik';
import * as z from 'zod';
import { sql } from '../../db/sql.ts';
import type { ProvinceShare } from './share.ts';

const Row = z.object({
  code: z.string(),
  received: z.int(),
  fromMcdt: z.int(),
  onTime: z.int(),
  late: z.int(),
  /** Ended without a certificate: refused, withdrawn, lapsed, cancelled. */
  ended: z.int(),
  open: z.int(),
  openLate: z.int(),
});
type Counted = z.infer<typeof Row>;

/** One province of the report; `onTime` and `late` count certificates that were ready. */
export interface ProvinceLine extends Omit<Counted, 'code'> {
  code: string;
  name: string;
}

/**
 * What became of every province's dossiers at a business instant. Ready, ended and open sum to
 * received; ready in time means that the legal clock had stopped by its due instant.
 */
export async function reportOf(
  db: CommonQueryMethods,
  shares: readonly ProvinceShare[],
  now: string,
): Promise<ProvinceLine[]> {
  const rows = await db.any(sql.type(Row)`
    SELECT u.province_code AS code, count(*)::int AS received,
      (count(*) FILTER (WHERE s.channel = 'PROVINCIAL_MCDT'))::int AS "fromMcdt",
      (count(*) FILTER (WHERE ready AND c.legal_done_at <= c.legal_due_at))::int AS "onTime",
      (count(*) FILTER (WHERE ready AND c.legal_done_at > c.legal_due_at))::int AS late,
      (count(*) FILTER (WHERE NOT ready AND c.closed_at IS NOT NULL))::int AS ended,
      (count(*) FILTER (WHERE NOT ready AND c.closed_at IS NULL))::int AS open,
      (count(*) FILTER (WHERE NOT ready AND c.closed_at IS NULL AND NOT c.paused
        AND c.legal_due_at < ${now}))::int AS "openLate"
    FROM submissions s JOIN units u ON u.code = s.unit JOIN cases c USING (case_id)
    CROSS JOIN LATERAL (SELECT EXISTS (SELECT FROM certificates k
      WHERE k.case_id = s.case_id AND k.status = 'VALID') AS ready) AS k
    WHERE s.kind = 'APPLICATION' GROUP BY u.province_code ORDER BY u.province_code
  `);
  const byCode = new Map(rows.map((row) => [row.code, row]));
  const none = { received: 0, fromMcdt: 0, onTime: 0, late: 0, ended: 0, open: 0, openLate: 0 };
  return shares.map(({ code, name }) => ({ ...none, ...byCode.get(code), code, name }));
}

const Open = z.object({
  caseId: z.string(),
  step: z.string(),
  since: z.string(),
  act: z.string(),
  /** Units that have not answered for good, with what they said so far. */
  asked: z.array(z.string()),
});

/** What is still open, longest first: case, last act, its step and since when, and who has not answered. */
export async function openDossiers(db: CommonQueryMethods): Promise<string[]> {
  const rows = await db.any(sql.type(Open)`
    SELECT c.case_id AS "caseId", c.step, c.step_since AS since,
      (SELECT e.act FROM case_events e WHERE e.case_id = c.case_id AND e.rev = c.rev) AS act,
      ARRAY(SELECT concat_ws(' ', v.unit, v.kind, v.outcome) FROM verifications v
        WHERE v.case_id = c.case_id AND NOT v.withdrawn
          AND coalesce(v.outcome, 'NONE') NOT IN ('NO_RECORD', 'RECORD_FOUND', 'UNCLEAR', 'WAIVED')
        ORDER BY v.asked_at) AS asked
    FROM cases c WHERE c.kind = 'APPLICATION' AND c.closed_at IS NULL ORDER BY c.step_since
  `);
  return rows.map(({ caseId, step, since, act, asked }) =>
    [`${caseId} ${step} since ${since}, last ${act}`, ...asked].join(', asked '),
  );
}

const COLUMNS = ['received', 'fromMcdt', 'onTime', 'late', 'ended', 'open', 'openLate'] as const;
const TITLES = ['received', 'MCDT', 'on time', 'late', 'ended', 'open', '(overdue)'];

/** The report as a table for people, with a line of sums. */
export function reportTable(lines: readonly ProvinceLine[]): string {
  const sums = Object.fromEntries(
    COLUMNS.map((column) => [column, lines.reduce((sum, line) => sum + line[column], 0)]),
  ) as Record<(typeof COLUMNS)[number], number>;
  const row = (code: string, name: string, cells: readonly string[]): string =>
    `${code.padEnd(3)} ${name.padEnd(18)}${cells.map((cell) => cell.padStart(10)).join('')}`;
  const cellsOf = (line: Record<(typeof COLUMNS)[number], number>): string[] =>
    COLUMNS.map((column) => String(line[column]));
  return [
    row('', 'province', TITLES),
    ...lines.map((line) => row(line.code, line.name, cellsOf(line))),
    row('', 'all', cellsOf(sums)),
  ].join('\n');
}
