import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { letIn } from './logins.ts';
import { loadReference } from './reference.ts';
import { ReferenceRefused } from './referenceFiles.ts';

const FOLDER = join(import.meta.dirname, 'migrations');
/** Any number that no other program of this database uses as an advisory lock. */
const LOCK = 7_240_019;

/**
 * Bring a database to the newest schema: every file of `migrations/` in order, each once, each in a
 * transaction of its own, then the reference data. Two processes at once wait for each other.
 */
export async function migrate(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    await client.query('CREATE TABLE IF NOT EXISTS migrations (name text PRIMARY KEY)');
    const { rows } = await client.query<{ name: string }>('SELECT name FROM migrations');
    const done = new Set(rows.map(({ name }) => name));
    const files = (await readdir(FOLDER)).filter((name) => name.endsWith('.sql')).toSorted();
    const pending = files.filter((name) => !done.has(name));
    for (const name of pending) await apply(client, name);
    await loadReference(client);
    return pending;
  } finally {
    await client.end();
  }
}

async function apply(client: pg.Client, name: string): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(await readFile(join(FOLDER, name), 'utf8'));
    await client.query('INSERT INTO migrations (name) VALUES ($1)', [name]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw new Error(`migration ${name} failed: ${String(error)}`, { cause: error });
  }
}

if (import.meta.main) {
  const url = given('DATABASE_URL', 'say which database to migrate, as its owner.');
  const passwords = {
    lltp_api: given('LLTP_API_PASSWORD', 'say with which password the API logs in.'),
    lltp_worker: given('LLTP_WORKER_PASSWORD', 'say with which password the worker logs in.'),
  };
  const applied = await migrate(url).catch(giveUp);
  console.log(applied.length === 0 ? 'schema is up to date' : `applied ${applied.join(', ')}`);
  await letIn(url, passwords).catch((error: unknown) => {
    console.error(`The logins of API and worker cannot be made: ${String(error)}`);
    process.exit(1);
  });
}

function given(variable: string, otherwise: string): string {
  const value = process.env[variable];
  if (value) return value;
  console.error(`${variable} is not set: ${otherwise}`);
  process.exit(1);
}

/** A wrong file of law is a matter for whoever edited it: the sentence without a trace. */
function giveUp(error: unknown): never {
  if (!(error instanceof ReferenceRefused)) throw error;
  console.error(error.message);
  process.exit(1);
}
