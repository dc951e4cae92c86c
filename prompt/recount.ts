/**
 * `npm run -s recount`: every open due date against both engines, now. Prints each difference with both
 * explanations as one JSON line; exit code 0: all agree, 1: some do not, 2: there is no database.
 */
import { openPool } from '../db/pool.ts';
import { businessTime, parseBusinessClock } from '../domain/clock/businessClock.ts';
import { findHouse } from '../setup/houseAddress.ts';
import { recountAll } from '../workers/recount.ts';

try {
  process.exitCode = await recount();
} catch (error) {
  console.error(`The deadlines could not be recounted: ${messageOf(error)}`);
  process.exitCode = 2;
}

async function recount(): Promise<number> {
  const house = await findHouse(process.env);
  if (house === null) {
    throw new Error('no house is here: set DATABASE_URL, or run `npm start` in this folder first.');
  }
  const now = businessTime(parseBusinessClock(house.businessClock), Date.now());
  const pool = await openPool(house.databaseUrl, { size: 2 });
  const total = { clocks: 0, differences: 0 };
  try {
    for await (const { clocks, differences } of recountAll(pool, now)) {
      total.clocks += clocks;
      total.differences += differences.length;
      for (const difference of differences) console.log(JSON.stringify(difference));
    }
  } finally {
    await pool.end();
  }
  console.error(`${total.clocks} open clocks recounted, ${total.differences} differ.`);
  return total.differences === 0 ? 0 : 1;
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message || error.message : error.message;
}
