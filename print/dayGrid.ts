import { type Page, type Place, textArea, write } from './page.ts';

/** One date of a calendar strip: texts as printed. */
export interface DayCell {
  /** For example `25/9`, for a holiday with its lunar date: `10/2 (ÂL 1/1)`. */
  date: string;
  /** What the date does, for example `Tính: ngày 3`; stands in bold where it counts or ends the term. */
  does: string;
  /** Name of the holiday or reason of the pause, or null. */
  note: string | null;
  strong: boolean;
  /** The date the term ends with gets a heavy frame. */
  framed: boolean;
}

const WEEKDAYS = ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ nhật'];
const HEAD_HEIGHT = 15;
const PADDING = 3;
/** A strip longer than this many weeks is set closer, so that it stays on its page. */
const ROOMY_WEEKS = 6;
const HEIGHTS = { roomy: 44, close: 33 };

/** Height of a strip whose first date falls on a column, 0 Monday to 6 Sunday. */
export function gridHeight(column: number, count: number): number {
  const weeks = weeksOf(column, count);
  return HEAD_HEIGHT + weeks * rowHeight(weeks);
}

/** Draws weeks of dates, Monday to Sunday; says everything in words and frames, nothing by colour. */
export function drawDayGrid(
  page: Page,
  { column, cells }: { column: number; cells: readonly DayCell[] },
  top: number,
): number {
  const { x, width } = textArea(page);
  const cellWidth = width / WEEKDAYS.length;
  WEEKDAYS.forEach((name, index) => {
    const place = { x: x + index * cellWidth, y: top, width: cellWidth };
    write(page, name, { face: 'bold', size: 8, align: 'center' }, place);
  });
  const height = rowHeight(weeksOf(column, cells.length));
  cells.forEach((cell, index) => {
    const at = column + index;
    const place = {
      x: x + (at % WEEKDAYS.length) * cellWidth,
      y: top + HEAD_HEIGHT + Math.floor(at / WEEKDAYS.length) * height,
      width: cellWidth,
    };
    drawCell(page, cell, place, height);
  });
  return top + gridHeight(column, cells.length);
}

function drawCell(page: Page, cell: DayCell, { x, y, width }: Place, height: number): void {
  const inset = cell.framed ? 1 : 0;
  page
    .rect(x + inset, y + inset, width - 2 * inset, height - 2 * inset)
    .lineWidth(cell.framed ? 2 : 0.4)
    .stroke();
  const face = cell.strong ? 'bold' : 'regular';
  const place = { x: x + PADDING, y: y + PADDING, width: width - 2 * PADDING };
  let line = write(page, cell.date, { face, size: 8.5 }, place);
  line = write(page, cell.does, { face, size: 7 }, { ...place, y: line });
  if (cell.note !== null) {
    write(page, cell.note, { face: 'italic', size: 6 }, { ...place, y: line });
  }
}

function weeksOf(column: number, count: number): number {
  return Math.ceil((column + count) / WEEKDAYS.length);
}

function rowHeight(weeks: number): number {
  return weeks > ROOMY_WEEKS ? HEIGHTS.close : HEIGHTS.roomy;
}
