import * as z from 'zod';
import { sql } from '../../db/sql.ts';
import { writeAccounts } from '../../db/write/setup.ts';
import type { Office } from './office.ts';
import { HANOI } from './scenes.ts';

/** Take more people on, who share everybody's password; in the department of Hà Nội unless said otherwise. */
export async function hire(
  office: Office,
  people: readonly { username: string; roles: readonly string[]; unit?: string }[],
): Promise<void> {
  const { passwordHash } = await office.db.one(sql.type(z.object({ passwordHash: z.string() }))`
    SELECT password_hash AS "passwordHash" FROM accounts WHERE username = ${HANOI.officer}
  `);
  const common = { displayName: 'Người Mẫu', title: 'Chuyên viên', unit: HANOI.unit, passwordHash };
  await writeAccounts(
    office.db,
    people.map((person) => ({ ...common, ...person })),
  );
}
