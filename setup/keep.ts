import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { demonstrationClock } from '../demo/history.ts';
import { businessClockText } from '../domain/clock/businessClock.ts';

/** The text of a small file of the data folder, written on the first call and the same ever after. */
async function keep(dataDir: string, name: string, make: () => string): Promise<string> {
  const path = join(dataDir, name);
  if (existsSync(path)) return (await readFile(path, 'utf8')).trim();
  const text = make();
  await mkdir(dataDir, { recursive: true });
  await writeFile(path, `${text}\n`, { mode: 0o600 });
  return text;
}

/** 32 random bytes in base64, kept in the data folder and readable by its owner only. */
export function keepKey(dataDir: string, name: string): Promise<string> {
  return keep(dataDir, name, () => randomBytes(32).toString('base64'));
}

/**
 * The text of the demonstration's business clock: from the first start of a data folder it hurries
 * through the history, then runs at the speed of real time, also while the house is down.
 */
export function keepBusinessClock(dataDir: string): Promise<string> {
  // The supervisor has done nothing yet but start its servers.
  return keep(dataDir, 'business-clock', () =>
    businessClockText(demonstrationClock(Date.now(), performance.now())),
  );
}
