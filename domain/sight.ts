import type { Account } from './account.ts';
import { TELLING_KINDS } from './flow/verification.ts';
import { allows } from './permission.ts';

/** Whoever asks, as far as what may be seen depends on it. */
export type Reader = Pick<Account, 'roles'>;

const KINDS = TELLING_KINDS.join('|');

/**
 * Names that tell of a conviction: a question of a telling kind, the clocks or the kinds of clocks that
 * count it, the term of an expunged person, and that in which the asker says who is meant: a unit asks
 * back only where somebody may have a record.
 */
export const TELLING_NAME = new RegExp(
  `^expunged$|^clarification:|/(${KINDS})-|^verification:(${KINDS})$`,
  'u',
);

/** Whether a clock, or a question to an agency, tells of a conviction by being there. */
export function isTelling(name: unknown): boolean {
  return typeof name === 'string' && TELLING_NAME.test(name);
}

/** Whether a reader may know of a clock: of one that tells of a conviction with `conviction.read` only. */
export function seesClock(reader: Reader, name: string): boolean {
  return allows(reader, 'conviction.read') || !isTelling(name);
}
