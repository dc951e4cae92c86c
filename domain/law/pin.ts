import type { CalendarSlice, Law } from '../clock/law.ts';
import type { NextLaw } from '../flow/lawInForce.ts';
import { dateOf, type InstantMs } from '../instant.ts';
import { type CalendarVersion, sliceOf } from './calendar.ts';
import { type CalendarOverlay, composeCalendar, NATIONAL_CALENDAR } from './overlay.ts';
import { lawOf, type RuleSet, termsOf } from './ruleSet.ts';
import { ruleSetFor, successorOf } from './ruleSetFor.ts';

/** All law that is published: what cases are pinned from. */
export interface PublishedLaw {
  ruleSets: readonly RuleSet[];
  /** The newest national calendar. */
  calendar: CalendarVersion;
  /** What units have beside it, by unit code. */
  overlays: ReadonlyMap<string, CalendarOverlay>;
}

/** What a dossier is pinned by. */
export interface PinnedBy {
  receivedAt: InstantMs;
  /** Local date of the postmark of a dossier that came by post. */
  postmarkedOn?: string | null | undefined;
  /** Unit that owns the case; its own calendar counts, where it has one. */
  unit?: string | undefined;
}

export interface PinnedLaw {
  law: Law;
  /** The law that takes its place if the dossier is accepted too late for it; null when none can. */
  next: NextLaw | null;
}

/**
 * The law a dossier is pinned to on receipt: rule set by date or postmark, the calendar of its unit
 * cut to what the case may need, and the calendars its terms name. Null when no rule set is in force;
 * throws CalendarExhausted when the date itself is not published.
 */
export function pinLaw(published: PublishedLaw, pinnedBy: PinnedBy): PinnedLaw | null {
  const { ruleSets } = published;
  const acceptedOn = dateOf(pinnedBy.receivedAt);
  const { postmarkedOn } = pinnedBy;
  const ruleSet = ruleSetFor(ruleSets, { acceptedOn, postmarkedOn });
  if (ruleSet === null) return null;
  const successor = takesOver(ruleSets, ruleSet, postmarkedOn);
  const calendar = calendarOf(published, pinnedBy);
  const sets = successor === null ? [ruleSet] : [ruleSet, successor];
  const law = { ...lawOf(ruleSet, calendar), ...calendarsNamedBy(sets, published, pinnedBy) };
  if (successor === null || successor.validFrom > calendar.to) return { law, next: null };
  const { calendar: _calendar, ...rules } = lawOf(successor, calendar);
  return { law, next: { from: successor.validFrom, law: rules } };
}

/** The rule set that follows, unless the postmark leaves the dossier to this one whenever it is accepted. */
function takesOver(
  ruleSets: readonly RuleSet[],
  ruleSet: RuleSet,
  postmarkedOn: PinnedBy['postmarkedOn'],
): RuleSet | null {
  const successor = successorOf(ruleSets, ruleSet);
  if (successor === null) return null;
  const then = ruleSetFor(ruleSets, { acceptedOn: successor.validFrom, postmarkedOn });
  return then?.id === successor.id ? successor : null;
}

function calendarOf(
  { calendar, overlays }: PublishedLaw,
  { receivedAt, unit }: PinnedBy,
  name = unit,
): CalendarSlice {
  const overlay = name === undefined ? null : (overlays.get(name) ?? null);
  return sliceOf(composeCalendar(calendar, overlay), dateOf(receivedAt));
}

/** Calendars that terms name. A name nobody published is left out: arming the clock refuses it by name. */
function calendarsNamedBy(
  ruleSets: readonly RuleSet[],
  published: PublishedLaw,
  pinnedBy: PinnedBy,
): Pick<Law, 'calendars'> {
  const terms = ruleSets.flatMap((ruleSet) => Object.values(termsOf(ruleSet)));
  const names = new Set(terms.flatMap(({ calendar }) => calendar ?? []));
  if (names.size === 0) return {};
  const known = [...names].filter(
    (name) => name === NATIONAL_CALENDAR || published.overlays.has(name),
  );
  const slices = known.map((name) => [name, calendarOf(published, pinnedBy, name)] as const);
  return { calendars: Object.fromEntries(slices) };
}
