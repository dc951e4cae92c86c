import { constants } from 'node:fs';
import { access, mkdir, statfs } from 'node:fs/promises';

const MEGABYTE = 1024 ** 2;

/** Throws one sentence when a data folder cannot be written or its disk has less room than needed. */
export async function checkDisk(dataDir: string, neededMegabytes: number): Promise<void> {
  try {
    await mkdir(dataDir, { recursive: true });
    await access(dataDir, constants.W_OK);
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new Error(`The data folder cannot be written (${cause}): set DATA_DIR to another.`, {
      cause: error,
    });
  }
  const { bavail, bsize } = await statfs(dataDir);
  const free = Math.floor((bavail * bsize) / MEGABYTE);
  if (free >= neededMegabytes) return;
  throw new Error(
    `Only ${free} MB are free for ${dataDir} and ${neededMegabytes} MB are needed: ` +
      'make room, or set DATA_DIR to a folder on another disk.',
  );
}
