import type { CommonQueryMethods } from 'slonik';
import { Alarm } from '../../domain/alarm.ts';
import { sql } from '../sql.ts';

/** Alarms, those that stand first, the latest first among each; at most `limit`. */
export function listAlarms(db: CommonQueryMethods, limit: number): Promise<readonly Alarm[]> {
  return db.any(sql.type(Alarm)`
    SELECT id, kind, subject, detail, raised_at AS "raisedAt", cleared_at AS "clearedAt"
    FROM alarms ORDER BY cleared_at IS NOT NULL, raised_at DESC, id DESC LIMIT ${limit}
  `);
}
