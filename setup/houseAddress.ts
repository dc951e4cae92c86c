import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addressFor, passwordFile, passwordVariable } from './logins.ts';

/** What a command at a prompt needs to look into the house that `npm start` runs. */
export interface HouseAddress {
  /** As the worker, who reads what is recounted; who it is that an environment names. */
  databaseUrl: string;
  /** Text of BUSINESS_CLOCK; undefined = real time. */
  businessClock: string | undefined;
}

/**
 * Where the data of a house lie: DATABASE_URL and BUSINESS_CLOCK of an environment, else what the house
 * keeps in its data folder. Null when there is neither.
 */
export async function findHouse(env: NodeJS.ProcessEnv): Promise<HouseAddress | null> {
  const { DATABASE_URL, BUSINESS_CLOCK, DATA_DIR, POSTGRES_PORT } = env;
  if (DATABASE_URL) return { databaseUrl: DATABASE_URL, businessClock: BUSINESS_CLOCK };
  const dataDir = DATA_DIR || '.data';
  const password =
    env[passwordVariable('lltp_worker')] || (await kept(dataDir, passwordFile('lltp_worker')));
  if (!password) return null;
  const port = POSTGRES_PORT || '54320';
  return {
    databaseUrl: addressFor(`postgres://127.0.0.1:${port}/lltp`, 'lltp_worker', password),
    businessClock: BUSINESS_CLOCK ?? (await kept(dataDir, 'business-clock')),
  };
}

async function kept(dataDir: string, name: string): Promise<string | undefined> {
  const path = join(dataDir, name);
  return existsSync(path) ? (await readFile(path, 'utf8')).trim() : undefined;
}
