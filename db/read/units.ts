import type { CommonQueryMethods } from 'slonik';
import * as z from 'zod';
import { Unit } from '../../domain/account.ts';
import { AskedUnit } from '../../domain/routing/askedUnit.ts';
import { sql } from '../sql.ts';

const columns = sql.fragment`code, kind, name, province_code AS "provinceCode", prefix`;

/** All units, by code. */
export function listUnits(db: CommonQueryMethods): Promise<readonly Unit[]> {
  return db.any(sql.type(Unit)`SELECT ${columns} FROM units ORDER BY code`);
}

/** The units that exist on a date, by code; those that no table dates exist always. */
export function listUnitsOn(db: CommonQueryMethods, date: string): Promise<readonly Unit[]> {
  return db.any(sql.type(Unit)`
    SELECT ${columns} FROM units WHERE coalesce(valid_from, '-infinity') <= ${date}::date
      AND coalesce(valid_to, 'infinity') >= ${date}::date ORDER BY code
  `);
}

const askedColumns = sql.fragment`code, kind, province_code AS "provinceCode",
  valid_from::text AS "validFrom", valid_to::text AS "validTo", successor`;

/** All units as routing knows them, by code. */
export function listAskedUnits(db: CommonQueryMethods): Promise<readonly AskedUnit[]> {
  return db.any(sql.type(AskedUnit)`SELECT ${askedColumns} FROM units ORDER BY code`);
}

const ProvinceTime = z.object({
  code: z.string(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
});

/** When codes named provinces, the old list's and the new one's. */
export function listProvinceTimes(
  db: CommonQueryMethods,
): Promise<readonly z.infer<typeof ProvinceTime>[]> {
  return db.any(sql.type(ProvinceTime)`
    SELECT code, valid_from::text AS "validFrom", valid_to::text AS "validTo" FROM provinces
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

const Named = z.object({ name: z.string() });

/** What the province of a unit is called on a date, such as `Thành phố Hà Nội`; null where there is none. */
export function findProvinceName(
  db: CommonQueryMethods,
  unit: string,
  date: string,
): Promise<string | null> {
  return db.maybeOneFirst(sql.type(Named)`
    SELECT v.name FROM units u JOIN provinces v ON v.code = u.province_code
    WHERE u.code = ${unit} AND v.valid_from <= ${date}::date
      AND (v.valid_to IS NULL OR v.valid_to >= ${date}::date)
    ORDER BY v.valid_from DESC LIMIT 1
  `);
}

/** One unit, or null. */
export function findUnit(db: CommonQueryMethods, code: string): Promise<Unit | null> {
  return db.maybeOne(
    sql.prepared('find_unit', Unit)`SELECT ${columns} FROM units WHERE code = ${code}`,
  );
}

/** One unit with the time in which it exists, or null. */
export function findAskedUnit(db: CommonQueryMethods, code: string): Promise<AskedUnit | null> {
  return db.maybeOne(sql.type(AskedUnit)`SELECT ${askedColumns} FROM units WHERE code = ${code}`);
}
