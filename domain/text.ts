import * as z from 'zod';

// Latin letters, marks, spaces and the signs that occur in names; no control characters.
const NAME = /^\p{Script=Latin}[\p{Script=Latin}\p{M}\p{Zs}'’.-]*$/u;
// What the official paper can print: Latin letters with their marks, digits, signs; no pictures.
const PRINTABLE =
  /^(?:[\p{Script=Latin}\p{Script=Inherited}]|(?!\p{Extended_Pictographic})\p{Script=Common})*$/u;
const CONTROL = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/u;
const CONTROL_BUT_BREAKS = /[^\P{Cc}\n\t]|[\p{Cf}\p{Co}\p{Cs}]/u;

/** One line of text, stored as NFC with single spaces and no control characters. */
export function line(max: number) {
  return z
    .string()
    .min(1)
    .max(max)
    .refine((text) => !CONTROL.test(text), 'CONTROL_CHARACTER')
    .refine((text) => PRINTABLE.test(text), 'UNPRINTABLE')
    .overwrite((text) => text.normalize('NFC').replace(/\s+/gu, ' ').trim())
    .min(1);
}

/** Text of several lines, stored as NFC. */
export function prose(max: number) {
  return z
    .string()
    .max(max)
    .refine((text) => !CONTROL_BUT_BREAKS.test(text), 'CONTROL_CHARACTER')
    .overwrite((text) => text.normalize('NFC').trim())
    .min(1);
}

/** The beginning of a text, at most `max` UTF-16 units of it and never half a character. */
export function beginningOf(text: string, max: number): string {
  return text.slice(0, max).replace(/[\uD800-\uDBFF]$/u, '');
}

/** A person's name, at most 100 characters, NFC; decomposed input is composed, not refused. */
export const PersonName = line(100).refine((name) => NAME.test(name), 'NOT_A_NAME');

// Nobody on record was born earlier; years and terms can be added to the last of these without leaving ISO.
const YEAR_IN_RANGE = /^(?:1[89]|2\d)\d{2}-/;
const inRange = { error: 'YEAR_OUT_OF_RANGE', abort: true };

/** An instant as ISO text with offset, of the years 1800 to 2999. */
export const Instant = z.iso
  .datetime({ offset: true, abort: true })
  .refine((text) => YEAR_IN_RANGE.test(text), inRange);

/**
 * A calendar date `YYYY-MM-DD` that exists, of the years 1800 to 2999. Rules about a whole form are not asked
 * while one of its dates is none: they reckon with it.
 */
export const CalendarDate = z.iso
  .date({ abort: true })
  .refine((text) => YEAR_IN_RANGE.test(text), inRange);

/** A date of which the day or month may be unknown: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export const PartialDate = z.union([
  z.string().regex(/^(19|20)\d{2}$/),
  z.string().regex(/^(19|20)\d{2}-(0[1-9]|1[0-2])$/),
  CalendarDate,
]);

/** A month `YYYY-MM`. */
export const Month = z.string().regex(/^(19|20)\d{2}-(0[1-9]|1[0-2])$/);
