import type { CommonQueryMethods } from 'slonik';
import * as z from 'zod';
import { ChannelNotice } from '../../domain/letter.ts';
import { sql } from '../sql.ts';

const columns = sql.fragment`
  n.letter AS "letterId", n.case_id AS "caseId", s.external_code AS "externalCode", n.channel,
  l.number, l.missed_at AS "missedAt", l.promised_due_at AS "promisedDueAt", n.queued_at AS "queuedAt",
  n.acknowledged_at AS "acknowledgedAt"`;

const tables = sql.fragment`
  channel_notices n JOIN letters l ON l.id = n.letter JOIN units u ON u.code = n.unit
  JOIN submissions s ON s.case_id = n.case_id`;

/** Notices of a province that nobody has acknowledged, oldest first, `limit` at most. */
export function listWaitingNotices(
  db: CommonQueryMethods,
  { provinceCode, limit }: { provinceCode: string | null; limit: number },
): Promise<readonly ChannelNotice[]> {
  return db.any(sql.type(ChannelNotice)`
    SELECT ${columns} FROM ${tables}
    WHERE n.acknowledged_at IS NULL AND u.province_code = ${provinceCode}
    ORDER BY n.queued_at, n.letter LIMIT ${limit}
  `);
}

const Found = ChannelNotice.extend({ provinceCode: z.string().nullable() });

/** The notice of a letter with the province it is for, or null. */
export function findNotice(
  db: CommonQueryMethods,
  letter: string,
): Promise<z.infer<typeof Found> | null> {
  return db.maybeOne(sql.type(Found)`
    SELECT ${columns}, u.province_code AS "provinceCode" FROM ${tables} WHERE n.letter = ${letter}
  `);
}
