import { DATA } from '../db/reference.ts';
import { readIdentityWeights } from '../db/referenceFiles.ts';
import type { IdentityWeights } from '../domain/identity/weights.ts';

let weights: Promise<IdentityWeights> | null = null;

/** Weights by which persons are compared; throws ReferenceRefused with the place when the file is not sound. */
export function identityWeights(): Promise<IdentityWeights> {
  weights ??= readIdentityWeights(DATA);
  return weights;
}
