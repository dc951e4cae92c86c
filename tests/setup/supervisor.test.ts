import { type ChildProcess, spawn } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { checkDisk } from '../../setup/disk.ts';
import { freePorts, isPortFree } from '../../setup/ports.ts';
import { newDataDir } from '../support/servers.ts';
import { arrange } from '../support/upgrade.ts';
import { until } from '../support/until.ts';

const ROOT = join(import.meta.dirname, '..', '..');

let dataDir: string;
let supervisor: ChildProcess | null = null;
let squatter: Server | null = null;

beforeEach(async () => {
  dataDir = await newDataDir();
});

afterEach(async () => {
  supervisor?.kill('SIGTERM');
  squatter?.close();
  await rm(dataDir, { recursive: true, force: true });
});

/** `npm start` without npm, on free ports; resolves to its exit code and everything it said. */
function run(
  entry: string,
  env: Record<string, string>,
): { said: () => string; ended: Promise<number> } {
  let text = '';
  const child = spawn(process.execPath, [join(ROOT, entry)], {
    env: { ...process.env, DATA_DIR: dataDir, ...env },
  });
  supervisor = child;
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => (text += String(chunk)));
  }
  const ended = new Promise<number>((resolve) =>
    child.once('close', (code) => resolve(code ?? -1)),
  );
  return { said: () => text, ended };
}

async function portVariables(): Promise<Record<string, string>> {
  const ports = await freePorts(5);
  const names = ['PORT', 'POSTGRES_PORT', 'TEMPORAL_PORT', 'AGENCIES_PORT', 'WORKER_PORT'];
  return Object.fromEntries(names.map((name, index) => [name, String(ports[index])]));
}

test('a port that is taken: one sentence names it and the variable, exit code 1', async () => {
  const variables = await portVariables();
  const taken = Number(variables['AGENCIES_PORT']);
  squatter = createServer().listen(taken, '127.0.0.1');
  const { said, ended } = run('setup/supervisor.ts', variables);
  expect(await ended).toBe(1);
  expect(said().trim()).toBe(
    `Not started: Port ${taken} is taken by another program: set AGENCIES_PORT to a free one.`,
  );
});

test('a port that is no number: one sentence, exit code 1', async () => {
  const { said, ended } = run('setup/supervisor.ts', { PORT: 'http' });
  expect(await ended).toBe(1);
  expect(said().trim()).toBe('Not started: PORT is not a port number: http');
});

test('a disk with too little room: one sentence says how much and where', async () => {
  await expect(checkDisk(dataDir, 1e12)).rejects.toThrow(/^Only \d+ MB are free for .+ make room/);
  await expect(checkDisk(dataDir, 1)).resolves.toBeUndefined();
});

test('a data folder that cannot be: one sentence says which variable moves it', async () => {
  await writeFile(join(dataDir, 'file'), '');
  await expect(checkDisk(join(dataDir, 'file', 'folder'), 1)).rejects.toThrow(
    /set DATA_DIR to another\.$/,
  );
});

test('no Temporal server to be had: one sentence says what to install, exit code 1', async () => {
  const { said, ended } = run('setup/provide.ts', {
    PATH: '/nowhere',
    XDG_CACHE_HOME: dataDir,
    TEMPORAL_ADDRESS: '',
    // Nothing listens there: the download fails at once, also on a machine that could download.
    HTTPS_PROXY: 'http://127.0.0.1:9',
  });
  expect(await ended).toBe(1);
  expect(said()).toContain('set-up: no Temporal server to be had: install the Temporal CLI');
});

test('the whole system starts, says where, and stops cleanly when asked to', async () => {
  const variables = await portVariables();
  const { said, ended } = run('setup/supervisor.ts', { ...variables, DEMONSTRATION: 'false' });
  const ready = new Promise<void>((resolve) => {
    supervisor?.stdout?.on('data', () => said().includes('\nReady: ') && resolve());
  });
  await Promise.race([ready, ended]);
  const address = `http://127.0.0.1:${variables['PORT']}`;
  expect(said()).toContain(`\nReady: ${address}\n`);
  expect((await fetch(`${address}/readyz`)).status).toBe(200);
  const page = await fetch(`${address}/`);
  expect([page.status, page.headers.get('content-type')]).toEqual([
    200,
    expect.stringMatching('html'),
  ]);
  // The worker logs in with its first look at what waits, which may come after it is ready.
  const logins = await until(async () => {
    const some = await whoIsLoggedIn(Number(variables['POSTGRES_PORT']));
    return some.includes('lltp_worker') && some;
  });
  expect(logins).toEqual(['lltp_api', 'lltp_worker']);
  supervisor?.kill('SIGINT');
  expect(await ended).toBe(0);
  const free = await Promise.all(Object.values(variables).map((port) => isPortFree(Number(port))));
  expect(free).toEqual(free.map(() => true));
});

/** The logins with a session in the house's database, beside the one that asks. */
async function whoIsLoggedIn(port: number): Promise<string[]> {
  const key = (await readFile(join(dataDir, 'postgres.key'), 'utf8')).trim();
  const url = `postgres://postgres:${encodeURIComponent(key)}@127.0.0.1:${port}/lltp`;
  const { rows } = await arrange(url, (client) =>
    client.query<{ login: string }>(
      `SELECT DISTINCT usename AS login FROM pg_stat_activity
       WHERE datname = 'lltp' AND pid <> pg_backend_pid() AND usename IS NOT NULL ORDER BY 1`,
    ),
  );
  return rows.map(({ login }) => login);
}
