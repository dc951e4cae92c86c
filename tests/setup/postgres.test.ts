import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import pg from 'pg';
import * as z from 'zod';
import { openPool } from '../../db/pool.ts';
import { sql } from '../../db/sql.ts';
import { isAlive } from '../../setup/orphans.ts';
import { freePorts } from '../../setup/ports.ts';
import { type Postgres, startPostgres } from '../../setup/postgres.ts';
import { newDataDir } from '../support/servers.ts';

let dataDir: string;
let running: Postgres | null = null;

beforeEach(async () => {
  dataDir = await newDataDir();
});

afterEach(async () => {
  await running?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

async function startHere(): Promise<Postgres> {
  const [port = 0] = await freePorts(1);
  running = await startPostgres({ dataDir, port });
  return running;
}

async function valueOf(sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: running?.url });
  await client.connect();
  try {
    const { rows } = await client.query<{ value: unknown }>(sql);
    return rows[0]?.value;
  } finally {
    await client.end();
  }
}

test('the database is UTF-8, sorts by code point, keeps UTC and has the extensions we use', async () => {
  await startHere();
  expect(await valueOf("SELECT current_setting('server_encoding') AS value")).toBe('UTF8');
  expect(await valueOf("SELECT current_setting('TimeZone') AS value")).toBe('UTC');
  expect(await valueOf("SELECT datcollate AS value FROM pg_database WHERE datname = 'lltp'")).toBe(
    'C.UTF-8',
  );
  const extensions = `SELECT count(*)::int AS value FROM pg_available_extensions
    WHERE name IN ('unaccent', 'pg_trgm', 'pgcrypto')`;
  expect(await valueOf(extensions)).toBe(3);
});

test('a wrong password is refused: other users of the machine stay outside', async () => {
  const { url } = await startHere();
  const client = new pg.Client({ connectionString: url.replace(/:[^:@]+@/, ':guessed@') });
  await expect(client.connect()).rejects.toThrow('password authentication failed');
});

test('our own pools go through the socket file', async () => {
  const { url } = await startHere();
  const pool = await openPool(url, { size: 1 });
  try {
    // A client that came over the network has an address.
    const Row = z.object({ address: z.string().nullable() });
    const row = await pool.one(sql.type(Row)`SELECT host(inet_client_addr()) AS address`);
    expect(row).toEqual({ address: null });
  } finally {
    await pool.end();
  }
});

test('a server whose supervisor was killed is ended by the next start, and its rows are kept', async () => {
  const [port = 0] = await freePorts(1);
  const program = `
    const { startPostgres } = await import(${JSON.stringify(join(import.meta.dirname, '../../setup/postgres.ts'))});
    const { pid } = await startPostgres(${JSON.stringify({ dataDir, port })});
    console.log(pid());`;
  const supervisor = spawn(process.execPath, ['--input-type=module', '-e', program]);
  const orphan = Number(
    await new Promise<string>((resolve) =>
      supervisor.stdout.once('data', (chunk) => resolve(String(chunk))),
    ),
  );
  supervisor.kill('SIGKILL');
  expect(isAlive(orphan)).toBe(true);
  await startHere();
  expect(isAlive(orphan)).toBe(false);
  expect(await valueOf('SELECT 1 AS value')).toBe(1);
});
