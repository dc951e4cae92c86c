import type { CommonQueryMethods } from 'slonik';
import * as z from 'zod';
import type { PinnedCalendars } from '../../domain/clock/law.ts';
import type { CaseBase } from '../../domain/flow/flow.ts';
import { CalendarVersion } from '../../domain/law/calendar.ts';
import { CalendarOverlay } from '../../domain/law/overlay.ts';
import { replannedCalendars } from '../../domain/law/replan.ts';
import type { LawByName } from '../../domain/law/trial.ts';
import { sql } from '../sql.ts';
import { getCalendar, listRuleSets, readLaw } from './law.ts';

/** Everything published, by name: what any case may have pinned. */
export async function readLawByName(db: CommonQueryMethods): Promise<LawByName> {
  const [ruleSets, calendars, overlays] = await Promise.all([
    listRuleSets(db),
    db.anyFirst(sql.type(z.object({ body: CalendarVersion }))`SELECT body FROM calendars`),
    db.anyFirst(sql.type(z.object({ body: CalendarOverlay }))`
      SELECT body FROM calendar_overlays ORDER BY published_at
    `),
  ]);
  return {
    ruleSets: new Map(ruleSets.map((ruleSet) => [ruleSet.id, ruleSet])),
    calendars: new Map(calendars.map((calendar) => [calendar.version, calendar])),
    overlays: new Map(overlays.map((overlay) => [overlay.version, overlay])),
  };
}

type Pins = Pick<CaseBase, 'calendarVersion' | 'calendarOverlay' | 'openedAt'>;

/**
 * The calendars of a case whose national calendar was replaced, as far as it may need them. Throws
 * when a version is not there.
 */
export async function readCalendarsOf(
  db: CommonQueryMethods,
  { calendarVersion, calendarOverlay, openedAt }: Pins,
): Promise<PinnedCalendars> {
  const [{ ruleSets, overlays }, calendar, own] = await Promise.all([
    readLaw(db),
    getCalendar(db, calendarVersion),
    findOverlay(db, calendarOverlay),
  ]);
  return replannedCalendars({ calendar, overlay: own, ruleSets, overlays }, openedAt);
}

/** What a unit has beside the national calendar, by the version a case pinned; null for none. */
export function findOverlay(
  db: CommonQueryMethods,
  version: string | undefined,
): Promise<CalendarOverlay | null> {
  if (version === undefined) return Promise.resolve(null);
  return db.oneFirst(sql.type(z.object({ body: CalendarOverlay }))`
    SELECT body FROM calendar_overlays WHERE version = ${version}
  `);
}

/** A national calendar under a change, or null; and whether a later version stands in for it already. */
export function findBase(
  db: CommonQueryMethods,
  version: string,
): Promise<{ body: CalendarVersion; replaced: boolean } | null> {
  return db.maybeOne(sql.type(z.object({ body: CalendarVersion, replaced: z.boolean() }))`
    SELECT body, EXISTS (SELECT FROM calendars n WHERE n.base = c.version) AS replaced
    FROM calendars c WHERE version = ${version}
  `);
}

const CalendarLine = z.object({
  version: z.string(),
  from: z.string(),
  to: z.string(),
  replaced: z.boolean(),
});

/** Published calendar versions without their days, the newest first. */
export function listBases(
  db: CommonQueryMethods,
): Promise<readonly z.infer<typeof CalendarLine>[]> {
  return db.any(sql.type(CalendarLine)`
    SELECT version, body ->> 'from' AS "from", body ->> 'to' AS "to",
      EXISTS (SELECT FROM calendars n WHERE n.base = c.version) AS replaced
    FROM calendars c ORDER BY published_at DESC
  `);
}

/** A version and those it stands in for, one after another, the oldest last. */
export async function listLineage(
  db: CommonQueryMethods,
  version: string,
): Promise<readonly string[]> {
  return db.anyFirst(sql.type(z.object({ version: z.string() }))`
    WITH RECURSIVE line AS (
      SELECT version, base, 0 AS n FROM calendars WHERE version = ${version}
      UNION ALL
      SELECT c.version, c.base, n + 1 FROM calendars c JOIN line ON c.version = line.base)
    SELECT version FROM line ORDER BY n
  `);
}
