import type { CommonQueryMethods } from 'slonik';
import * as z from 'zod';
import { Unit } from '../../domain/account.ts';
import { sql } from '../sql.ts';

const columns = sql.fragment`code, kind, name, province_code AS "provinceCode", prefix`;

/** All units, by code. */
export function listUnits(db: CommonQueryMethods): Promise<readonly Unit[]> {
  return db.any(sql.type(Unit)`SELECT ${columns} FROM units ORDER BY code`);
}

/** A public Ed25519 key as JWK. */
const PublicKey = z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string() });
type PublicKey = z.infer<typeof PublicKey>;

/** The public key that signs a unit's messages, or null when the unit or its key is not known. */
export async function findUnitKey(db: CommonQueryMethods, code: string): Promise<PublicKey | null> {
  return db.maybeOneFirst(sql.type(z.object({ key: PublicKey.nullable() }))`
    SELECT public_key AS key FROM units WHERE code = ${code}
  `);
}

const Unitcode = z.object({ code: z.string() });

/** The unit of a kind in a province, or null. */
export async function findUnitOf(
  db: CommonQueryMethods,
  kind: Unit['kind'],
  provinceCode: string,
): Promise<string | null> {
  return db.maybeOneFirst(sql.type(Unitcode)`
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
  return db.any(sql.type(Province)`
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
  return db.maybeOne(sql.type(Unit)`SELECT ${columns} FROM units WHERE code = ${code}`);
}
