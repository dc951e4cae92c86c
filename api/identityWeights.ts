import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { IdentityWeights } from '../domain/identity/weights.ts';

const FILE = join(import.meta.dirname, '..', 'data', 'identity', 'weights.json');
let weights: Promise<IdentityWeights> | null = null;

/** Weights by which persons are compared; throws ZodError with the place when the file is not sound. */
export function identityWeights(): Promise<IdentityWeights> {
  weights ??= readFile(FILE, 'utf8').then((text) => IdentityWeights.parse(JSON.parse(text)));
  return weights;
}
