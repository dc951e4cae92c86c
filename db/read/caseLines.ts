import type { FragmentSqlToken } from 'slonik';
import * as z from 'zod';
import { CaseLine } from '../../domain/case.ts';
import type { Reader } from '../../domain/sight.ts';
import { Instant } from '../../domain/text.ts';
import { sql } from '../sql.ts';
import { seenPerson, seenWait } from './sight.ts';
import { expungedClock, shorterColumns, ownRisk } from './twoTerms.ts';

const HolderColumns = z.object({
  holderId: z.string().nullable(),
  holderName: z.string().nullable(),
  holderSince: z.string().nullable(),
});

const ShorterColumns = z.object({
  shorterDueAt: Instant.nullable(),
  shorterRiskAt: Instant.nullable(),
});

/** A worklist row as it comes from the database; {@link lineOf} gives it its final shape. */
export const LineRow = z.object({
  ...CaseLine.omit({ holder: true, shorterTerm: true }).shape,
  ...HolderColumns.shape,
  ...ShorterColumns.shape,
});
type LineRow = z.infer<typeof LineRow>;

/** Columns of a worklist line over {@link lineTables}, as a reader may see them. */
export function lineColumns(reader: Reader): FragmentSqlToken {
  return sql.fragment`
    c.case_id AS "caseId", c.kind, c.step, c.rev, c.unit,
    CASE WHEN ${seenPerson(reader)} THEN p.full_name END AS "subjectName", c.channel,
    c.certificate_type AS "certificateType", c.regime, c.opened_at AS "openedAt",
    c.closed_at AS "closedAt", c.legal_due_at AS "legalDueAt", ${ownRisk} AS "atRiskAt", c.paused,
    ${shorterColumns(reader)},
    ${seenWait(reader)}, c.paper_state AS "paperState",
    h.holder AS "holderId", a.display_name AS "holderName", h.since AS "holderSince"
  `;
}

export const lineTables = sql.fragment`
  cases c JOIN subjects p USING (case_id)
  LEFT JOIN claims h USING (case_id) LEFT JOIN accounts a ON a.id = h.holder
  ${expungedClock}
`;

/** A line as replies carry it. */
export function lineOf(row: LineRow): CaseLine {
  const { holderId, holderName, holderSince, shorterDueAt, shorterRiskAt, ...line } = row;
  const held = holderId !== null && holderName !== null && holderSince !== null;
  const holder = held ? { id: holderId, displayName: holderName, since: holderSince } : null;
  const shorterTerm =
    shorterDueAt === null ? null : { dueAt: shorterDueAt, atRiskAt: shorterRiskAt };
  return { ...line, holder, shorterTerm };
}
