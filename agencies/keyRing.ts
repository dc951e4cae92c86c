import type { JWK } from 'jose';
import { type KeyOf, SignatureRefused } from './signing.ts';

/** A key as it stands at the moment it is asked for. */
export interface KeptKey {
  jwk: JWK;
  standing: 'VALID' | 'NOT_YET' | 'EXPIRED' | 'WITHDRAWN';
}

/** Keys for checking signatures, out of where they are kept: only those that are valid now are given. */
export function keyRing(find: (kid: string) => Promise<KeptKey | null> | KeptKey | null): KeyOf {
  return async (kid) => {
    const kept = await find(kid);
    if (kept === null) return null;
    if (kept.standing === 'VALID') return kept.jwk;
    throw new SignatureRefused(kept.standing === 'WITHDRAWN' ? 'KEY_WITHDRAWN' : 'KEY_EXPIRED');
  };
}
