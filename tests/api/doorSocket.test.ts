import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from '../../db/sql.ts';
import { LONGEST_MESSAGE } from '../../domain/agencyMessage.ts';
import { Arrival } from '../../domain/integration.ts';
import { openOffice, type Office } from '../support/office.ts';

let office: Office;
let port: number;
beforeAll(async () => {
  office = await openOffice();
  port = Number(new URL(await office.app.listen({ port: 0, host: '127.0.0.1' })).port);
});
afterAll(() => office.close());

/** Send a body over a socket of its own, all of it whatever comes back; gives the answer. */
async function sendAll(body: string): Promise<{ status: number; code: string | undefined }> {
  const socket = connect(port, '127.0.0.1');
  let answer = '';
  socket.on('data', (chunk) => (answer += chunk.toString()));
  socket.on('error', () => undefined); // a reset shows as an answer that is not there
  await once(socket, 'connect');
  const head =
    'POST /api/v1/agency-messages HTTP/1.1\r\nhost: lltp\r\nconnection: close\r\n' +
    `content-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n`;
  socket.write(head + body);
  await new Promise((resolve) => socket.once('close', resolve));
  const status = Number(/^HTTP\/1.1 (\d+)/u.exec(answer)?.[1]);
  return { status, code: /"code":"(\w+)"/u.exec(answer)?.[1] };
}

test.each([LONGEST_MESSAGE, 900_000, 4_000_000])(
  'over a real socket a message of more than %i bytes is told that it is too large, and is evidence',
  async (bytes) => {
    const body = JSON.stringify({ jws: 'x'.repeat(bytes) });
    expect(await sendAll(body)).toEqual({ status: 413, code: 'BODY_TOO_LARGE' });
    const kept = await office.db.one(sql.type(
      Arrival.pick({ size: true, sha256: true, verdict: true }),
    )`
      SELECT size, sha256, verdict FROM message_evidence ORDER BY id DESC LIMIT 1
    `);
    expect(kept.verdict).toBe('BODY_TOO_LARGE');
    expect(kept.size).toBeGreaterThan(LONGEST_MESSAGE);
    const read = createHash('sha256').update(body.slice(0, kept.size)).digest('hex');
    expect(kept.sha256).toBe(read);
  },
);
