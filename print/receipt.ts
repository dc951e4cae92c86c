import { drawSheet } from './drawSheet.ts';
import { composeReceipt, type ReceiptData, type ReceiptOptions } from './receiptForm.ts';

/**
 * The receipt and appointment slip as PDF bytes, A4. The same input gives the same bytes.
 *
 * Throws an Error when a character has no glyph or the dossier number does not fit Code 128.
 */
export async function renderReceipt(
  data: ReceiptData,
  options: ReceiptOptions = {},
): Promise<Uint8Array> {
  return drawSheet(composeReceipt(data, options));
}
