import { join } from 'node:path';
import type pg from 'pg';
import type { RuleSet } from '../domain/law/ruleSet.ts';
import { readNationalCalendar, readOverlays, readRows, readRuleSets } from './referenceFiles.ts';

const DATA = join(import.meta.dirname, '..', 'data');

/** Version of the calendar made from `data/holidays-vn.csv`; a new decree becomes a new version. */
export const CALENDAR_VERSION = 'vn-2026-11';

/**
 * Load law and geography from a data folder where the database lacks it: rule sets, the working
 * calendar and those of single agencies, provinces. What is published never changes: a calendar that
 * is there is left alone, of a rule set only what explains its terms may be completed.
 *
 * Reads and checks all law before it writes any; throws ReferenceRefused.
 */
export async function loadReference(client: pg.Client, data = DATA): Promise<void> {
  const ruleSets = await readRuleSets(data);
  const calendar = await readNationalCalendar(data, CALENDAR_VERSION);
  const overlays = await readOverlays(data);
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
}

async function loadRuleSet(client: pg.Client, ruleSet: RuleSet): Promise<void> {
  const { id, validFrom, validTo } = ruleSet;
  const { rows } = await client.query<{ body: RuleSet }>(
    'SELECT body FROM rule_sets WHERE id = $1',
    [id],
  );
  const published = rows[0]?.body;
  if (published !== undefined && countsOtherwise(published, ruleSet)) return;
  await client.query(
    `INSERT INTO rule_sets (id, valid_from, valid_to, body) VALUES ($1, $2, $3, $4)
     ON CONFLICT (id) DO UPDATE SET body = EXCLUDED.body`,
    [id, validFrom, validTo, JSON.stringify(ruleSet)],
  );
}

/** Whether two bodies of a rule set give a case another date: then the published one stands. */
function countsOtherwise(published: RuleSet, file: RuleSet): boolean {
  if (published.validFrom !== file.validFrom || published.validTo !== file.validTo) return true;
  const names = Object.keys(file.terms) as (keyof RuleSet['terms'])[];
  return names.some((name) => {
    const [before, now] = [published.terms[name], file.terms[name]];
    return before?.amount !== now.amount || before.unit !== now.unit;
  });
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
