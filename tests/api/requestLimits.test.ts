import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openOffice, type Office } from '../support/office.ts';

const PROXY = '192.0.2.10';
const LIMIT = 5;

/** Statuses of as many requests as the limit allows and one more, from an address as the proxy tells it. */
async function statuses(office: Office, url: string, from: string, forwarded?: string) {
  const found: number[] = [];
  for (let count = 0; count <= LIMIT; count += 1) {
    const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
    found.push((await office.app.inject({ url, remoteAddress: from, headers })).statusCode);
  }
  return found;
}

const SESSION = '/api/v1/session';
const limited = (status: number) => [...Array.from({ length: LIMIT }, () => status), 429];

describe('behind a proxy that is trusted', () => {
  let office: Office;
  let webRoot: string;
  beforeAll(async () => {
    webRoot = await mkdtemp(join(tmpdir(), 'lltp-pages-'));
    await writeFile(join(webRoot, 'index.html'), '<p>one page</p>');
    await writeFile(join(webRoot, 'part.js'), '1');
    const trustedProxies = ['198.51.100.0/24', PROXY];
    office = await openOffice({ rateLimit: LIMIT, trustedProxies, webRoot });
  });
  afterAll(async () => {
    await office.close();
    await rm(webRoot, { recursive: true, force: true });
  });

  test('each address it forwards has a limit of its own', async () => {
    expect(await statuses(office, SESSION, PROXY, '203.0.113.1')).toEqual(limited(401));
    expect(await statuses(office, SESSION, PROXY, '203.0.113.2')).toEqual(limited(401));
  });

  test('what others say of their address, also before the proxy, is not believed', async () => {
    expect(await statuses(office, SESSION, '203.0.113.9', '203.0.113.30')).toEqual(limited(401));
    const again = { url: SESSION, remoteAddress: '203.0.113.9' };
    const forged = { ...again, headers: { 'x-forwarded-for': '203.0.113.31' } };
    expect((await office.app.inject(forged)).statusCode).toBe(429);
    const through = { 'x-forwarded-for': '203.0.113.32, 203.0.113.9' };
    const told = { ...again, remoteAddress: PROXY, headers: through };
    expect((await office.app.inject(told)).statusCode).toBe(429);
  });

  test('the page and its files do not count, an oddly written address of the API does', async () => {
    const from = '203.0.113.40';
    for (const url of ['/', '/part.js', '/viec', '/healthz']) {
      expect(await statuses(office, url, from)).not.toContain(429);
    }
    expect(await statuses(office, '/%61pi/v1/session', from)).toEqual(limited(401));
  });
});

describe('without a proxy that is trusted', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({ rateLimit: LIMIT });
  });
  afterAll(() => office.close());

  test('a forged X-Forwarded-For changes nothing', async () => {
    expect(await statuses(office, SESSION, PROXY, '203.0.113.1')).toEqual(limited(401));
    const forged = { 'x-forwarded-for': '203.0.113.2' };
    const more = { url: SESSION, remoteAddress: PROXY, headers: forged };
    expect((await office.app.inject(more)).statusCode).toBe(429);
  });
});
