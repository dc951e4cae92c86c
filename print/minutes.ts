import { drawSheet } from './drawSheet.ts';
import { composeMinutes, type MinutesData } from './minutesForm.ts';

/**
 * The minutes of a reconciliation as PDF bytes, A4. The same input gives the same bytes.
 *
 * Throws an Error when a character has no glyph.
 */
export async function renderMinutes(
  data: MinutesData,
  options: { demo?: boolean } = {},
): Promise<Uint8Array> {
  return drawSheet(composeMinutes(data, options));
}
