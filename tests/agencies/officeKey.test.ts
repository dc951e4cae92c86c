import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { newPrivateJwk, readOrCreate } from '../../agencies/keyFile.ts';
import { OfficeKey, readOfficePublicKey } from '../../agencies/officeKey.ts';
import { openMessage } from '../../agencies/signing.ts';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'office-'));
});
afterEach(() => {
  rmSync(dataDir, { recursive: true });
});

test('the office has one key, kept from the first start on and readable by its owner only', () => {
  expect(readOfficePublicKey(dataDir)).toBeNull();
  const first = OfficeKey.load({ dataDir });
  expect(OfficeKey.load({ dataDir }).publicJwk).toEqual(first.publicJwk);
  expect(statSync(join(dataDir, 'office-key.json')).mode & 0o777).toBe(0o600);
});

test('what is published is the public half alone', () => {
  const { publicJwk } = OfficeKey.load({ dataDir });
  expect(readOfficePublicKey(dataDir)).toEqual(publicJwk);
  expect(readFileSync(join(dataDir, 'office-key.public.json'), 'utf8')).not.toContain('"d"');
});

test('a key given as text is the key', async () => {
  const jwk = newPrivateJwk();
  const key = OfficeKey.load({ dataDir, jwkText: JSON.stringify(jwk) });
  expect(key.publicJwk).toMatchObject({ x: jwk.x });
});

test('it signs in the name of the unit the message comes from', async () => {
  const key = OfficeKey.load({ dataDir });
  const jws = await key.sign('post-item', { fromUnit: 'STP-40' });
  const opened = await openMessage(jws, () => key.publicJwk);
  expect(opened).toMatchObject({ kid: 'lltp:STP-40', typ: 'post-item' });
});

test('of two that create a file at once the first wins and both read it', () => {
  const file = join(dataDir, 'one');
  const second = readOrCreate(file, 0o600, () => {
    expect(readOrCreate(file, 0o600, () => 'inner')).toBe('inner');
    return 'outer';
  });
  expect(second).toBe('inner');
});
