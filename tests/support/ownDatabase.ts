import { afterAll, beforeAll } from '@jest/globals';
import pg from 'pg';
import { cloneDatabase } from './databases.ts';

interface OwnDatabase {
  /** Connected as the owner, who may do everything. */
  owner: pg.Client;
}

/** A database for the tests of a file, there from the first test on. */
export function ownDatabase(): OwnDatabase {
  const own = {} as OwnDatabase;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    const database = await cloneDatabase();
    ({ drop } = database);
    own.owner = new pg.Client({ connectionString: database.url });
    await own.owner.connect();
  });
  afterAll(async () => {
    await own.owner.end();
    await drop();
  });
  return own;
}
