import * as z from 'zod';
import { sql } from '../../db/sql.ts';
import { LIAISON_OF, VERIFICATION_KINDS } from '../../domain/flow/verification.ts';
import { hire } from './accounts.ts';
import type { Office } from './office.ts';
import type { Person } from './person.ts';
import { ANSWER } from './scenes.ts';

const Asked = z.object({ kind: z.enum(VERIFICATION_KINDS), unit: z.string() });

/** Somebody who answers for the unit that a question was put to, whichever of the country it is. */
export async function liaisonFor(office: Office, requestId: string): Promise<Person> {
  const { kind, unit } = await office.db.one(sql.type(Asked)`
    SELECT kind, unit FROM verifications WHERE request_id = ${requestId}
  `);
  const username = `lienlac.${unit.toLowerCase().replaceAll('-', '.')}`;
  await hire(office, [{ username, roles: [LIAISON_OF[kind]], unit }]);
  return office.as(username);
}

/** An answer typed at the desk of the asked unit; gives what the API said. */
export async function tryReply(office: Office, requestId: string, form: object = ANSWER) {
  const liaison = await liaisonFor(office, requestId);
  return liaison.ask('POST', '/verifications/answers', { requestId, answer: form });
}

/** An answer typed at the desk of the asked unit, which must be taken. */
export async function reply(office: Office, requestId: string, form: object = ANSWER) {
  const { status, text } = await tryReply(office, requestId, form);
  if (status !== 200) throw new Error(`${requestId}: ${status} ${text}`);
}
