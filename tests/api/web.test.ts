import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import Fastify, { type FastifyInstance } from 'fastify';
import { installWeb } from '../../api/web.ts';

let root: string;
let app: FastifyInstance;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'lltp-web-'));
  await mkdir(join(root, 'assets'));
  await writeFile(join(root, 'index.html'), '<p>one page</p>');
  await writeFile(join(root, 'assets', 'old.js'), '1');
  app = Fastify();
  await installWeb(app, root);
});
afterAll(async () => {
  await app.close();
  await rm(root, { recursive: true, force: true });
});

test('every address that is no other file opens the one page, which is asked for anew each time', async () => {
  for (const url of ['/', '/index.html', '/viec', '/chuyen/1?q=2']) {
    const { statusCode, body, headers } = await app.inject({ url });
    expect([url, statusCode, body]).toEqual([url, 200, '<p>one page</p>']);
    expect(headers['cache-control']).toBe('no-cache');
  }
});

test('a file of the pages is kept for good, one that is not there is not the page', async () => {
  const old = await app.inject({ url: '/assets/old.js' });
  expect([old.statusCode, old.headers['cache-control']]).toEqual([
    200,
    'public, max-age=31536000, immutable',
  ]);
  for (const url of ['/assets/none.js', '/api/none']) {
    expect([url, (await app.inject({ url })).statusCode]).toEqual([url, 404]);
  }
});

test('pages built anew under a running server are served', async () => {
  await writeFile(join(root, 'assets', 'new.js'), '2');
  const { statusCode, body } = await app.inject({ url: '/assets/new.js' });
  expect([statusCode, body]).toEqual([200, '2']);
});
