import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import Fastify, { type FastifyInstance } from 'fastify';
import { csvLines } from '../../api/csv.ts';
import { installProblems } from '../../api/problem.ts';
import { installWeb } from '../../api/web.ts';
import { doorOf } from '../support/door.ts';
import { type Office, openOffice } from '../support/office.ts';
import { enterOld } from '../support/quality.ts';
import { HANOI } from '../support/scenes.ts';

let office: Office;
let port: number;
let root: string;
let web: FastifyInstance;
let webPort: number;
beforeAll(async () => {
  office = await openOffice();
  port = await portOf(office.app);
  root = await mkdtemp(join(tmpdir(), 'lltp-web-'));
  await writeFile(join(root, 'index.html'), '<p>one page</p>');
  web = Fastify();
  installProblems(web);
  await installWeb(web, root);
  webPort = await portOf(web);
});
afterAll(async () => {
  await web.close();
  await rm(root, { recursive: true, force: true });
  await office.close();
});

async function portOf(app: Pick<FastifyInstance, 'listen'>): Promise<number> {
  return Number(new URL(await app.listen({ port: 0, host: '127.0.0.1' })).port);
}

/** Send bytes as they stand, which no client would; gives status, kind and code of the answer. */
async function sendRaw(to: number, bytes: string): Promise<[number, string, string]> {
  const socket = connect(to, '127.0.0.1');
  let answer = '';
  socket.on('data', (chunk) => (answer += chunk.toString()));
  await once(socket, 'connect');
  socket.write(bytes);
  await once(socket, 'close');
  return [
    Number(/^HTTP\/1.1 (\d+)/u.exec(answer)?.[1]),
    /^content-type: ([\w/+]+)/imu.exec(answer)?.[1] ?? '',
    /"code":"(\w+)"/u.exec(answer)?.[1] ?? '',
  ];
}

const get = (to: number, path: string) =>
  sendRaw(to, `GET ${path} HTTP/1.1\r\nhost: lltp\r\nconnection: close\r\n\r\n`);

test.each([
  '/api/v1//worklist',
  '//evil.com/',
  '/\\evil',
  '/%2e%2e/package.json',
  '/assets/%00',
  '/api/reference/../../etc/passwd',
  `/assets/${'x'.repeat(300)}`,
])('where a browser finds no page, %s is not found', async (path) => {
  expect(await get(webPort, path)).toEqual([404, 'application/problem+json', 'NOT_FOUND']);
});

test.each(['/api/v1/supplies/%FF', '/%'])(
  'the address %s, which has no meaning, is refused in the house’s words',
  async (path) => {
    expect(await get(port, path)).toEqual([400, 'application/problem+json', 'INVALID_INPUT']);
  },
);

test.each([
  ['of no method', 'FOO / HTTP/1.1\r\nhost: lltp\r\n\r\n', 400, 'INVALID_INPUT'],
  [
    'under a header of 20 kB',
    `GET / HTTP/1.1\r\nhost: lltp\r\nx-long: ${'x'.repeat(20_000)}\r\n\r\n`,
    431,
    'HEADERS_TOO_LARGE',
  ],
])('a request %s is refused in the house’s words', async (_, bytes, status, code) => {
  expect(await sendRaw(port, bytes)).toEqual([status, 'application/problem+json', code]);
});

test.each(['/agency/requests', '/agency/standing', '/agency-messages/m'])(
  'a token whose header holds no names does not hold at %s',
  async (path) => {
    const header = { alg: 'EdDSA', kid: { a: 1 }, typ: [1] };
    const token = [header, {}, {}]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.');
    const { status, body } = await doorOf(office).ask(path, token);
    expect([status, body.code]).toEqual([401, 'SIGNATURE_WRONG']);
  },
);

test('who asks only for the head of the stream of changes is not kept waiting', async () => {
  const { cookie } = await office.as(HANOI.officer);
  const asked = { method: 'HEAD', url: '/api/v1/changes', headers: { cookie } } as const;
  expect((await office.app.inject(asked)).statusCode).toBe(404);
});

test('a judgment whose place in a record is no number of one is not found', async () => {
  const number = await enterOld(office, 'Vũ Văn Xa');
  const officer = await office.as(HANOI.records);
  const path = `/records/${number}/judgments/2147483648/offence`;
  const { status, body } = await officer.ask('POST', path, { code: 'BLHS2015-173' });
  expect([status, body.code]).toEqual([404, 'NOT_FOUND']);
});

test('a cell that another program would split is quoted', () => {
  expect(csvLines([['x;=1+1', 'y\t=1', 'z']])).toBe('"x;=1+1","y\t=1",z\n');
});
