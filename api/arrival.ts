import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { LONGEST_MESSAGE } from '../domain/agencyMessage.ts';

/** Where reading stops: what is longer is no message, and its end is nobody's evidence. */
const READ_AT_MOST = 1_000_000;
/** How much more is let in unread, so that a sender who writes to the end hears the refusal; then the line is cut. */
const DISCARDED_AT_MOST = 20_000_000;

declare module 'fastify' {
  interface FastifyRequest {
    /** What came through the door for agency messages; null on all other routes. */
    arrival: Arrival | null;
  }
}

/** The bytes of a request as they came, before anybody tried to understand them. */
export interface Arrival {
  /** The beginning, up to the longest message that is taken. */
  text: string;
  /** Of all bytes read. */
  sha256: string;
  size: number;
}

/** Let the routes of an app see every body as it came, of any media type and size. */
export function installArrivals(app: FastifyInstance): void {
  app.decorateRequest('arrival', null);
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', async (request: FastifyRequest, stream: Readable) => {
    request.arrival = await readArrival(stream);
    return null;
  });
}

/** An arrival without a body. */
export const NOTHING: Arrival = {
  text: '',
  sha256: createHash('sha256').digest('hex'),
  size: 0,
};

async function readArrival(stream: Readable): Promise<Arrival> {
  const hash = createHash('sha256');
  const kept: Buffer[] = [];
  let size = 0;
  const chunks: AsyncIterable<Buffer> = stream.iterator({ destroyOnReturn: false });
  for await (const chunk of chunks) {
    hash.update(chunk);
    if (size < LONGEST_MESSAGE) kept.push(chunk);
    size += chunk.length;
    if (size <= READ_AT_MOST) continue;
    discardRest(stream);
    break;
  }
  // The database has no character for a zero byte.
  const text = Buffer.concat(kept)
    .subarray(0, LONGEST_MESSAGE)
    .toString()
    .replaceAll('\0', '\uFFFD');
  return { text, sha256: hash.digest('hex'), size };
}

/** Let the rest of a body pass by while it is answered: a line cut at once would lose the answer. */
function discardRest(stream: Readable): void {
  let left = DISCARDED_AT_MOST;
  stream.on('data', (chunk: Buffer) => {
    left -= chunk.length;
    if (left < 0) stream.destroy();
  });
}
