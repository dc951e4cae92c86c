import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { officeKid } from '../../agencies/contract.ts';
import { newPrivateJwk, publicJwkOf, readOrCreate } from '../../agencies/keyFile.ts';
import { findOfficeKey, OfficeKey } from '../../agencies/officeKey.ts';
import { openMessage } from '../../agencies/signing.ts';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'office-'));
});
afterEach(() => {
  rmSync(dataDir, { recursive: true });
});

const KID = officeKid('STP-40');

test('the office has one key, kept from the first start on and readable by its owner only', () => {
  expect(findOfficeKey(dataDir, KID)).toBeNull();
  const first = OfficeKey.load({ dataDir });
  expect(OfficeKey.load({ dataDir }).publicKeys).toEqual(first.publicKeys);
  expect(statSync(join(dataDir, 'office-key.json')).mode & 0o777).toBe(0o600);
});

test('what is published is the public half alone', () => {
  const { publicKeys } = OfficeKey.load({ dataDir });
  expect(findOfficeKey(dataDir, KID)).toEqual(publicKeys[0]?.jwk);
  expect(readFileSync(join(dataDir, 'office-key.public.json'), 'utf8')).not.toContain('"d"');
  expect(findOfficeKey(dataDir, 'PV06-40')).toBeNull();
});

test('a key given as text is the key, and is not followed by one of our making', () => {
  const jwk = newPrivateJwk();
  const key = OfficeKey.load({ dataDir, jwkText: JSON.stringify(jwk) });
  expect(key.publicKeys).toMatchObject([{ number: 1, jwk: { x: jwk.x } }]);
  expect(() => key.addNext(new Date().toISOString())).toThrow('OFFICE_KEY');
});

test('a file of one key, from before keys rotated, goes on being the first key', () => {
  const jwk = newPrivateJwk();
  writeFileSync(join(dataDir, 'office-key.json'), JSON.stringify(jwk));
  writeFileSync(join(dataDir, 'office-key.public.json'), JSON.stringify(publicJwkOf(jwk)));
  const key = OfficeKey.load({ dataDir });
  expect(findOfficeKey(dataDir, KID)).toMatchObject({ x: jwk.x });
  expect(key.addNext(new Date().toISOString())).toMatchObject({ number: 2 });
});

test('it signs in the name of the unit the message comes from', async () => {
  const key = OfficeKey.load({ dataDir });
  const jws = await key.sign('post-item', { fromUnit: 'STP-40' });
  const opened = await openMessage(jws, (kid) => findOfficeKey(dataDir, kid));
  expect(opened).toMatchObject({ kid: 'lltp:STP-40', typ: 'post-item' });
});

test('the next key is published before its turn and signs from then on, in every process', async () => {
  const worker = OfficeKey.load({ dataDir });
  const turn = Date.now() + 60_000;
  OfficeKey.load({ dataDir }).addNext(new Date(turn).toISOString());
  expect(worker.publicKeys.map(({ number }) => number)).toEqual([1, 2]);
  const kidAt = async (nowMs: number) => {
    const jws = await worker.sign('post-item', { fromUnit: 'STP-40' }, nowMs);
    return (await openMessage(jws, (kid) => findOfficeKey(dataDir, kid), ['post-item'], nowMs)).kid;
  };
  expect(await kidAt(turn - 1)).toBe('lltp:STP-40');
  expect(await kidAt(turn)).toBe('lltp:STP-40.2');
});

test('of two that create a file at once the first wins and both read it', () => {
  const file = join(dataDir, 'one');
  const second = readOrCreate(file, 0o600, () => {
    expect(readOrCreate(file, 0o600, () => 'inner')).toBe('inner');
    return 'outer';
  });
  expect(second).toBe('inner');
});
