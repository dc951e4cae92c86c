import { drawBarcode, drawQr } from './codes.ts';
import { drawDayGrid, gridHeight } from './dayGrid.ts';
import { heightOf, type Page, type Place, type Style, textArea, write } from './page.ts';
import type { Block } from './sheet.ts';
import { drawRow, rowHeight } from './tableRow.ts';

const LABEL_WIDTH = 158;
const INDENT = 18;
const TITLE_FOOT = 5;
const BARCODE_HEIGHT = 34;
const QR_SIDE = 62;
const CODES_HEIGHT = 78;

const TITLE_STYLE: Style = { face: 'bold', size: 15, align: 'center' };

/** Space above a block, in points. */
const GAPS = { title: 20, heading: 9, paragraph: 4, field: 4, codes: 12, days: 6, row: 0 };

/** Height of a block at the width of the text, its gap included. */
export function blockHeight(page: Page, block: Block, bodySize: number): number {
  return GAPS[block.kind] + innerHeight(page, block, bodySize);
}

/** Draws a block below `y` and gives the y below it. A text taller than the page flows on. */
export function drawBlock(page: Page, block: Block, bodySize: number, top: number): number {
  const { x, width } = textArea(page);
  const place = { x, y: top + GAPS[block.kind], width };
  switch (block.kind) {
    case 'title':
      return block.lines.reduce(
        (y, line) => write(page, line, TITLE_STYLE, { ...place, y }),
        place.y,
      );
    case 'heading':
      return write(page, block.text, { face: 'bold', size: bodySize }, place);
    case 'paragraph':
      return write(
        page,
        block.text,
        { face: block.style, size: bodySize },
        indented(place, block.indented),
      );
    case 'field':
      return drawField(page, block, bodySize, place);
    case 'codes':
      return drawCodes(page, block, bodySize, place);
    case 'row':
      return drawRow(page, block, place);
    case 'days':
      return drawDayGrid(page, block, place.y);
  }
}

function innerHeight(page: Page, block: Block, bodySize: number): number {
  const { width } = textArea(page);
  switch (block.kind) {
    case 'title':
      return block.lines.reduce(
        (sum, line) => sum + heightOf(page, line, TITLE_STYLE, width),
        TITLE_FOOT,
      );
    case 'heading':
      return heightOf(page, block.text, { face: 'bold', size: bodySize }, width);
    case 'paragraph': {
      const place = indented({ x: 0, y: 0, width }, block.indented);
      return heightOf(page, block.text, { face: block.style, size: bodySize }, place.width);
    }
    case 'field': {
      const [label, text] = fieldPlaces({ x: 0, y: 0, width }, block.indented);
      return Math.max(
        heightOf(page, block.label, { face: 'regular', size: bodySize }, label.width),
        heightOf(page, block.text, textStyle(block, bodySize), text.width),
      );
    }
    case 'codes':
      return CODES_HEIGHT;
    case 'row':
      return rowHeight(page, block, width);
    case 'days':
      return gridHeight(block.column, block.cells.length);
  }
}

type Field = Extract<Block, { kind: 'field' }>;
type Codes = Extract<Block, { kind: 'codes' }>;

function drawField(page: Page, block: Field, bodySize: number, place: Place): number {
  const [labelPlace, textPlace] = fieldPlaces(place, block.indented);
  const labelEnd = write(page, block.label, { face: 'regular', size: bodySize }, labelPlace);
  return Math.max(labelEnd, write(page, block.text, textStyle(block, bodySize), textPlace));
}

function fieldPlaces(place: Place, isIndented = false): [Place, Place] {
  const { x, y, width } = indented(place, isIndented);
  const labelWidth = LABEL_WIDTH - (x - place.x);
  return [
    { x, y, width: labelWidth - 6 },
    { x: x + labelWidth, y, width: width - labelWidth },
  ];
}

function drawCodes(page: Page, block: Codes, bodySize: number, place: Place): number {
  const barcode = { ...place, width: place.width * 0.52 };
  drawBarcode(page, block.barcode, barcode, BARCODE_HEIGHT);
  let y = place.y + BARCODE_HEIGHT + 3;
  for (const line of block.lines) {
    y = write(page, line, { face: 'bold', size: bodySize }, { ...barcode, y });
  }
  if (block.qr !== null) {
    const corner = place.x + place.width - QR_SIDE;
    drawQr(page, block.qr.url, { x: corner, y: place.y, width: QR_SIDE });
    const style: Style = { face: 'regular', size: 9, align: 'center' };
    const below = { x: corner - 20, y: place.y + QR_SIDE + 3, width: QR_SIDE + 40 };
    block.qr.lines.reduce(
      (lineY, line) => write(page, line, style, { ...below, y: lineY }),
      below.y,
    );
  }
  return place.y + CODES_HEIGHT;
}

function textStyle(block: Field, size: number): Style {
  return { face: block.strong ? 'bold' : 'regular', size };
}

function indented(place: Place, isIndented = false): Place {
  return isIndented ? { ...place, x: place.x + INDENT, width: place.width - INDENT } : place;
}
