import type { PinnedCalendars } from '../clock/law.ts';
import { replannedClock } from './clocks.ts';
import type { ActRule, CaseBase } from './flow.ts';

/** What `recalculate` carries: the calendar that replaces the one a case has pinned, and which it replaces. */
export interface Recalculation {
  /** The new version with the unit's own days, and the calendars that terms name, as far as needed. */
  calendars: PinnedCalendars;
  /** National versions that the new one stands in for; a case on any other is left alone. */
  replacedVersions: readonly string[];
  /** The approved draft that made the version, where the decree is cited. */
  draftId: string;
  /** The decrees and notices behind the days that it changed; acts recorded before they travelled lack them. */
  sources?: readonly string[];
}

/** A due date that moved, as the log keeps it; instants in epoch milliseconds. */
export interface MovedClock {
  name: string;
  from: number;
  to: number;
}

/** What the log keeps of a recalculation. */
export interface RecalculationCodes {
  calendarVersion: string;
  replaced: string;
  draftId: string;
  sources: readonly string[];
  /** Clocks whose due date moved; empty when the case only goes on under the new version. */
  moved: readonly MovedClock[];
}

/**
 * The rule by which the house puts an open case on a calendar that replaces its own. What runs or
 * stands still is counted anew; a clock that has stopped keeps the date it was measured by. Refused
 * with CALENDAR_NOT_REPLACED when the case is on another version, such as this one already.
 *
 * `settle` brings what a case keeps beside its clocks into line with them.
 */
export function recalculateRules<S extends CaseBase>(
  open: readonly S['step'][],
  settle: (state: S) => S = (state) => state,
): ActRule<S>[] {
  return [
    {
      act: 'recalculate',
      from: open,
      roles: ['SYSTEM'],
      unit: 'any',
      claims: false,
      guard: ({ calendarVersion }, { codes }) => {
        const { replacedVersions } = codes as Partial<Recalculation>;
        return replacedVersions?.includes(calendarVersion) ? null : 'CALENDAR_NOT_REPLACED';
      },
      next: (state, { codes }, { now, law }) => {
        const { calendars, draftId, sources = [] } = codes as unknown as Recalculation;
        const anew = { now, law: { ...law, ...calendars } };
        const citation = sources.join('; ') || calendars.calendar.version;
        const clocks = state.clocks.map((clock) => replannedClock(clock, citation, anew));
        const moved = clocks.flatMap(({ name, dueAt }, index) => {
          const from = state.clocks[index]?.dueAt ?? dueAt;
          return from === dueAt ? [] : [{ name, from, to: dueAt }];
        });
        const calendarVersion = calendars.calendar.version;
        const kept = { calendarVersion, replaced: state.calendarVersion, draftId, sources, moved };
        return {
          state: settle({ ...state, clocks, calendarVersion }),
          effects: { replanned: { calendars, codes: { ...kept } satisfies RecalculationCodes } },
        };
      },
    },
  ];
}
