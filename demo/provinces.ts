import type { Unit } from '../domain/account.ts';
import type { DateText } from '../domain/instant.ts';
import { inSentence } from './places.ts';
import { provinceOn, provincesOn, unitsOn } from './reference.ts';
import type { Province } from './reference.ts';

/** A unit with the unit above it in the same branch, for oversight; null at the top. */
export interface DemoUnit extends Unit {
  parent: string | null;
}

/** Hà Nội, Nghệ An, Hồ Chí Minh City: the provinces of the demonstration. */
export const DEMO_PROVINCES: readonly string[] = ['01', '40', '79'];

/** Kinds of `courts-police.csv` that the demonstration works with, and what they are to us. */
const PROVINCIAL = [
  { csvKind: 'PROVINCIAL_JUSTICE_DEPT', kind: 'STP', above: 'NATIONAL_CENTRE' },
  { csvKind: 'POLICE_RECORDS_PROVINCIAL', kind: 'POLICE', above: 'POLICE_RECORDS_NATIONAL' },
  { csvKind: 'PROVINCIAL_COURT', kind: 'COURT', above: null },
  { csvKind: 'PROVINCIAL_PROCURACY', kind: 'PROCURACY', above: null },
  { csvKind: 'CIVIL_ENFORCEMENT_PROVINCIAL', kind: 'ENFORCEMENT', above: null },
] as const;
const NATIONAL = [
  { csvKind: 'NATIONAL_CENTRE', kind: 'CENTRE', prefix: 'TT' },
  { csvKind: 'POLICE_RECORDS_NATIONAL', kind: 'POLICE', prefix: 'V06' },
  { csvKind: 'CENTRAL_MILITARY_COURT', kind: 'MILITARY_COURT', prefix: 'QSTW' },
] as const;

/**
 * The units of these provinces on a day, with the National Centre (to 2025-02-28), V06 and the Central
 * Military Court first. Each province has its justice department, police records unit, court,
 * procuracy, civil enforcement, one commune (made up), post and e-one-stop system, which share one
 * prefix: it numbers the province and is demonstration data, not official.
 *
 * Throws when a code names no province on that day.
 */
export function demoUnits(
  onDate: DateText,
  provinceCodes: readonly string[] | 'all' = DEMO_PROVINCES,
): DemoUnit[] {
  const provinces =
    provinceCodes === 'all'
      ? provincesOn(onDate)
      : provinceCodes.map((code) => provinceOn(code, onDate));
  return [
    ...nationalUnits(onDate),
    ...provinces.flatMap((province) => provincialUnits(province, onDate)),
  ];
}

function nationalUnits(onDate: DateText): DemoUnit[] {
  return NATIONAL.flatMap(({ csvKind, kind, prefix }) =>
    unitsOn(onDate)
      .filter((unit) => unit.kind === csvKind)
      .map(({ unit_code: code, name }) => ({
        code,
        kind,
        name,
        provinceCode: null,
        prefix,
        parent: null,
      })),
  );
}

function provincialUnits(province: Province, onDate: DateText): DemoUnit[] {
  const existing = unitsOn(onDate);
  const place = { provinceCode: province.code, prefix: province.agency_prefix_demo };
  const fromTable = PROVINCIAL.flatMap(({ csvKind, kind, above }) => {
    const parent = existing.find((unit) => unit.kind === above)?.unit_code ?? null;
    return existing
      .filter((unit) => unit.kind === csvKind && unit.province_code === province.code)
      .map(({ unit_code: code, name }) => ({ code, kind, name, ...place, parent }));
  });
  const name = inSentence(province.name);
  return [
    ...fromTable,
    {
      ...place,
      code: `UBND-${province.code}`,
      kind: 'COMMUNE',
      name: `Ủy ban nhân dân phường Mẫu, ${name}`,
      parent: null,
    },
    {
      ...place,
      code: `BUUDIEN-${province.code}`,
      kind: 'POST',
      name: `Bưu điện ${name}`,
      parent: null,
    },
    {
      ...place,
      code: `MCDT-${province.code}`,
      kind: 'INTEGRATION',
      name: `Hệ thống một cửa điện tử ${name}`,
      parent: null,
    },
  ];
}
