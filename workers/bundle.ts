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
  const bundle = await bundleOf(join(ROOT, 'workflows', 'index.ts'));
  await mkdir(folder, { recursive: true });
  // Written aside and renamed: another process may be reading.
  const aside = `${path}.${process.pid}`;
  await writeFile(aside, bundle.code);
  await rename(aside, path);
  return bundle;
}

/**
 * Workflow code with all it imports as one script.
 *
 * The SDK takes a stack trace of every promise of a workflow, for a query that lists what it waits for;
 * with ten lines each that is a third of a workflow's processor time. Two lines still say where an error
 * arose. It is set before the SDK freezes the globals, on the first line so that source maps hold.
 */
export async function bundleOf(workflowsPath: string): Promise<WorkflowBundle> {
  const { code } = await bundleWorkflowCode({
    workflowsPath,
    failureConverterPath: FAILURE_CONVERTER_PATH,
    logger: new DefaultLogger('WARN'),
  });
  return { code: `Error.stackTraceLimit = 2;${code}` };
}

async function digestOfSources(): Promise<string> {
  const digest = createHash('sha256');
  digest.update(await readFile(import.meta.filename));
  digest.update(await readFile(join(ROOT, 'package-lock.json')));
  for (const source of SOURCES) {
    const files = await readdir(join(ROOT, source), { recursive: true });
    for (const file of files.filter((name) => name.endsWith('.ts')).toSorted()) {
      digest.update(file).update(await readFile(join(ROOT, source, file)));
    }
  }
  return digest.digest('hex').slice(0, 16);
}
