/** What is wrong with the question, so that no term can be counted from it. */
export type UncountableCode =
  | 'INSTANT_IMPOSSIBLE'
  | 'AMOUNT_IMPOSSIBLE'
  | 'UNIT_UNKNOWN'
  | 'STANDSTILL_IMPOSSIBLE'
  | 'CALENDAR_UNSOUND';

/**
 * A question that has no answer under any calendar: an instant that is no instant, an amount that
 * cannot be counted, a unit nobody knows. The code is the contract; the message is for people.
 */
export class Uncountable extends RangeError {
  readonly code: UncountableCode;

  constructor(code: UncountableCode, message: string) {
    super(message);
    this.name = 'Uncountable';
    this.code = code;
  }
}

/** The furthest instants that have a date, either side of 1970 (ECMA-262, time range). */
const FURTHEST_MS = 8.64e15;

/** Whether a number is an instant that has a date. */
export function isInstant(value: number): boolean {
  return Math.abs(value) <= FURTHEST_MS;
}
