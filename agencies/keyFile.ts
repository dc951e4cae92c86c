import { generateKeyPairSync } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { JWK } from 'jose';
import * as z from 'zod';

/** A private Ed25519 key as JWK. */
export const PrivateJwk = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string(),
  d: z.string(),
});
export type PrivateJwk = z.infer<typeof PrivateJwk>;

export function newPrivateJwk(): PrivateJwk {
  const { privateKey } = generateKeyPairSync('ed25519');
  return PrivateJwk.parse(privateKey.export({ format: 'jwk' }));
}

/** The half that may be shown to anybody. */
export function publicJwkOf({ kty, crv, x }: PrivateJwk, kid?: string): JWK {
  return { kty, crv, x, alg: 'EdDSA', use: 'sig', ...(kid === undefined ? {} : { kid }) };
}

/**
 * The text of a file, written first when it does not exist. Processes that start together agree on
 * one text: the file appears whole or not at all, and the first wins.
 */
export function readOrCreate(file: string, mode: number, create: () => string): string {
  const found = readIfThere(file);
  if (found !== null) return found;
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}.new`;
  writeFileSync(draft, create(), { mode });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  } finally {
    rmSync(draft);
  }
  return readFileSync(file, 'utf8');
}

/** The text of a file, or null when there is none. */
export function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}

function hasCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
