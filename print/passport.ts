import { drawSheet } from './drawSheet.ts';
import { composePassport, type PassportData, type PassportOptions } from './passportForm.ts';

/**
 * The deadline passport as PDF bytes, one page A4. The same input gives the same bytes.
 *
 * Throws an Error when a character has no glyph.
 */
export async function renderPassport(
  data: PassportData,
  options: PassportOptions = {},
): Promise<Uint8Array> {
  return drawSheet(composePassport(data, options));
}
