import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a command at a prompt needs to look into the house that `npm start` runs. */
export interface HouseAddress {
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
  const key = await kept(dataDir, 'postgres.key');
  if (key === undefined) return null;
  const port = POSTGRES_PORT || '54320';
  return {
    databaseUrl: `postgres://postgres:${encodeURIComponent(key)}@127.0.0.1:${port}/lltp`,
    businessClock: BUSINESS_CLOCK ?? (await kept(dataDir, 'business-clock')),
  };
}

async function kept(dataDir: string, name: string): Promise<string | undefined> {
  const path = join(dataDir, name);
  return existsSync(path) ? (await readFile(path, 'utf8')).trim() : undefined;
}
