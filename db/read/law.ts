import type { CommonQueryMethods } from 'slonik';
import * as z from 'zod';
import type { Law } from '../../domain/clock/law.ts';
import type { InstantMs } from '../../domain/instant.ts';
import { CalendarVersion } from '../../domain/law/calendar.ts';
import { CalendarOverlay, composeCalendar } from '../../domain/law/overlay.ts';
import { pinLaw, type PublishedLaw } from '../../domain/law/pin.ts';
import { RuleSet } from '../../domain/law/ruleSet.ts';
import { sql } from '../sql.ts';

/** All rule sets, the earliest first. */
export function listRuleSets(db: CommonQueryMethods): Promise<readonly RuleSet[]> {
  return db.anyFirst(sql.type(z.object({ body: RuleSet }))`
    SELECT body FROM rule_sets ORDER BY valid_from
  `);
}

/** A rule set by its id; throws when there is none. */
export function getRuleSet(db: CommonQueryMethods, id: string): Promise<RuleSet> {
  return db.oneFirst(sql.type(z.object({ body: RuleSet }))`
    SELECT body FROM rule_sets WHERE id = ${id}
  `);
}

/** A rule set by its id, or null. */
export function findRuleSet(db: CommonQueryMethods, id: string): Promise<RuleSet | null> {
  return db.maybeOneFirst(sql.type(z.object({ body: RuleSet }))`
    SELECT body FROM rule_sets WHERE id = ${id}
  `);
}

/** A national calendar by its version, or the newest published one; throws when there is none. */
export function getCalendar(db: CommonQueryMethods, version?: string): Promise<CalendarVersion> {
  return db.oneFirst(sql.type(z.object({ body: CalendarVersion }))`
    SELECT body FROM calendars
    WHERE version = ${version ?? null} OR ${version ?? null}::text IS NULL
    ORDER BY published_at DESC LIMIT 1
  `);
}

/** A calendar by its version, with a unit's own days and hours where their version is given; or null. */
export async function findCalendar(
  db: CommonQueryMethods,
  version: string,
  overlayVersion: string | null = null,
): Promise<CalendarVersion | null> {
  const national = await db.maybeOneFirst(sql.type(z.object({ body: CalendarVersion }))`
    SELECT body FROM calendars WHERE version = ${version}
  `);
  if (national === null || overlayVersion === null) return national;
  const overlay = await db.maybeOneFirst(sql.type(z.object({ body: CalendarOverlay }))`
    SELECT body FROM calendar_overlays WHERE version = ${overlayVersion}
  `);
  return overlay === null ? null : composeCalendar(national, overlay);
}

/** What every unit has beside the national calendar, by unit: the newest version of each. */
export async function listOverlays(
  db: CommonQueryMethods,
): Promise<ReadonlyMap<string, CalendarOverlay>> {
  const overlays = await db.anyFirst(sql.type(z.object({ body: CalendarOverlay }))`
    SELECT DISTINCT ON (unit) body FROM calendar_overlays ORDER BY unit, published_at DESC, version DESC
  `);
  return new Map(overlays.map((overlay) => [overlay.unit, overlay]));
}

/** All law that is published, to pin a case from. */
export async function readLaw(db: CommonQueryMethods): Promise<PublishedLaw> {
  const [ruleSets, calendar, overlays] = await Promise.all([
    listRuleSets(db),
    getCalendar(db),
    listOverlays(db),
  ]);
  return { ruleSets, calendar, overlays };
}

/**
 * The law that a dossier received at an instant pins, without postmark and for no unit in particular.
 * Null when no rule set is in force then.
 */
export async function lawAt(db: CommonQueryMethods, receivedAt: InstantMs): Promise<Law | null> {
  return pinLaw(await readLaw(db), { receivedAt })?.law ?? null;
}

const Published = z.strictObject({
  version: z.string(),
  publishedAt: z.string(),
  body: CalendarVersion,
});

/** All national calendars, the newest first, with when they were published. */
export function listCalendars(
  db: CommonQueryMethods,
): Promise<readonly z.infer<typeof Published>[]> {
  return db.any(sql.type(Published)`
    SELECT version, published_at AS "publishedAt", body FROM calendars ORDER BY published_at DESC
  `);
}
