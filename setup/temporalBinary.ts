import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, chmod, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { downloadTemporal } from './temporalDownload.ts';

const VERSION = '1.5.1';
const PACKAGE = `github.com/temporalio/cli/cmd/temporal@v${VERSION}`;
const SUFFIX = process.platform === 'win32' ? '.exe' : '';
const PROGRESS_MS = 10_000;

const NOWHERE =
  `no Temporal server to be had: install the Temporal CLI (put "temporal" on the PATH), or Go 1.24 ` +
  `or newer, or set TEMPORAL_ADDRESS to a running server.`;

/** Folder of programs fetched once for all clones on this machine. */
function cacheFolder(): string {
  return join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'lltp', 'bin');
}

/** Path of a Temporal CLI: on the PATH, else the cached one, else null. */
function findTemporal(): string | null {
  const candidates = (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '' && !folder.includes('node_modules'))
    .map((folder) => join(folder, `temporal${SUFFIX}`));
  const cached = join(cacheFolder(), `temporal-${VERSION}${SUFFIX}`);
  return [...candidates, cached].find((path) => existsSync(path)) ?? null;
}

/** Path of a Temporal CLI; throws a sentence that says what to install when there is none. */
export function getTemporal(): string {
  const found = findTemporal();
  if (found === null) throw new Error(NOWHERE);
  return found;
}

/**
 * See to it that a Temporal server can be started: nothing to do when TEMPORAL_ADDRESS names one or
 * a CLI is at hand; else the SDK's own download, else a build by Go, 1.5 to 4 minutes, once.
 */
export async function provideTemporal(): Promise<void> {
  if (process.env['TEMPORAL_ADDRESS'] || findTemporal() !== null) return;
  const folder = cacheFolder();
  await mkdir(folder, { recursive: true });
  const workshop = await mkdtemp(join(folder, 'fetching-'));
  try {
    const made = (await download(workshop)) ?? (await build(workshop));
    if (made === null) throw new Error(NOWHERE);
    await chmod(made, 0o755);
    await install(made, join(folder, `temporal-${VERSION}${SUFFIX}`));
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
}

/** Two set-ups at once are fine: the last rename wins and both are the same program. */
async function install(made: string, place: string): Promise<void> {
  const beside = `${place}.${process.pid}`;
  await copyFile(made, beside);
  await rename(beside, place);
}

async function download(folder: string): Promise<string | null> {
  console.log(`set-up: downloading the Temporal server ${VERSION} …`);
  const path = await downloadTemporal(folder, VERSION);
  if (path === null) console.log('set-up: it could not be downloaded.');
  return path;
}

async function build(folder: string): Promise<string | null> {
  if (spawnSync('go', ['version']).status !== 0) return null;
  const startedAt = Date.now();
  const seconds = (): number => Math.round((Date.now() - startedAt) / 1000);
  console.log('set-up: building the Temporal server with Go, once; this takes 2 to 4 minutes …');
  const ticking = setInterval(() => {
    console.log(`set-up: still building the Temporal server, ${seconds()} s …`);
  }, PROGRESS_MS);
  const code = await goInstall(folder).finally(() => clearInterval(ticking));
  if (code !== 0) throw new Error(`Go could not build ${PACKAGE}; what it said stands above.`);
  console.log(`set-up: Temporal server built in ${seconds()} s.`);
  return join(folder, `temporal${SUFFIX}`);
}

function goInstall(folder: string): Promise<number | null> {
  // The CLI is pure Go: without cgo no C compiler is needed.
  const env = { ...process.env, GOBIN: folder, CGO_ENABLED: '0' };
  const child = spawn('go', ['install', PACKAGE], { env, stdio: ['ignore', 'inherit', 'inherit'] });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
}
