import type { Logger } from 'pino';
import type { DatabasePool } from 'slonik';
import { listRulings } from '../db/read/disputes.ts';
import { getCalendar } from '../db/read/law.ts';
import { clearAlarms, raiseAlarm } from '../db/write/alarms.ts';
import type { AlarmKind } from '../domain/alarm.ts';
import type { RulingLine } from '../domain/dispute.ts';
import { type InstantMs, isoOf } from '../domain/instant.ts';
import { askBoth } from './compareClock.ts';
import { LawShelf } from './lawShelf.ts';

const KIND: AlarmKind = 'RULING_CONTRADICTED';

/**
 * Hold every ruling on a deadline against both engines, with the calendar it was ruled under and with
 * the newest one, in which a ruled mistake may have been put right. A ruling that neither calendar
 * bears out by both engines is an alarm, until one does.
 */
export async function checkRulings(
  { pool, log }: { pool: DatabasePool; log: Logger },
  now: InstantMs,
): Promise<void> {
  const shelf = new LawShelf();
  const newest = (await getCalendar(pool)).version;
  const at = isoOf(now);
  const contradicted: string[] = [];
  for (const ruling of await listRulings(pool, null)) {
    const { id: subject, calendarVersion, expectedDueAt } = ruling;
    const pinned = await answersTo(pool, shelf, ruling, calendarVersion);
    if (bearsOut(ruling, pinned)) continue;
    if (bearsOut(ruling, await answersTo(pool, shelf, ruling, newest))) continue;
    contradicted.push(subject);
    const detail = { expectedDueAt, ...pinned };
    const raised = await raiseAlarm(pool, { kind: KIND, subject, detail, at });
    if (raised) log.error({ ruling: subject, ...detail }, 'a ruling contradicts the engines');
  }
  await clearAlarms(pool, { kind: KIND, except: contradicted, at });
}

/** Due instants by both engines; null where one has no answer. */
interface Answers {
  firstDueAt: string | null;
  secondDueAt: string | null;
}

async function answersTo(
  pool: DatabasePool,
  shelf: LawShelf,
  { startsAt, standstills, amount, unit, calendarOverlay }: RulingLine,
  version: string,
): Promise<Answers> {
  const calendar = await shelf.calendar(pool, version, calendarOverlay);
  if (calendar === null) return { firstDueAt: null, secondDueAt: null };
  const facts = { startedAt: Date.parse(startsAt), stood: standstills };
  const { first, second } = askBoth(facts, { budget: { amount, unit }, ...calendar });
  return {
    firstDueAt: first.found === null ? null : isoOf(first.found),
    secondDueAt: second.found === null ? null : isoOf(second.found.dueAt),
  };
}

function bearsOut({ expectedDueAt }: RulingLine, { firstDueAt, secondDueAt }: Answers): boolean {
  const right = isoOf(Date.parse(expectedDueAt));
  return firstDueAt === right && secondDueAt === right;
}
