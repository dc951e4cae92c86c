import { createHash } from 'node:crypto';
import { measureShift } from '../db/read/outages.ts';
import type { OutagePreview } from '../domain/outage.ts';
import { intervalOf } from './caseHoldings.ts';
import { type ApiDeps, nowMs } from './deps.ts';
import { Refused } from './refused.ts';

/**
 * What noting an outage of a time would shift in the ledger now, and the token that confirms exactly
 * this. Refuses a time that does not end after it begins, or lies ahead.
 */
export async function previewOutage(
  deps: ApiDeps,
  time: { from: string; to: string },
): Promise<OutagePreview> {
  const { from, to } = intervalOf(time);
  if (from >= to || to > nowMs(deps)) throw new Refused('OUTAGE_INTERVAL_WRONG');
  const { calendar } = await deps.laws.at(to);
  const shift = await measureShift(deps.pool, { ...time, calendar: calendar.version });
  const said = JSON.stringify([from, to, shift]);
  return { ...shift, token: createHash('sha256').update(said).digest('hex') };
}
