import { join } from 'node:path';
import { CALENDAR_VERSION } from '../db/reference.ts';
import {
  readNationalCalendar,
  readOverlays,
  readRuleSets,
  ReferenceRefused,
} from '../db/referenceFiles.ts';
import type { CalendarSlice } from '../domain/clock/law.ts';
import type { DateText } from '../domain/instant.ts';
import { type DayName, dayNames, wholeSlice } from '../domain/law/calendar.ts';
import { composeCalendar, NATIONAL_CALENDAR } from '../domain/law/overlay.ts';
import type { RuleSet } from '../domain/law/ruleSet.ts';
import { BadQuestion } from './badQuestion.ts';

const DATA = join(import.meta.dirname, '..', 'data');

/** A working calendar as it ships, whole. */
export interface CalendarFile {
  slice: CalendarSlice;
  names: Readonly<Partial<Record<DateText, DayName>>>;
}

/**
 * The national calendar of `data/`, or that of a unit with days or hours of its own. Throws BadQuestion
 * on a name that no calendar has and on a file that is not sound.
 */
export async function readCalendar(name = NATIONAL_CALENDAR): Promise<CalendarFile> {
  const [national, overlays] = await sound(() =>
    Promise.all([readNationalCalendar(DATA, CALENDAR_VERSION), readOverlays(DATA)]),
  );
  const overlay = overlays.find(({ unit }) => unit === name) ?? null;
  if (overlay === null && name !== NATIONAL_CALENDAR) {
    const names = [NATIONAL_CALENDAR, ...overlays.map(({ unit }) => unit)].join(', ');
    throw new BadQuestion(`There is no calendar "${name}": there are ${names}.`);
  }
  const calendar = composeCalendar(national, overlay);
  return { slice: wholeSlice(calendar), names: dayNames(calendar) };
}

/** All rule sets of `data/`; throws BadQuestion when a file is not sound. */
export function readRules(): Promise<RuleSet[]> {
  return sound(() => readRuleSets(DATA));
}

async function sound<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof ReferenceRefused) throw new BadQuestion(`${error.message}.`);
    throw error;
  }
}
