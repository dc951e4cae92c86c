/**
 * All set-up of a fresh clone: packages, Node 24, Temporal server, web pages. Runs before `npm start`,
 * `npm test` and `npm run check`, on any Node from 20 up and without any package, because it is what
 * installs them. Quick when nothing changed: each step keeps a stamp of what it was made from.
 *
 * `--tests` and no flag: everything; `--check`: packages only.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const root = join(import.meta.dirname, '..');
const stamp = join(root, 'node_modules', '.prepared');

const lockText = readFileSync(join(root, 'package-lock.json'), 'utf8');
const lock = createHash('sha256').update(lockText).digest('hex');
if (readStamp() !== lock) {
  if (!isInstalled()) installPackages();
  writeFileSync(stamp, lock);
}
if (!process.argv.includes('--check')) run(nodeOfTheHouse(), [join('setup', 'provide.ts')]);

function readStamp() {
  return existsSync(stamp) ? readFileSync(stamp, 'utf8') : null;
}

/** Whether npm's own record of node_modules holds what the lockfile asks, as after a hand-made `npm install`. */
function isInstalled() {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
  return Object.entries(JSON.parse(lockText).packages).every(
    ([place, { version, optional, peer }]) =>
      place === '' || optional || peer || installed[place]?.version === version,
  );
}

function installPackages() {
  console.error('set-up: installing packages (about a minute) …');
  const failed =
    npm(['ci', '--no-progress', '--loglevel=error']) !== 0 &&
    // A lockfile made on one kind of machine can lack the binaries of another; install completes it.
    npm(['install', '--no-save', '--no-progress']) !== 0;
  if (failed) stopWith('npm could not install the packages; what it said stands above.');
}

function npm(words) {
  // Not the Node inside node_modules: npm is about to delete it.
  const path = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !folder.includes('node_modules'))
    .join(delimiter);
  const { status } = spawnSync('npm', words, {
    cwd: root,
    // Our own stdout is the command's that we prepare for.
    stdio: ['ignore', process.stderr, 'inherit'],
    env: { ...process.env, PATH: path },
    shell: process.platform === 'win32',
  });
  return status;
}

/** Node 24 from the packages, or the Node that runs this when it is new enough. */
function nodeOfTheHouse() {
  const packaged = join(root, 'node_modules', '.bin', 'node');
  if (existsSync(packaged)) return packaged;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  return stopWith(`Node 24 or newer is needed (this is ${process.versions.node}): install it.`);
}

function run(command, words) {
  const { status } = spawnSync(command, words, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

function stopWith(sentence) {
  console.error(`set-up: ${sentence}`);
  process.exit(1);
}
