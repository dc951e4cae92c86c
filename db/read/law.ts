import type { CommonQueryMethods } from 'slonik';
import * as z from 'zod';
import type { Law } from '../../domain/clock/law.ts';
import { dateOf, type InstantMs } from '../../domain/instant.ts';
import { CalendarVersion, sliceOf } from '../../domain/law/calendar.ts';
import { lawOf, RuleSet } from '../../domain/law/ruleSet.ts';
import type { PublishedLaw } from '../../domain/law/trial.ts';
import { sql } from '../sql.ts';

/** The rule set in force on a date, or null: a case pins it by its acceptance date. */
export async function findRuleSet(db: CommonQueryMethods, date: string): Promise<RuleSet | null> {
  return db.maybeOneFirst(sql.type(z.object({ body: RuleSet }))`
    SELECT body FROM rule_sets
    WHERE valid_from <= ${date}::date AND (valid_to IS NULL OR valid_to >= ${date}::date)
    ORDER BY valid_from DESC LIMIT 1
  `);
}

/** A rule set by its id; throws when there is none. */
export async function getRuleSet(db: CommonQueryMethods, id: string): Promise<RuleSet> {
  return db.oneFirst(sql.type(z.object({ body: RuleSet }))`
    SELECT body FROM rule_sets WHERE id = ${id}
  `);
}

/** A calendar by its version, or the newest published one. */
export async function getCalendar(
  db: CommonQueryMethods,
  version?: string,
): Promise<CalendarVersion> {
  return db.oneFirst(sql.type(z.object({ body: CalendarVersion }))`
    SELECT body FROM calendars
    WHERE version = ${version ?? null} OR ${version ?? null}::text IS NULL
    ORDER BY published_at DESC LIMIT 1
  `);
}

/**
 * The law a case that starts at an instant pins: rule set by date, newest calendar, cut to what the
 * case may need. Null when no rule set is in force then.
 */
export async function lawAt(db: CommonQueryMethods, now: InstantMs): Promise<Law | null> {
  const date = dateOf(now);
  const ruleSet = await findRuleSet(db, date);
  if (ruleSet === null) return null;
  return lawOf(ruleSet, sliceOf(await getCalendar(db), date));
}

/** All rule sets and calendar versions, by id and version: what any case may have pinned. */
export async function readPublishedLaw(db: CommonQueryMethods): Promise<PublishedLaw> {
  const [ruleSets, calendars] = await Promise.all([
    db.anyFirst(sql.type(z.object({ body: RuleSet }))`SELECT body FROM rule_sets`),
    db.anyFirst(sql.type(z.object({ body: CalendarVersion }))`SELECT body FROM calendars`),
  ]);
  return {
    ruleSets: new Map(ruleSets.map((ruleSet) => [ruleSet.id, ruleSet])),
    calendars: new Map(calendars.map((calendar) => [calendar.version, calendar])),
  };
}

/** A calendar version by its name, or null; and whether a later one stands in for it already. */
export function findCalendar(
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
export function listCalendars(
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
