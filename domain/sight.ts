import type { Account } from './account.ts';
import { allows } from './permission.ts';

/** Whoever asks, as far as what may be seen depends on it. */
export type Reader = Pick<Account, 'roles'>;

/**
 * Names that tell of a conviction: a question to the court, the clock or the kind of clock that counts
 * it (a court is asked only when the police knows something), and the term of an expunged person.
 */
export const TELLING_NAME = /^expunged$|\/COURT-|^verification:COURT$/u;

/** Whether a clock, or a question to an agency, tells of a conviction by being there. */
export function isTelling(name: unknown): boolean {
  return typeof name === 'string' && TELLING_NAME.test(name);
}

/** Whether a reader may know of a clock: of one that tells of a conviction with `conviction.read` only. */
export function seesClock(reader: Reader, name: string): boolean {
  return allows(reader, 'conviction.read') || !isTelling(name);
}
