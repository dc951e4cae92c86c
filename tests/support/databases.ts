import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { letIn, type Login } from '../../db/logins.ts';
import { migrate } from '../../db/migrate.ts';
import { openPool } from '../../db/pool.ts';
import { DEMO_PROVINCES } from '../../demo/provinces.ts';
import { layFoundation } from '../../demo/foundation.ts';
import { addressFor } from '../../setup/logins.ts';

const ROOT = join(import.meta.dirname, '..', '..');
/** What the template is made of: when any of it changes, another template is made. */
const SOURCES = ['db/migrations', 'data', 'data/rule-sets', 'data/calendar-overlays', 'demo'];
/** Any number that no other program of the test server uses as an advisory lock. */
const LOCK = 7_240_020;
/** The units of this day are in the template; tests live shortly after it. */
export const FOUNDING_DAY = '2023-09-01';

export interface TestDatabase {
  /** Connects as the owner, who may do everything. */
  url: string;
  /** Connects as one of the processes. */
  as: (login: Login) => string;
  drop: () => Promise<void>;
}

/**
 * A database of one's own on the run's server, cloned from a template that is migrated and has the
 * units and people of three provinces.
 */
export async function cloneDatabase(): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await asOwner(async (client) => {
    const template = await templateOn(client);
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  });
  return databaseOf(name);
}

/** A database with nothing in it, for tests of the migrations themselves. */
export async function emptyDatabase(): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await asOwner((client) => client.query(`CREATE DATABASE ${name}`));
  return databaseOf(name);
}

function databaseOf(name: string): TestDatabase {
  const url = urlOf(name);
  return {
    url,
    as: (login) => addressFor(url, login, passwords()[login]),
    drop: () => asOwner((client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`)),
  };
}

/** The logins' passwords on the run's server: secret as its owner's, and the same for all test files. */
export function passwords(): Record<Login, string> {
  const of = (login: Login): string =>
    createHash('sha256').update(`${login} of ${serverUrl()}`).digest('base64');
  return { lltp_api: of('lltp_api'), lltp_worker: of('lltp_worker') };
}

function serverUrl(): string {
  const url = process.env['TEST_POSTGRES_URL'];
  if (!url)
    throw new Error('TEST_POSTGRES_URL is not set: the global set-up of jest starts PostgreSQL');
  return url;
}

function urlOf(database: string): string {
  const url = new URL(serverUrl());
  url.pathname = `/${database}`;
  return url.href;
}

async function asOwner(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl() });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/** The template's name; the first of the run's processes that asks makes it, the others wait. */
async function templateOn(client: pg.Client): Promise<string> {
  const name = `template_${await digestOfSources()}`;
  await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0) await makeTemplate(client, name);
    await letIn(serverUrl(), passwords());
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [LOCK]);
  }
  return name;
}

async function makeTemplate(client: pg.Client, name: string): Promise<void> {
  const draft = `${name}_draft`;
  await client.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`);
  await client.query(`CREATE DATABASE ${draft}`);
  await migrate(urlOf(draft));
  const pool = await openPool(urlOf(draft), { size: 2 });
  try {
    await layFoundation(pool, { date: FOUNDING_DAY, provinces: DEMO_PROVINCES, agenciesUrl: null });
  } finally {
    await pool.end();
  }
  // Renamed when it is complete: a half-made template is never cloned.
  await client.query(`ALTER DATABASE ${draft} RENAME TO ${name}`);
}

async function digestOfSources(): Promise<string> {
  const digest = createHash('sha256');
  for (const source of SOURCES) {
    const entries = await readdir(join(ROOT, source), { withFileTypes: true });
    for (const { name } of entries.filter((entry) => entry.isFile()).toSorted(byName)) {
      digest.update(name).update(await readFile(join(ROOT, source, name)));
    }
  }
  return digest.digest('hex').slice(0, 16);
}

function byName(a: { name: string }, b: { name: string }): number {
  return a.name < b.name ? -1 : 1;
}
