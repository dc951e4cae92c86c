import type { CommonQueryMethods } from 'slonik';
import { sql } from '../sql.ts';

export interface UnitRow {
  code: string;
  kind: string;
  name: string;
  provinceCode: string | null;
  prefix: string | null;
  parent: string | null;
}

/** Add units, or bring their names up to date. Parents come before children. */
export async function writeUnits(db: CommonQueryMethods, units: readonly UnitRow[]): Promise<void> {
  await db.query(sql.typeAlias('void')`
    INSERT INTO units (code, kind, name, province_code, prefix, parent)
    SELECT code, kind, name, "provinceCode", prefix, parent
    FROM jsonb_to_recordset(${JSON.stringify(units)}::jsonb)
      AS u (code text, kind text, name text, "provinceCode" text, prefix text, parent text)
    ON CONFLICT (code) DO UPDATE SET kind = EXCLUDED.kind, name = EXCLUDED.name,
      province_code = EXCLUDED.province_code, prefix = EXCLUDED.prefix, parent = EXCLUDED.parent
  `);
}

export interface AccountRow {
  username: string;
  passwordHash: string;
  displayName: string;
  title: string;
  roles: readonly string[];
  unit: string;
}

/** Add accounts; an account that exists keeps its password. */
export async function writeAccounts(
  db: CommonQueryMethods,
  accounts: readonly AccountRow[],
): Promise<void> {
  await db.query(sql.typeAlias('void')`
    INSERT INTO accounts (username, password_hash, display_name, title, roles, unit)
    SELECT username, "passwordHash", "displayName", title,
           ARRAY(SELECT jsonb_array_elements_text(roles)), unit
    FROM jsonb_to_recordset(${JSON.stringify(accounts)}::jsonb)
      AS a (username text, "passwordHash" text, "displayName" text, title text, roles jsonb, unit text)
    ON CONFLICT (username) DO NOTHING
  `);
}

/** Register the public keys by which units sign their messages, as JWKs by `kid`; good from ever on. */
export async function writeUnitKeys(
  db: CommonQueryMethods,
  keys: Readonly<Record<string, object>>,
): Promise<void> {
  await db.query(sql.typeAlias('void')`
    INSERT INTO unit_keys (kid, unit, jwk, valid_from, registered_by, registered_at)
    SELECT keys.key, units.code, keys.value, 'epoch', 'setup', 'epoch'
    FROM jsonb_each(${JSON.stringify(keys)}::jsonb) AS keys
    JOIN units ON units.code = split_part(keys.key, '.', 1)
    ON CONFLICT (kid) DO UPDATE SET jwk = EXCLUDED.jwk
  `);
}
