import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What the pages are made from; `web/dist` is their result. */
const SOURCES = ['web', 'domain', 'package-lock.json', 'tsconfig.json'];

/**
 * Build the pages into `web/dist` when one of their sources changed since the last build. Throws
 * when Vite refuses.
 */
export async function buildWeb(root: string): Promise<void> {
  if (!existsSync(join(root, 'web', 'index.html'))) return;
  const stamp = join(root, '.data', 'web-build.sha256');
  const hash = await hashOf(root);
  const built = existsSync(join(root, 'web', 'dist', 'index.html'));
  if (built && existsSync(stamp) && (await readFile(stamp, 'utf8')) === hash) return;
  console.log('set-up: building the web pages …');
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const { status } = spawnSync(process.execPath, [vite, 'build', 'web', '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== 0)
    throw new Error('the web pages could not be built; what Vite said stands above.');
  await mkdir(join(root, '.data'), { recursive: true });
  await writeFile(stamp, hash);
}

async function hashOf(root: string): Promise<string> {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    for (const path of await listFiles(root, source)) {
      hash.update(`${path}\0`).update(await readFile(join(root, path)));
    }
  }
  return hash.digest('hex');
}

async function listFiles(root: string, source: string): Promise<string[]> {
  if (source.includes('.')) return [source];
  const entries = await readdir(join(root, source), { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((path) => !path.startsWith(join('web', 'dist')) && !path.includes('node_modules'))
    .toSorted();
}
