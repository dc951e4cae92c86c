import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import pg from 'pg';

/** Who logs in to PostgreSQL besides its owner; what they may do is what the migrations grant them. */
export const LOGINS = ['lltp_api', 'lltp_worker'] as const;
export type Login = (typeof LOGINS)[number];

/** Let the logins in, each with its password from now on. `url` logs in as the owner. */
export async function letIn(url: string, passwords: Record<Login, string>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const login of LOGINS) {
      await client.query('BEGIN');
      // The comment locks the role, which is the same for all databases of a cluster.
      await client.query(`COMMENT ON ROLE ${login} IS 'login of a process, not of a person'`);
      await client.query(`ALTER ROLE ${login} LOGIN PASSWORD '${verifierOf(passwords[login])}'`);
      await client.query('COMMIT');
    }
  } finally {
    await client.end();
  }
}

/** What the server keeps of a password (RFC 5803): sent in its place, the password stands in no log. */
function verifierOf(password: string): string {
  const [salt, rounds] = [randomBytes(16), 4096];
  const salted = pbkdf2Sync(password, salt, rounds, 32, 'sha256');
  const keyOf = (name: string): Buffer => createHmac('sha256', salted).update(name).digest();
  const stored = createHash('sha256').update(keyOf('Client Key')).digest('base64');
  const server = keyOf('Server Key').toString('base64');
  return `SCRAM-SHA-256$${rounds}:${salt.toString('base64')}$${stored}:${server}`;
}
