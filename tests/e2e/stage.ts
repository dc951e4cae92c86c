import { rm } from 'node:fs/promises';
import { Connection } from '@temporalio/client';
import type { Page } from 'playwright-core';
import { DENSE, launchBrowser, openPageAs } from '../../bench/browser.ts';
import { openPool } from '../../db/pool.ts';
import { ApiUser } from '../../demo/apiUser.ts';
import { layFoundation } from '../../demo/foundation.ts';
import { DEMO_PROVINCES } from '../../demo/provinces.ts';
import { DEMO_PASSWORD } from '../../domain/demonstration.ts';
import { businessClockText } from '../../domain/clock/businessClock.ts';
import { type House, startHouse } from '../../setup/house.ts';
import { cloneDatabase, FOUNDING_DAY, passwords } from '../support/databases.ts';
import { newNamespace } from '../support/namespaces.ts';
import { newDataDir } from '../support/servers.ts';

/** Monday 18 September 2023, 9:00 in Viet Nam. */
const MONDAY = Date.parse('2023-09-18T09:00:00+07:00');
export { DENSE };
export const NARROW = { width: 360, height: 740 };

export interface Stage {
  house: House;
  /** The house's database, for a test that looks at what is committed. */
  databaseUrl: string;
  /** Somebody scripted, over the public API: for what happens before the curtain rises. */
  as: (username: string) => Promise<ApiUser>;
  /** A browser of one's own (cookies, storage) at the address; closed with the stage. */
  open: (path: string) => Promise<Page>;
  /** As {@link Stage.open}, already signed in as somebody; null for nobody. */
  openAs: (username: string | null, path: string, size?: typeof DENSE) => Promise<Page>;
  close: () => Promise<void>;
}

/**
 * The whole system as processes on the run's servers, with the pages as built and a real browser.
 * Police and courts are people here; the post delivers within a second. `speed`: business
 * milliseconds per real millisecond, beginning at the business instant `from`.
 */
export async function openStage({ speed = 1, from = MONDAY } = {}): Promise<Stage> {
  const database = await cloneDatabase();
  const dataDir = await newDataDir();
  const house = await startHouse({
    dataDir,
    quiet: true,
    env: await environment(database.url, speed, from),
  });
  const pool = await openPool(database.url, { size: 1 });
  const { agenciesUrl } = house;
  await layFoundation(pool, { date: FOUNDING_DAY, provinces: DEMO_PROVINCES, agenciesUrl });
  await pool.end();
  const browser = await launchBrowser();
  // What is printed of them when a test fails: `shownOnFailure.mjs`.
  Object.assign(globalThis, {
    openPages: () => browser.contexts().flatMap((context) => context.pages()),
  });
  const signedIn = new Map<string, Promise<ApiUser>>();
  const openAs: Stage['openAs'] = async (username, path, size = DENSE) => {
    const page = await openPageAs(browser, house.url, username, size);
    await page.goto(path);
    return page;
  };
  return {
    house,
    databaseUrl: database.url,
    as: (username) => {
      const user = signedIn.get(username) ?? ApiUser.signIn(house.url, username, DEMO_PASSWORD);
      signedIn.set(username, user);
      return user;
    },
    open: (path) => openAs(null, path),
    openAs,
    close: async () => {
      Reflect.deleteProperty(globalThis, 'openPages');
      await browser.close();
      await house.stop();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function environment(
  databaseUrl: string,
  speed: number,
  from: number,
): Promise<Record<string, string>> {
  const address = process.env['TEST_TEMPORAL_ADDRESS'] ?? '';
  const connection = await Connection.connect({ address });
  const namespace = await newNamespace(connection);
  await connection.close();
  return {
    DATABASE_URL: databaseUrl,
    LLTP_API_PASSWORD: passwords().lltp_api,
    LLTP_WORKER_PASSWORD: passwords().lltp_worker,
    TEMPORAL_ADDRESS: address,
    TEMPORAL_NAMESPACE: namespace,
    DEMONSTRATION: 'true',
    BUSINESS_CLOCK: businessClockText({
      businessEpochMs: from,
      realEpochMs: Date.now(),
      speed,
    }),
    AGENCY_DELAY_SECONDS: '1',
    RATE_LIMIT: '100000',
    SIGN_IN_LIMIT: '100000',
    LOG_LEVEL: 'warn',
  };
}
