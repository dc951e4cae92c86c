import bwipjs from 'bwip-js';
import QRCode from 'qrcode';
import type { Page, Place } from './page.ts';

/** Draws a QR code (level M) as vectors, square of `place.width`; the quiet zone is the caller's. */
export function drawQr(page: Page, text: string, place: Place): void {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const side = place.width / modules.size;
  for (let row = 0; row < modules.size; row += 1) {
    let column = 0;
    while (column < modules.size) {
      const start = column;
      while (column < modules.size && modules.get(row, column)) column += 1;
      if (column > start) {
        page.rect(place.x + start * side, place.y + row * side, (column - start) * side, side);
      }
      column += 1;
    }
  }
  page.fill('black');
}

/** Draws a Code 128 barcode as vectors across `place.width`. Throws when the text is not Latin-1. */
export function drawBarcode(page: Page, text: string, place: Place, height: number): void {
  const [symbol] = bwipjs.raw('code128', text, {});
  if (symbol === undefined || !('sbs' in symbol)) throw new Error('The barcode has no bars');
  const widths = symbol.sbs;
  const module = place.width / widths.reduce((sum, width) => sum + width, 0);
  let x = place.x;
  widths.forEach((width, index) => {
    // Bars and spaces take turns, a bar first.
    if (index % 2 === 0) page.rect(x, place.y, width * module, height);
    x += width * module;
  });
  page.fill('black');
}
