import { drawQr } from './codes.ts';
import { type Page, type Place, type Style, textArea, write } from './page.ts';
import type { ClosingColumn } from './sheet.ts';

const QR_SIDE = 78;
const SEAL_SPACE = 74;
const GAP = 20;

/** Room the closing takes, in points: two titles, the space for signature and seal, and the name. */
export const CLOSING_HEIGHT = 170;

/** Draws the closing columns side by side below `top`. */
export function drawClosing(
  page: Page,
  columns: readonly ClosingColumn[],
  bodySize: number,
  top: number,
): void {
  const area = textArea(page);
  const width = area.width / columns.length;
  columns.forEach((column, index) => {
    const place = { x: area.x + index * width, y: top + GAP, width };
    if (column.kind === 'signature') drawSignature(page, column, bodySize, place);
    if (column.kind === 'qr') drawMark(page, column, place);
  });
}

function drawSignature(
  page: Page,
  column: Extract<ClosingColumn, { kind: 'signature' }>,
  size: number,
  place: Place,
): void {
  const bold: Style = { face: 'bold', size, align: 'center' };
  const start = place.y;
  let y = column.titles.reduce(
    (lineY, line) => write(page, line, bold, { ...place, y: lineY }),
    start,
  );
  if (column.hint !== null) {
    y = write(
      page,
      column.hint,
      { face: 'italic', size: size - 1, align: 'center' },
      { ...place, y },
    );
  }
  if (column.name !== null) write(page, column.name, bold, { ...place, y: y + SEAL_SPACE });
}

function drawMark(page: Page, { qr }: Extract<ClosingColumn, { kind: 'qr' }>, place: Place): void {
  drawQr(page, qr.url, { ...place, width: QR_SIDE });
  const style: Style = { face: 'regular', size: 10 };
  qr.lines.reduce((y, line) => write(page, line, style, { ...place, y }), place.y + QR_SIDE + 5);
}
