import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import * as z from 'zod';
import { CALENDAR_VERSION } from '../db/reference.ts';
import type { CalendarSlice } from '../domain/clock/law.ts';
import type { DateText } from '../domain/instant.ts';
import {
  type CalendarVersion,
  calendarFromRows,
  type DayName,
  dayNames,
  sliceOf,
} from '../domain/law/calendar.ts';
import { RuleSet } from '../domain/law/ruleSet.ts';
import { BadQuestion } from './badQuestion.ts';

const DATA = join(import.meta.dirname, '..', 'data');
/** Longer than any calendar is published for. */
const ALL_MONTHS = 100 * 12;

/** The working calendar as it ships, whole. */
export interface CalendarFile {
  slice: CalendarSlice;
  names: Readonly<Partial<Record<DateText, DayName>>>;
}

/** The calendar of `data/holidays-vn.csv`; throws BadQuestion when the file is not sound. */
export async function readCalendar(): Promise<CalendarFile> {
  const calendar = await sound('data/holidays-vn.csv', async (): Promise<CalendarVersion> => {
    const text = await readFile(join(DATA, 'holidays-vn.csv'), 'utf8');
    return calendarFromRows(CALENDAR_VERSION, parse(text, { columns: true }));
  });
  return { slice: sliceOf(calendar, calendar.from, ALL_MONTHS), names: dayNames(calendar) };
}

/** All rule sets of `data/rule-sets`, the oldest first; throws BadQuestion when a file is not sound. */
export async function readRuleSets(): Promise<RuleSet[]> {
  const folder = join(DATA, 'rule-sets');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json'));
  const ruleSets = await Promise.all(
    names.map((name) =>
      sound(`data/rule-sets/${name}`, async () =>
        RuleSet.parse(JSON.parse(await readFile(join(folder, name), 'utf8'))),
      ),
    ),
  );
  return ruleSets.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
}

async function sound<T>(file: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    const [issue] = error instanceof z.ZodError ? error.issues : [];
    const reason = issue ? `${issue.path.join('.')}: ${issue.message}` : String(error);
    throw new BadQuestion(`The file ${file} is not sound: ${reason}.`);
  }
}
