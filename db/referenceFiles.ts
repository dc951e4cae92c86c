import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import * as z from 'zod';
import { ExpungementFile, type ExpungementLaws, lawsOf } from '../domain/conviction/law.ts';
import { ReconciliationSchedule } from '../domain/exchange/schedule.ts';
import { IdentityWeights } from '../domain/identity/weights.ts';
import { type CalendarVersion, calendarFromRows } from '../domain/law/calendar.ts';
import { calendarFault } from '../domain/law/namedCalendars.ts';
import { CalendarOverlay } from '../domain/law/overlay.ts';
import { RuleSet } from '../domain/law/ruleSet.ts';
import { validityFault } from '../domain/law/ruleSetFor.ts';
import { QualitySettings } from '../domain/quality/settings.ts';
import { SupplySources } from '../domain/supply/sources.ts';

/** A file of `data/` that is not sound: one sentence with the file, the place in it and the reason. */
export class ReferenceRefused extends Error {
  readonly file: string;
  readonly path: string;
  readonly reason: string;

  constructor(file: string, path: string, reason: string) {
    super(`data/${file}: ${path === '' ? '' : `${path}: `}${reason}`);
    this.name = 'ReferenceRefused';
    this.file = file;
    this.path = path;
    this.reason = reason;
  }
}

/**
 * All rule sets of a data folder. Throws {@link ReferenceRefused}, also on days without law or with two,
 * and on a term that names a calendar which is not there.
 */
export async function readRuleSets(data: string): Promise<RuleSet[]> {
  const files = await readEach(data, 'rule-sets', RuleSet);
  const fault = validityFault(files.map(({ value }) => value));
  if (fault !== null) {
    const wrong = files.findLast(({ value }) => value.id === fault.id);
    throw new ReferenceRefused(wrong?.file ?? 'rule-sets', fault.path, fault.reason);
  }
  const units = (await readOverlays(data)).map(({ unit }) => unit);
  for (const { file, value } of files) {
    const unknown = calendarFault(value, units);
    if (unknown !== null) throw new ReferenceRefused(file, unknown.path, unknown.reason);
  }
  return files.map(({ value }) => value);
}

/** The national calendar of a data folder, under a version's name. Throws {@link ReferenceRefused}. */
export async function readNationalCalendar(
  data: string,
  version: string,
): Promise<CalendarVersion> {
  const file = 'holidays-vn.csv';
  const rows = await readRows(data, file);
  try {
    return calendarFromRows(version, rows);
  } catch (error) {
    if (error instanceof z.ZodError) throw refusalOf(file, error, rowPath);
    throw error;
  }
}

/** Calendars of single agencies; a folder without any has none. Throws {@link ReferenceRefused}. */
export async function readOverlays(data: string): Promise<CalendarOverlay[]> {
  const files = await readEach(data, 'calendar-overlays', CalendarOverlay);
  const versions = new Set<string>();
  for (const { file, value } of files) {
    if (versions.has(value.version)) {
      throw new ReferenceRefused(file, 'version', `${value.version} names two overlays`);
    }
    versions.add(value.version);
  }
  return files.map(({ value }) => value);
}

/** The law that convictions are evaluated by. Throws {@link ReferenceRefused}. */
export async function readExpungementLaws(data: string): Promise<ExpungementLaws> {
  const files = await readEach(data, 'expungement', ExpungementFile);
  const laws = lawsOf(files.map(({ value }) => value));
  if (!('fault' in laws)) return laws;
  const wrong = files.findLast(({ value }) => value.id === laws.id);
  throw new ReferenceRefused(wrong?.file ?? 'expungement', laws.id, laws.fault);
}

/** Who supplies what to whom within which term. Throws {@link ReferenceRefused}. */
export function readSupplySources(data: string): Promise<SupplySources> {
  return readOne(data, 'supply/sources.json', SupplySources);
}

/** What the rules of data quality rest on. Throws {@link ReferenceRefused}. */
export function readQualitySettings(data: string): Promise<QualitySettings> {
  return readOne(data, 'quality/rules.json', QualitySettings);
}

/** Weights by which persons are compared. Throws {@link ReferenceRefused}. */
export function readIdentityWeights(data: string): Promise<IdentityWeights> {
  return readOne(data, 'identity/weights.json', IdentityWeights);
}

async function readOne<T>(data: string, file: string, schema: z.ZodType<T>): Promise<T> {
  return checked(file, await readFile(join(data, file), 'utf8'), schema);
}

/** Whose books are compared with whose, and how often. Throws {@link ReferenceRefused}. */
export function readReconciliationSchedule(data: string): Promise<ReconciliationSchedule> {
  return readOne(data, 'supply/reconciliation.json', ReconciliationSchedule);
}

/** Rows of a table of a data folder, by column names. */
export async function readRows(data: string, file: string): Promise<Record<string, string>[]> {
  return parse(await readFile(join(data, file), 'utf8'), { columns: true });
}

interface Read<T> {
  file: string;
  value: T;
}

async function readEach<T>(data: string, folder: string, schema: z.ZodType<T>): Promise<Read<T>[]> {
  const names = (await readdir(join(data, folder))).filter((name) => name.endsWith('.json'));
  if (names.length === 0) throw new ReferenceRefused(folder, '', 'has no files');
  return Promise.all(
    names.toSorted().map(async (name) => {
      const file = `${folder}/${name}`;
      return { file, value: checked(file, await readFile(join(data, file), 'utf8'), schema) };
    }),
  );
}

function checked<T>(file: string, text: string, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(jsonOf(file, text));
  if (!parsed.success) throw refusalOf(file, parsed.error, (path) => path.join('.'));
  return parsed.data;
}

function jsonOf(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ReferenceRefused(file, '', `is not JSON (${String(error)})`);
  }
}

function refusalOf(
  file: string,
  { issues }: z.ZodError,
  placeOf: (path: PropertyKey[]) => string,
): ReferenceRefused {
  const [first] = issues;
  const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : '';
  return new ReferenceRefused(file, placeOf(first?.path ?? []), `${first?.message}${more}`);
}

/** `line 14, date`: rows of a table stand below its header line. */
function rowPath([first, ...rest]: PropertyKey[]): string {
  const [index, ...column] = first === 'days' ? rest : [first, ...rest];
  return [`line ${Number(index) + 2}`, ...column].join(', ');
}
