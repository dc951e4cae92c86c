import * as z from 'zod';
import { RequestId } from './agencyMessage.ts';
import { Instant, line } from './text.ts';

export const SCAN_TYPES = ['application/pdf', 'image/jpeg', 'image/png'] as const;
export type ScanType = (typeof SCAN_TYPES)[number];

/** Largest scan, bytes. A limit of the office, not of law. */
export const LARGEST_SCAN = 5 * 1024 * 1024;
/** Scans that one answer may rest on. */
export const MOST_SCANS = 10;

/** A scanned paper behind an answer, without its bytes. */
export const Scan = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  mediaType: z.enum(SCAN_TYPES),
  size: z.int(),
  sha256: z.string(),
  uploadedAt: Instant,
});
export type Scan = z.infer<typeof Scan>;

/** What is said about a scan beside its bytes: which request it is for, and the file's name. */
export const ScanQuestion = z.strictObject({
  requestId: RequestId,
  name: line(200),
});

const SIGNATURES: readonly (readonly [type: ScanType, begins: readonly number[]])[] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
];

/** What a file is by its first bytes, whatever it is called; null when it is no scan. */
export function scanTypeOf(bytes: Uint8Array): ScanType | null {
  const found = SIGNATURES.find(([, begins]) => begins.every((byte, at) => bytes[at] === byte));
  return found?.[0] ?? null;
}
