import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type pg from 'pg';
import { calendarFromRows } from '../domain/law/calendar.ts';
import { RuleSet } from '../domain/law/ruleSet.ts';

const DATA = join(import.meta.dirname, '..', 'data');

/** Version of the calendar made from `data/holidays-vn.csv`; a new decree becomes a new version. */
export const CALENDAR_VERSION = 'vn-2026-11';

/**
 * Load law and geography from `data/` where the database lacks it: rule sets, the working calendar,
 * provinces. A rule set or calendar that is there already is left alone: versions never change.
 */
export async function loadReference(client: pg.Client): Promise<void> {
  await loadRuleSets(client);
  await loadCalendar(client);
  await loadProvinces(client);
}

async function loadRuleSets(client: pg.Client): Promise<void> {
  const folder = join(DATA, 'rule-sets');
  for (const name of await readdir(folder)) {
    const ruleSet = RuleSet.parse(JSON.parse(await readFile(join(folder, name), 'utf8')));
    await client.query(
      `INSERT INTO rule_sets (id, valid_from, valid_to, body) VALUES ($1, $2, $3, $4)
       ON CONFLICT (id) DO NOTHING`,
      [ruleSet.id, ruleSet.validFrom, ruleSet.validTo, JSON.stringify(ruleSet)],
    );
  }
}

async function loadCalendar(client: pg.Client): Promise<void> {
  const calendar = calendarFromRows(CALENDAR_VERSION, await rowsOf('holidays-vn.csv'));
  await client.query(
    `INSERT INTO calendars (version, body) VALUES ($1, $2) ON CONFLICT (version) DO NOTHING`,
    [calendar.version, JSON.stringify(calendar)],
  );
}

async function loadProvinces(client: pg.Client): Promise<void> {
  for (const row of await rowsOf('provinces.csv')) {
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

async function rowsOf(name: string): Promise<Record<string, string>[]> {
  return parse(await readFile(join(DATA, name), 'utf8'), { columns: true });
}
