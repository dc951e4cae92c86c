import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { bundleWorkflowCode, DefaultLogger, type WorkflowBundle } from '@temporalio/worker';
import { testBundle } from '../support/office.ts';
import { FILES, hushRuntime, replayAll } from '../support/replay.ts';
import { STORIES } from '../support/stories.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const LIMIT_BYTES = 2_500_000;
const run = promisify(execFile);

let bundle: WorkflowBundle;
let copies: string;
beforeAll(async () => {
  hushRuntime();
  bundle = await testBundle();
  copies = await mkdtemp(join(tmpdir(), 'lltp-copies-'));
});
afterAll(() => rm(copies, { recursive: true, force: true }));

test('every story of the flows has a recorded history', () => {
  const told = new Set(FILES.map((file) => file.split('@')[0]));
  expect(told).toEqual(new Set(Object.keys(STORIES)));
});

test('cases of every release go on unchanged', async () => {
  expect(await replayAll(bundle)).toEqual({ failed: [], lived: FILES.length });
});

test.each([
  { zone: 'America/New_York', offset: 240 },
  { zone: 'Asia/Ho_Chi_Minh', offset: -420 },
])('they go on unchanged on a machine in $zone', async ({ zone, offset }) => {
  const program = join(ROOT, 'tests', 'support', 'replay.ts');
  const { stdout } = await run(process.execPath, [program], { env: { ...process.env, TZ: zone } });
  expect(JSON.parse(stdout)).toEqual({ offset, failed: [], lived: FILES.length });
});

/** The workflow code compiled from a copy in which `edit` changed the life of a case. */
async function bundleOfCopy(edit: (code: string) => string): Promise<WorkflowBundle> {
  const folder = await mkdtemp(join(copies, 'copy-'));
  for (const room of ['workflows', 'domain', 'engine']) {
    await cp(join(ROOT, room), join(folder, room), { recursive: true });
  }
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  const file = join(folder, 'workflows', 'caseLife.ts');
  await writeFile(file, edit(await readFile(file, 'utf8')));
  return bundleWorkflowCode({
    workflowsPath: join(folder, 'workflows', 'index.ts'),
    failureConverterPath: join(folder, 'engine', 'failureConverter.ts'),
    logger: new DefaultLogger('ERROR', () => undefined),
  });
}

test('a workflow that was changed without patched() is caught in every history', async () => {
  const line = 'return record(';
  const same = await bundleOfCopy((code) => `${code}\n// ${line}\n`);
  expect((await replayAll(same)).failed).toEqual([]);
  const changed = await bundleOfCopy((code) => {
    expect(code).toContain(line);
    const slower = code.replace(line, `void sleep(1000);\n    ${line}`);
    return `import { sleep } from '@temporalio/workflow';\n${slower}`;
  });
  expect((await replayAll(changed)).failed).toEqual(FILES);
});

test('the workflow bundle stays small: no zod, no driver, no simulator', () => {
  if (!('code' in bundle)) throw new Error('the bundle has no code');
  expect(Buffer.byteLength(bundle.code)).toBeLessThan(LIMIT_BYTES);
  for (const foreign of [
    'node_modules/zod',
    'node_modules/slonik',
    'node_modules/pg/',
    'agencies/simulator',
  ]) {
    expect(bundle.code).not.toContain(foreign);
  }
});
