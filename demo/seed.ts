import { businessTime } from '../domain/clock/businessClock.ts';
import { dateOf } from '../domain/instant.ts';
import { readConfig } from '../config.ts';
import { openPool } from '../db/pool.ts';
import { sql } from '../db/sql.ts';
import { layFoundation } from './foundation.ts';
import { staffDesks } from './desks.ts';
import { playHistory } from './playHistory.ts';
import { DEMO_PROVINCES } from './provinces.ts';

const config = readConfig();
const pool = await openPool(config.DATABASE_URL, { size: 4 });
try {
  const now = businessTime(config.businessClock, Date.now());
  const { units, accounts } = await layFoundation(pool, {
    date: dateOf(now),
    provinces: DEMO_PROVINCES,
    agenciesUrl: config.AGENCIES_URL,
  });
  console.log(`${units.length} units, ${accounts.length} accounts`);
  await staffDesks(config.AGENCIES_URL, units);
  const isFilled = await pool.exists(sql.typeAlias('void')`SELECT FROM submissions`);
  if (!isFilled) {
    await playHistory({
      clock: config.businessClock,
      apiUrl: `http://${config.HOST}:${config.PORT}`,
      agenciesUrl: config.AGENCIES_URL,
      tell: (line) => console.log(line),
    });
  }
} finally {
  await pool.end();
}
