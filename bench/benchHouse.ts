import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabasePool } from 'slonik';
import { openPool } from '../db/pool.ts';
import {
  type BusinessClock,
  businessClockText,
  businessTime,
} from '../domain/clock/businessClock.ts';
import { dateOf } from '../domain/instant.ts';
import { connectEngine, type Engine } from '../engine/connect.ts';
import { type Foundation, layFoundation } from '../demo/foundation.ts';
import { House } from '../setup/house.ts';
import { keepKey } from '../setup/keep.ts';

/** All scripted people work from one address: the limits per address would measure themselves. */
const NO_LIMITS = { RATE_LIMIT: '10000000', SIGN_IN_LIMIT: '1000000' };

export interface BenchHouseOptions {
  clock: BusinessClock;
  provinces: readonly string[] | 'all';
  env?: Record<string, string>;
}

/** A house of its own for a measurement, with people in it; its data go when it closes. */
export interface BenchHouse {
  house: House;
  foundation: Foundation;
  /** Without a database role: sees and may do everything. */
  pool: DatabasePool;
  engine: Engine;
  payloadKey: string;
  dataDir: string;
  close(): Promise<void>;
}

/**
 * Start a house as `npm start` does (PostgreSQL and Temporal on disk, one process each), in a fresh
 * folder on free ports. Throws one sentence when a member cannot be started; then nothing is left.
 */
export async function openBenchHouse(
  options: BenchHouseOptions,
  stop: AbortSignal,
): Promise<BenchHouse> {
  const { clock, provinces, env } = options;
  const dataDir = await mkdtemp(join(tmpdir(), 'lltp-bench-'));
  const house = new House({
    dataDir,
    quiet: true,
    env: {
      DEMONSTRATION: 'true',
      LOG_LEVEL: 'warn',
      ...NO_LIMITS,
      BUSINESS_CLOCK: businessClockText(clock),
      ...env,
    },
  });
  const clear = async (): Promise<void> => {
    await house.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  stop.addEventListener('abort', () => void house.stop(), { once: true });
  try {
    await house.start();
    const pool = await openPool(house.databaseUrl, { size: 4 });
    const date = dateOf(businessTime(clock, Date.now()));
    const { agenciesUrl } = house;
    const foundation = await layFoundation(pool, { date, provinces, agenciesUrl });
    const payloadKey = process.env['PAYLOAD_KEY'] ?? (await keepKey(dataDir, 'payload.key'));
    const { temporalAddress: address } = house;
    const engine = connectEngine({ address, namespace: 'default', payloadKey });
    const close = async (): Promise<void> => {
      await engine.close();
      await pool.end();
      await clear();
    };
    return { house, foundation, pool, engine, payloadKey, dataDir, close };
  } catch (error) {
    await clear();
    throw error;
  }
}
