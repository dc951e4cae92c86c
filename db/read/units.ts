import type { CommonQueryMethods } from 'slonik';
import * as z from 'zod';
import { Unit } from '../../domain/account.ts';
import { sql } from '../sql.ts';

const columns = sql.fragment`code, kind, name, province_code AS "provinceCode", prefix`;

/** All units, by code. */
export function listUnits(db: CommonQueryMethods): Promise<readonly Unit[]> {
  return db.any(sql.type(Unit)`SELECT ${columns} FROM units ORDER BY code`);
}

const Unitcode = z.object({ code: z.string() });

/** The unit of a kind in a province, or null. */
export async function findUnitOf(
  db: CommonQueryMethods,
  kind: Unit['kind'],
  provinceCode: string,
): Promise<string | null> {
  return db.maybeOneFirst(sql.prepared('find_unit_of', Unitcode)`
    SELECT code FROM units WHERE kind = ${kind} AND province_code = ${provinceCode}
    ORDER BY code LIMIT 1
  `);
}

const Province = z.object({ code: z.string(), name: z.string() });

/** Provinces of a date, by name. */
export function listProvinces(
  db: CommonQueryMethods,
  date: string,
): Promise<readonly z.infer<typeof Province>[]> {
  return db.any(sql.prepared('list_provinces', Province)`
    SELECT code, name_short AS name FROM provinces
    WHERE valid_from <= ${date}::date AND (valid_to IS NULL OR valid_to >= ${date}::date)
    ORDER BY name_short
  `);
}

/** One unit, or null. */
export function findUnit(db: CommonQueryMethods, code: string): Promise<Unit | null> {
  return db.maybeOne(
    sql.prepared('find_unit', Unit)`SELECT ${columns} FROM units WHERE code = ${code}`,
  );
}
