import { signerOf } from '../agencies/signing.ts';
import { endUnitKey, registerUnitKey } from '../db/desk/unitKeys.ts';
import { findUnitKey } from '../db/read/unitKeys.ts';
import type { KeyAnnouncement } from '../domain/agencyMessage.ts';
import type { RefusalCode } from '../domain/refusal.ts';
import { type ApiDeps, nowIso } from './deps.ts';
import { Refused } from './refused.ts';

/** Why a unit may not announce this key under this name, or null. */
export async function announcementRefusal(
  deps: ApiDeps,
  { fromUnit, kid, jwk }: Pick<KeyAnnouncement, 'fromUnit' | 'kid' | 'jwk'>,
): Promise<RefusalCode | null> {
  if (signerOf(kid) !== fromUnit) return 'KEY_NOT_OF_THIS_UNIT';
  const known = await findUnitKey(deps.pool, kid, nowIso(deps));
  if (known?.standing === 'WITHDRAWN') return 'KEY_NAME_WITHDRAWN';
  return known !== null && known.jwk.x !== jwk.x ? 'KEY_NAME_TAKEN' : null;
}

/** Keep the next key of a unit as its message says, and end the present one when it says so. */
export async function announce(
  deps: ApiDeps,
  { fromUnit, kid, jwk, validFrom, presentUntil }: KeyAnnouncement,
  signedWith: string,
): Promise<void> {
  const key = { unit: fromUnit, kid, jwk, validFrom, validTo: null };
  const registered = { registeredBy: signedWith, registeredAt: nowIso(deps) };
  if (!(await registerUnitKey(deps.pool, { ...key, ...registered })))
    throw new Refused('KEY_NAME_TAKEN');
  if (presentUntil !== null) await endUnitKey(deps.pool, signedWith, presentUntil);
}
