import { CaseId } from '../../domain/case.ts';
import { RecordNumber } from '../../domain/record.ts';
import { allows } from '../../domain/permission.ts';
import type { Role } from '../../domain/role.ts';
import { caseLink } from '../pieces/caseLink.ts';
import { areasOf } from './areas.ts';

/**
 * How the header's search leads somebody from what was typed to an address: whoever reads cases to the
 * case or record of that number or to names among all they see, whoever answers requests to those of the unit; null for others.
 */
export function searchOf(roles: readonly Role[]): ((text: string) => string) | null {
  if (allows({ roles }, 'case.read')) return (text) => caseOrNames(roles, text);
  if (!allows({ roles }, 'desk.read')) return null;
  return (text) => `/lien-thong?state=all&q=${encodeURIComponent(text)}`;
}

function caseOrNames(roles: readonly Role[], text: string): string {
  const number = text.toUpperCase();
  if (CaseId.safeParse(number).success) return caseLink(number);
  if (RecordNumber.safeParse(number).success && allows({ roles }, 'record.read')) {
    return `/ly-lich/${number}`;
  }
  const paths = areasOf(roles).map(({ path }) => path);
  const named = `q=${encodeURIComponent(text)}`;
  // All that was ever received: people ask for cases that have ended, too.
  return paths.includes('/viec') ? `/viec?queue=received&${named}` : `${paths[0] ?? '/'}?${named}`;
}
