import type { CommonQueryMethods } from 'slonik';
import * as z from 'zod';
import { Account } from '../../domain/account.ts';
import { sql } from '../sql.ts';

const columns = sql.fragment`
  a.id, a.username, a.display_name AS "displayName", a.title, a.roles, a.unit,
  u.name AS "unitName", u.province_code AS "provinceCode"
`;

/** An account that may sign in, or null when there is none or it is locked. */
export function findAccount(db: CommonQueryMethods, id: string): Promise<Account | null> {
  return db.maybeOne(sql.prepared('find_account', Account)`
    SELECT ${columns} FROM accounts a JOIN units u ON u.code = a.unit
    WHERE a.id::text = ${id} AND a.active
  `);
}

const Secret = z.object({ id: z.string(), passwordHash: z.string() });

/** Id and password hash by user name, for signing in only. */
export function findSecret(
  db: CommonQueryMethods,
  username: string,
): Promise<z.infer<typeof Secret> | null> {
  return db.maybeOne(sql.type(Secret)`
    SELECT id, password_hash AS "passwordHash" FROM accounts
    WHERE username = ${username} AND active
  `);
}

/** Active accounts of a unit, by name. */
export function listColleagues(db: CommonQueryMethods, unit: string): Promise<readonly Account[]> {
  return db.any(sql.type(Account)`
    SELECT ${columns} FROM accounts a JOIN units u ON u.code = a.unit
    WHERE a.unit = ${unit} AND a.active ORDER BY a.title, a.display_name
  `);
}

/** All active accounts, for the sign-in page of a demonstration; at most `limit`. */
export function listAccounts(db: CommonQueryMethods, limit: number): Promise<readonly Account[]> {
  return db.any(sql.type(Account)`
    SELECT ${columns} FROM accounts a JOIN units u ON u.code = a.unit
    WHERE a.active ORDER BY u.province_code NULLS LAST, u.kind, a.username LIMIT ${limit}
  `);
}
