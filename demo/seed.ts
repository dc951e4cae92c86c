import { dateOf } from '../domain/instant.ts';
import { businessTime } from '../domain/clock/businessClock.ts';
import { readConfig } from '../config.ts';
import { openPool } from '../db/pool.ts';
import { layFoundation } from './foundation.ts';
import { DEMO_PROVINCES } from './provinces.ts';

const config = readConfig();
const pool = await openPool(config.DATABASE_URL, { size: 4 });
try {
  const date = dateOf(businessTime(config.businessClock, Date.now()));
  const { units, accounts } = await layFoundation(pool, {
    date,
    provinces: DEMO_PROVINCES,
    agenciesUrl: config.AGENCIES_URL,
  });
  console.log(`${units.length} units, ${accounts.length} accounts`);
} finally {
  await pool.end();
}
