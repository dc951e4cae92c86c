import { drawSheet } from './drawSheet.ts';
import { composeRefusal, type RefusalData, type RefusalOptions } from './refusalForm.ts';

/**
 * A written refusal with its reasons as PDF bytes, A4. The same input gives the same bytes.
 *
 * Throws an Error when a character has no glyph.
 */
export async function renderRefusal(
  data: RefusalData,
  options: RefusalOptions = {},
): Promise<Uint8Array> {
  return drawSheet(composeRefusal(data, options));
}
