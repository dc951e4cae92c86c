import { heightOf, type Page, type Place, type Style, write } from './page.ts';
import type { Block } from './sheet.ts';

type Row = Extract<Block, { kind: 'row' }>;
const SIZE = 10;
const PADDING = 3;

/** Height of a line of a table at a width: its highest cell. */
export function rowHeight(page: Page, row: Row, width: number): number {
  const heights = row.cells.map((cell, at) =>
    heightOf(page, cell, styleOf(row), cellWidth(row, at, width) - 2 * PADDING),
  );
  return Math.max(...heights) + 2 * PADDING;
}

/** Draws a line of a table with its frame; gives the y below it. */
export function drawRow(page: Page, row: Row, place: Place): number {
  const height = rowHeight(page, row, place.width);
  let { x } = place;
  row.cells.forEach((cell, at) => {
    const width = cellWidth(row, at, place.width);
    page.rect(x, place.y, width, height).lineWidth(0.5).stroke();
    const inside = { x: x + PADDING, y: place.y + PADDING, width: width - 2 * PADDING };
    write(page, cell, styleOf(row), inside);
    x += width;
  });
  return place.y + height;
}

/** Columns share the width as `shares` say. */
function cellWidth({ shares }: Row, at: number, width: number): number {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  return (width * (shares[at] ?? 0)) / whole;
}

function styleOf({ head }: Row): Style {
  return { face: head ? 'bold' : 'regular', size: SIZE };
}
