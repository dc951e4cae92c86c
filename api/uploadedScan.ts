import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { LARGEST_SCAN, SCAN_TYPES, scanTypeOf } from '../domain/scan.ts';
import { type ApiDeps, nowIso } from './deps.ts';
import { keyOf } from './once.ts';
import { Refused } from './refused.ts';

/** Let routes of a plugin take scans as their bytes. */
export function takeScans(app: Pick<FastifyInstance, 'addContentTypeParser'>): void {
  const asBytes = { parseAs: 'buffer', bodyLimit: LARGEST_SCAN } as const;
  app.addContentTypeParser([...SCAN_TYPES], asBytes, (_request, body, done) => done(null, body));
}

/** The scan that a request brings, under the request's key; refuses what is none with SCAN_UNREADABLE. */
export function uploadedScan(deps: ApiDeps, request: FastifyRequest, name: string) {
  const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const mediaType = scanTypeOf(bytes);
  if (mediaType === null) throw new Refused('SCAN_UNREADABLE');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const scan = { id: keyOf(request), name, mediaType, sha256, uploadedAt: nowIso(deps) };
  return { bytes, scan, shown: { ...scan, size: bytes.length } };
}
