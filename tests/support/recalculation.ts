import type { CalendarSlice } from '../../domain/clock/law.ts';
import type { Command } from '../../domain/flow/flow.ts';
import { actorIn, commandOf, LAW } from './cases.ts';

/** Another version of the calendar, with days off and days made up for them. */
export function calendarOf(
  version: string,
  daysOff: readonly string[] = [],
  makeUpDays: readonly string[] = [],
): CalendarSlice {
  const { calendar } = LAW;
  return {
    ...calendar,
    version,
    daysOff: [...calendar.daysOff, ...daysOff],
    makeUpDays: [...calendar.makeUpDays, ...makeUpDays],
  };
}

/** The house's command that puts a case on a calendar that replaces its own. */
export function recalculate(calendar: CalendarSlice, replaced: string): Command {
  const codes = { calendars: { calendar }, replacedVersions: [replaced], draftId: 'draft' };
  return commandOf('recalculate', actorIn('SYSTEM'), codes);
}
