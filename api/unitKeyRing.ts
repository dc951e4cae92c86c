import { keyRing } from '../agencies/keyRing.ts';
import type { KeyOf } from '../agencies/signing.ts';
import { findUnitKey } from '../db/read/unitKeys.ts';
import { type ApiDeps, nowIso } from './deps.ts';

/** The units' keys as they stand now. */
export function unitKeyRing(deps: Pick<ApiDeps, 'pool' | 'clock'>): KeyOf {
  return keyRing((kid) => findUnitKey(deps.pool, kid.replaceAll('\0', ''), nowIso(deps)));
}
