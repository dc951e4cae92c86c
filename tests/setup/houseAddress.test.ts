import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { findHouse } from '../../setup/houseAddress.ts';
import { newDataDir } from '../support/servers.ts';

let folder: string;
beforeAll(async () => {
  folder = await newDataDir();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('without an address and without a house in the data folder there is none', async () => {
  expect(await findHouse({ DATA_DIR: folder })).toBeNull();
});

test('an address in the environment comes first, in real time unless it says otherwise', async () => {
  const databaseUrl = 'postgres://somewhere/lltp';
  const found = await findHouse({ DATABASE_URL: databaseUrl, DATA_DIR: folder });
  expect(found).toEqual({ databaseUrl, businessClock: undefined });
});

test('the house of a data folder is found by its key, its port and its clock', async () => {
  await writeFile(join(folder, 'lltp_worker.key'), 'a/b=\n');
  await writeFile(join(folder, 'business-clock'), 'x|y|1\n');
  expect(await findHouse({ DATA_DIR: folder, POSTGRES_PORT: '5000' })).toEqual({
    databaseUrl: 'postgres://lltp_worker:a%2Fb%3D@127.0.0.1:5000/lltp',
    businessClock: 'x|y|1',
  });
});
