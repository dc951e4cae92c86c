import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type pg from 'pg';
import type { Unit } from '../domain/account.ts';
import { type CalendarVersion, workChanges } from '../domain/law/calendar.ts';
import { RuleSet } from '../domain/law/ruleSet.ts';
import { loadCatalogue, readCatalogue } from './referenceCatalogue.ts';
import {
  readExpungementLaws,
  readNationalCalendar,
  readOverlays,
  readReconciliationSchedule,
  readRows,
  readRuleSets,
  readIdentityWeights,
  readQualitySettings,
  readSupplySources,
  ReferenceRefused,
} from './referenceFiles.ts';

/** The data folder that ships. */
export const DATA = join(import.meta.dirname, '..', 'data');

/** Version of the calendar made from `data/holidays-vn.csv`; a new decree becomes a new version. */
export const CALENDAR_VERSION = 'vn-2026-11';

/**
 * Load law and geography from a data folder where the database lacks it: rule sets, the working
 * calendar and those of single agencies, provinces, the catalogue of offences. What is published never
 * changes: a calendar that is there is left alone, of a rule set only what explains its terms may be
 * completed (one in a shape that nobody reads any more is replaced), and no new table of holidays takes
 * back what was published in the application.
 *
 * Reads and checks all law before it writes any; throws ReferenceRefused.
 */
export async function loadReference(
  client: pg.Client,
  data = DATA,
  version = CALENDAR_VERSION,
): Promise<void> {
  const ruleSets = await readRuleSets(data);
  const calendar = await readNationalCalendar(data, version);
  const overlays = await readOverlays(data);
  await readExpungementLaws(data);
  await readSupplySources(data);
  await readReconciliationSchedule(data);
  await readIdentityWeights(data);
  await readQualitySettings(data);
  const catalogue = await readCatalogue(data);
  await refuseToTakeBack(client, calendar);
  for (const ruleSet of ruleSets) await loadRuleSet(client, ruleSet);
  await client.query(
    `INSERT INTO calendars (version, body) VALUES ($1, $2) ON CONFLICT (version) DO NOTHING`,
    [calendar.version, JSON.stringify(calendar)],
  );
  for (const overlay of overlays) {
    await client.query(
      `INSERT INTO calendar_overlays (version, unit, body) VALUES ($1, $2, $3)
       ON CONFLICT (version) DO NOTHING`,
      [overlay.version, overlay.unit, JSON.stringify(overlay)],
    );
  }
  await loadProvinces(client, data);
  await loadAskedUnits(client, data);
  await loadCatalogue(client, catalogue);
}

async function loadRuleSet(client: pg.Client, ruleSet: RuleSet): Promise<void> {
  const { id, validFrom, validTo } = ruleSet;
  const { rows } = await client.query<{ body: unknown }>(
    'SELECT body FROM rule_sets WHERE id = $1',
    [id],
  );
  // A body of before this shape can be read by nobody: what stands in the file takes its place. Cases under it
  // have their law with them.
  const published = RuleSet.safeParse(rows[0]?.body);
  if (published.success && countsOtherwise(published.data, ruleSet)) return;
  await client.query(
    `INSERT INTO rule_sets (id, valid_from, valid_to, body) VALUES ($1, $2, $3, $4)
     ON CONFLICT (id) DO UPDATE SET body = EXCLUDED.body`,
    [id, validFrom, validTo, JSON.stringify(ruleSet)],
  );
}

/** Sections that rule sets published long ago lack: bringing them is completing, not changing. */
const LATER_SECTIONS = ['ladder', 'pauses', 'extensions', 'clarification', 'exchange'] as const;
/** What explains a value and counts nothing. */
const EXPLANATIONS = ['citation', 'verified', 'label'];

/** Whether two bodies of a rule set date or warn of a case otherwise: then the published one stands. */
function countsOtherwise(published: RuleSet, file: RuleSet): boolean {
  const later = LATER_SECTIONS.filter((section) => published[section] !== undefined);
  const names = ['validFrom', 'validTo', 'terms', 'furtherTerms', ...later] as const;
  return names.some(
    (name) =>
      !isDeepStrictEqual(withoutExplanations(published[name]), withoutExplanations(file[name])),
  );
}

function withoutExplanations(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutExplanations);
  if (typeof value !== 'object' || value === null) return value;
  const counting = Object.entries(value).filter(([name]) => !EXPLANATIONS.includes(name));
  return Object.fromEntries(counting.map(([name, each]) => [name, withoutExplanations(each)]));
}

/**
 * Refuse a new table that lacks what was drafted and published in the application since the last one:
 * cases received from then on would count days that open cases do not.
 */
async function refuseToTakeBack(client: pg.Client, calendar: CalendarVersion): Promise<void> {
  const { rows } = await client.query<{ body: CalendarVersion; drafted: boolean; known: boolean }>(
    `SELECT body, base IS NOT NULL AS drafted,
       EXISTS (SELECT FROM calendars WHERE version = $1) AS known
     FROM calendars ORDER BY published_at DESC LIMIT 1`,
    [calendar.version],
  );
  const [newest] = rows;
  if (newest === undefined || newest.known || !newest.drafted) return;
  const { version, from, to } = newest.body;
  const changes = workChanges(newest.body, calendar);
  const lost = changes.find(({ date }) => date >= from && date <= to)?.date;
  if (lost === undefined && calendar.to >= to) return;
  const what = lost ?? `the dates from ${calendar.to} on`;
  throw new ReferenceRefused(
    'holidays-vn.csv',
    '',
    `${calendar.version} takes back ${what}, published in the application as ${version}; bring the table up to it`,
  );
}

async function loadProvinces(client: pg.Client, data: string): Promise<void> {
  for (const row of await readRows(data, 'provinces.csv')) {
    await client.query(
      `INSERT INTO provinces (code, valid_from, valid_to, name, name_short, mcdt_name)
       VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
      [
        row['code'],
        row['valid_from'],
        row['valid_to'] || null,
        row['name'],
        row['name_short'],
        row['mcdt_name'] || null,
      ],
    );
  }
}

/** Kinds of `courts-police.csv` that are asked about a person, and what they are to us. */
const ASKED_KINDS: Readonly<Record<string, Unit['kind']>> = {
  POLICE_RECORDS_PROVINCIAL: 'POLICE',
  POLICE_RECORDS_NATIONAL: 'POLICE',
  PROVINCIAL_COURT: 'COURT',
  CENTRAL_MILITARY_COURT: 'MILITARY_COURT',
  PROVINCIAL_PROCURACY: 'PROCURACY',
  CENTRAL_MILITARY_PROCURACY: 'PROCURACY',
  CIVIL_ENFORCEMENT_PROVINCIAL: 'ENFORCEMENT',
  MILITARY_ENFORCEMENT: 'ENFORCEMENT',
  NATIONAL_CENTRE: 'CENTRE',
};

/** Every unit of the country that may be asked, with the time in which it exists and its successor. */
async function loadAskedUnits(client: pg.Client, data: string): Promise<void> {
  const rows = await readRows(data, 'courts-police.csv');
  const units = rows.flatMap((row) => {
    const kind = ASKED_KINDS[row['kind'] ?? ''];
    return kind === undefined ? [] : [{ ...row, kind }];
  });
  await client.query(
    `INSERT INTO units (code, kind, name, province_code, valid_from, valid_to, successor)
     SELECT unit_code, kind, name, nullif(province_code, ''), valid_from::date,
       nullif(valid_to, '')::date, nullif(successor_unit_code, '')
     FROM jsonb_to_recordset($1::jsonb) AS u (unit_code text, kind text, name text,
       province_code text, valid_from text, valid_to text, successor_unit_code text)
     ON CONFLICT (code) DO UPDATE SET valid_from = EXCLUDED.valid_from,
       valid_to = EXCLUDED.valid_to, successor = EXCLUDED.successor`,
    [JSON.stringify(units)],
  );
}
