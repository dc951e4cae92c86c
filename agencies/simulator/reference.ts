import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { CalendarSlice } from '../../domain/clock/law.ts';
import { HOUR_MS } from '../../domain/instant.ts';

export const AGENCY_KINDS = ['POLICE', 'COURT', 'POST'] as const;
export type AgencyKind = (typeof AGENCY_KINDS)[number];

export interface SimulatedUnit {
  code: string;
  kind: AgencyKind;
  name: string;
  /** Two-digit province code; null for national units. */
  provinceCode: string | null;
}

const KIND_OF: Readonly<Record<string, AgencyKind>> = {
  POLICE_RECORDS_PROVINCIAL: 'POLICE',
  POLICE_RECORDS_NATIONAL: 'POLICE',
  PROVINCIAL_COURT: 'COURT',
  CENTRAL_MILITARY_COURT: 'COURT',
  SUPREME_COURT: 'COURT',
};

function rowsOf(file: string): Record<string, string>[] {
  const text = readFileSync(new URL(`../../data/${file}`, import.meta.url), 'utf8');
  return parse(text, { columns: true, skip_empty_lines: true });
}

/** Every police and court unit of the reference data, and one post office per province code. */
export function simulatedUnits(): SimulatedUnit[] {
  const units: SimulatedUnit[] = [];
  for (const row of rowsOf('courts-police.csv')) {
    const kind = KIND_OF[row['kind'] ?? ''];
    const { unit_code: code, name, province_code: province } = row;
    if (!kind || !code || !name) continue;
    units.push({ code, kind, name, provinceCode: province || null });
  }
  const provinces = new Map(rowsOf('provinces.csv').map((row) => [row['code'], row['name']]));
  for (const [code, name] of provinces) {
    if (!code || !name) continue;
    units.push({
      code: `BUUDIEN-${code}`,
      kind: 'POST',
      name: `Bưu điện ${name}`,
      provinceCode: code,
    });
  }
  return units;
}

/** Days and hours the agencies work: the published holidays, morning and afternoon as state offices. */
export function agencyCalendar(): CalendarSlice {
  const rows = rowsOf('holidays-vn.csv');
  const datesOf = (kinds: readonly string[]): string[] =>
    rows.filter(({ kind }) => kinds.includes(kind ?? '')).map(({ date }) => date ?? '');
  return {
    version: 'agencies',
    from: '2000-01-01',
    to: '9999-12-31',
    daysOff: datesOf(['holiday', 'compensation', 'swap_off']),
    makeUpDays: datesOf(['makeup_working']),
    officeHours: [
      [8 * HOUR_MS, 12 * HOUR_MS],
      [13 * HOUR_MS, 17 * HOUR_MS],
    ],
  };
}
