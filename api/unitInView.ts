import type { Account } from '../domain/account.ts';
import { isNational } from '../domain/permission.ts';
import { Refused } from './refused.ts';

/**
 * The unit whose cases a reader looks at: the own one; the wanted one or all (null) for whoever
 * watches over the country. Refuses with NOT_YOUR_UNIT.
 */
export function unitInView(
  account: Account,
  wanted?: string,
  seesAll = isNational(account),
): string | null {
  if (seesAll) return wanted ?? null;
  if (wanted !== undefined && wanted !== account.unit) throw new Refused('NOT_YOUR_UNIT');
  return account.unit;
}
