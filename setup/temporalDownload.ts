import { spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

const ENTRY = join(import.meta.dirname, 'temporalFromSdk.ts');
const PATIENCE_MS = 120_000;

/**
 * Path of the Temporal CLI in `folder` after the SDK's own download of a version, or null when the
 * download did not succeed. In a process of its own, because the SDK cannot be told to give up.
 */
export async function downloadTemporal(folder: string, version: string): Promise<string | null> {
  const child = spawn(process.execPath, [ENTRY, folder, version], {
    stdio: 'ignore',
    timeout: PATIENCE_MS,
    killSignal: 'SIGKILL',
  });
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) return null;
  const made = (await readdir(folder)).find((name) => name.startsWith('temporal'));
  return made === undefined ? null : join(folder, made);
}
