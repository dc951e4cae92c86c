import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { CalendarSlice } from '../../domain/clock/law.ts';
import { VERIFICATION_KINDS } from '../../domain/flow/verification.ts';
import { HABITS, type Habits } from './habits.ts';

export const AGENCY_KINDS = [...VERIFICATION_KINDS, 'POST'] as const;
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
  SUPREME_COURT: 'COURT',
  CENTRAL_MILITARY_COURT: 'MILITARY_COURT',
  NATIONAL_CENTRE: 'CENTRE',
  PROVINCIAL_PROCURACY: 'PROCURACY',
  SUPREME_PROCURACY_INTL: 'PROCURACY',
  CENTRAL_MILITARY_PROCURACY: 'PROCURACY',
  CIVIL_ENFORCEMENT_PROVINCIAL: 'ENFORCEMENT',
  CIVIL_ENFORCEMENT_NATIONAL: 'ENFORCEMENT',
  MILITARY_ENFORCEMENT: 'ENFORCEMENT',
};

function rowsOf(file: string): Record<string, string>[] {
  const text = readFileSync(new URL(`../../data/${file}`, import.meta.url), 'utf8');
  return parse(text, { columns: true, skip_empty_lines: true });
}

/** Every unit of the reference data that can be asked; one commune and one post office per province code. */
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
    const place = { provinceCode: code };
    units.push({ ...place, code: `BUUDIEN-${code}`, kind: 'POST', name: `Bưu điện ${name}` });
    units.push({ ...place, code: `UBND-${code}`, kind: 'COMMUNE', name: `UBND xã (${name})` });
  }
  return units;
}

/** Days and hours the units of a kind work: the published holidays, and the kind's own hours. */
export function agencyCalendar(hours: Habits['hours'] = HABITS.POLICE.hours): CalendarSlice {
  const rows = rowsOf('holidays-vn.csv');
  const datesOf = (kinds: readonly string[]): string[] =>
    rows.filter(({ kind }) => kinds.includes(kind ?? '')).map(({ date }) => date ?? '');
  return {
    version: 'agencies',
    from: '2000-01-01',
    to: '9999-12-31',
    daysOff: datesOf(['holiday', 'compensation', 'swap_off']),
    makeUpDays: datesOf(['makeup_working']),
    officeHours: hours.map(([opens, closes]) => [opens, closes]),
  };
}

/** The calendar of each kind. */
export function agencyCalendars(): Record<AgencyKind, CalendarSlice> {
  return byKind((kind) => agencyCalendar(HABITS[kind].hours));
}

/** A table with a line for each kind. */
export function byKind<T>(lineOf: (kind: AgencyKind) => T): Record<AgencyKind, T> {
  return Object.fromEntries(AGENCY_KINDS.map((kind) => [kind, lineOf(kind)])) as Record<
    AgencyKind,
    T
  >;
}
