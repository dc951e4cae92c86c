import { type DispatchData, composeDispatch } from './dispatchForm.ts';
import { drawSheet } from './drawSheet.ts';

/**
 * A cover letter with its list as PDF bytes, A4. The same input gives the same bytes.
 *
 * Throws an Error when a character has no glyph.
 */
export async function renderDispatch(
  data: DispatchData,
  options: { demo?: boolean } = {},
): Promise<Uint8Array> {
  return drawSheet(composeDispatch(data, options));
}
