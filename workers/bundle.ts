import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleWorkflowCode, DefaultLogger, type WorkflowBundle } from '@temporalio/worker';
import { FAILURE_CONVERTER_PATH } from '../engine/connect.ts';

const ROOT = join(import.meta.dirname, '..');
const SOURCES = ['workflows', 'domain', 'engine'];

/**
 * The workflow code as one script, kept under a digest of its sources in `folder`, so that workers,
 * tests and benches bundle once per change (a bundle takes seconds).
 */
export async function loadWorkflowBundle(folder: string): Promise<WorkflowBundle> {
  const path = join(folder, `workflows-${await digestOfSources()}.js`);
  if (existsSync(path)) return { code: await readFile(path, 'utf8') };
  const bundle = await bundleWorkflowCode({
    workflowsPath: join(ROOT, 'workflows', 'index.ts'),
    failureConverterPath: FAILURE_CONVERTER_PATH,
    logger: new DefaultLogger('WARN'),
  });
  await mkdir(folder, { recursive: true });
  // Written aside and renamed: another process may be reading.
  const aside = `${path}.${process.pid}`;
  await writeFile(aside, bundle.code);
  await rename(aside, path);
  return bundle;
}

async function digestOfSources(): Promise<string> {
  const digest = createHash('sha256');
  digest.update(await readFile(join(ROOT, 'package-lock.json')));
  for (const source of SOURCES) {
    const files = await readdir(join(ROOT, source), { recursive: true });
    for (const file of files.filter((name) => name.endsWith('.ts')).toSorted()) {
      digest.update(file).update(await readFile(join(ROOT, source, file)));
    }
  }
  return digest.digest('hex').slice(0, 16);
}
