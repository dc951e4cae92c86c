import type { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import type { DatabasePool } from 'slonik';
import { openPool } from '../../db/pool.ts';
import { ApiUser } from '../../demo/apiUser.ts';
import { layFoundation } from '../../demo/foundation.ts';
import type { CaseEvents } from '../../domain/case.ts';
import { DEMO_PASSWORD } from '../../domain/demonstration.ts';
import { House } from '../../setup/house.ts';
import type * as z from 'zod';
import { FOUNDING_DAY } from './databases.ts';
import { TEST_PAYLOAD_KEY } from './office.ts';
import { anApplication, HANOI } from './scenes.ts';
import { newDataDir } from './servers.ts';
import { until } from './until.ts';

/** Monday 18 September 2023, 9:00 in Viet Nam, at the speed of life. */
const clockText = (): string => `2023-09-18T02:00:00.000Z|${new Date().toISOString()}|1`;

export type FrailHouse = Awaited<ReturnType<typeof openFrailHouse>>;

/**
 * All processes of the system with a database and a Temporal server of their own, to be killed one by
 * one. PostgreSQL writes through here: what was answered must survive a crash.
 */
export async function openFrailHouse() {
  const dataDir = await newDataDir();
  const house = new House({
    dataDir,
    quiet: true,
    env: {
      BUSINESS_CLOCK: clockText(),
      PAYLOAD_KEY: TEST_PAYLOAD_KEY,
      DATABASE_URL: '',
      TEMPORAL_ADDRESS: '',
    },
  });
  await house.start();
  await withPool(house.databaseUrl, (pool) =>
    layFoundation(pool, {
      date: FOUNDING_DAY,
      provinces: ['01'],
      agenciesUrl: house.agenciesUrl,
    }),
  );
  const people = new Map<string, Promise<ApiUser>>();
  const as = (username: string): Promise<ApiUser> => {
    const known = people.get(username) ?? ApiUser.signIn(house.url, username, DEMO_PASSWORD);
    people.set(username, known);
    return known;
  };
  return {
    house,
    as,
    /** Ask the database something, on a connection of its own. */
    look: <T>(work: (pool: DatabasePool) => Promise<T>) => withPool(house.databaseUrl, work),
    /** Set a unit of the simulated agencies up, or say something in its name. */
    control: async (method: string, path: string, body: object): Promise<void> => {
      const response = await fetch(`${house.agenciesUrl}/control/${path}`, {
        method,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status}`);
    },
    /** Hand an accepted application in; gives its number. */
    handIn: async (): Promise<{ caseId: string; opened: boolean }> => {
      const desk = await as(HANOI.desk);
      return desk.send('POST', '/applications', anApplication());
    },
    /** The log of a case, as the case page shows it. */
    logOf: async (caseId: string): Promise<z.infer<typeof CaseEvents>> =>
      (await as(HANOI.officer)).get(`/cases/${caseId}/events`),
    close: async (): Promise<void> => {
      await house.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Send the same request under the same key until it is answered, as a patient client does. */
export function persist<T>(
  user: ApiUser,
  path: string,
  body: object,
  key: ReturnType<typeof randomUUID>,
): Promise<NonNullable<T>> {
  return until(() => user.send<T>('POST', path, body, key).catch(() => null), {
    withinMs: 60_000,
    everyMs: 200,
  });
}

async function withPool<T>(url: string, work: (pool: DatabasePool) => Promise<T>): Promise<T> {
  const pool = await openPool(url, { size: 2 });
  try {
    return await work(pool);
  } finally {
    await pool.end();
  }
}
