import { drawSheet } from './drawSheet.ts';
import { composeLetter, type LetterData, type LetterOptions } from './letterForm.ts';

/**
 * A letter of apology with a new date as PDF bytes, A4. The same input gives the same bytes.
 *
 * Throws an Error when a character has no glyph.
 */
export async function renderLetter(
  data: LetterData,
  options: LetterOptions = {},
): Promise<Uint8Array> {
  return drawSheet(composeLetter(data, options));
}
