import PDFDocument from 'pdfkit';
import { type Face, missingGlyphs, registerFaces } from './fonts.ts';
import type { Sheet } from './sheet.ts';

/** An open PDF, sizes in points, A4 with the margins of official papers (NĐ 30/2020: 30 mm left). */
export type Page = PDFKit.PDFDocument;

const MARGINS = { top: 57, bottom: 64, left: 85, right: 57 };
const FOOT_SIZE = 9;
const WATERMARK_SIZE = 110;
const PALE = '#dddddd';

export interface Style {
  face: Face;
  size: number;
  align?: 'left' | 'center' | 'right';
}

/** Where a text goes and how wide it may be, in points from the top left corner. */
export interface Place {
  x: number;
  y: number;
  width: number;
}

/** Opens the PDF of a sheet with its first page; metadata come from the sheet alone. */
export function openPage(sheet: Sheet): Page {
  const page = new PDFDocument({
    size: 'A4',
    margins: MARGINS,
    pdfVersion: '1.7',
    lang: 'vi',
    displayTitle: true,
    bufferPages: true,
    autoFirstPage: false,
    // No default face: Helvetica would stand in the file without being embedded.
    font: '',
    info: {
      Title: sheet.documentTitle,
      Author: sheet.masthead.issuer,
      CreationDate: new Date(sheet.createdAt),
    },
  });
  registerFaces(page);
  page.on('pageAdded', () => drawWatermark(page, sheet.watermark));
  return page.addPage();
}

/** The column of text: left edge, width, and the y below which nothing may stand. */
export function textArea(page: Page): { x: number; width: number; bottom: number } {
  return {
    x: MARGINS.left,
    width: page.page.width - MARGINS.left - MARGINS.right,
    bottom: page.page.height - MARGINS.bottom,
  };
}

/** Writes a text and gives the y below it. Throws an Error when a character has no glyph. */
export function write(page: Page, text: string, style: Style, place: Place): number {
  const printed = printable(text);
  const height = heightOf(page, printed, style, place.width);
  page.font(style.face).fontSize(style.size);
  page.text(printed, place.x, place.y, { width: place.width, align: style.align ?? 'left' });
  return place.y + height;
}

/** Most texts of a form stand on every paper of it; when so many are known, all are forgotten. */
const HEIGHTS_KEPT = 2_000;
const heights = new Map<string, number>();

/**
 * Height a text takes at a width, in points. Asked up to three times for a block, measured once. Throws
 * an Error when a character has no glyph.
 */
export function heightOf(page: Page, text: string, style: Style, width: number): number {
  const key = `${style.face} ${style.size} ${width} ${text}`;
  const height = heights.get(key) ?? measured(page, text, style, width);
  if (heights.size >= HEIGHTS_KEPT) heights.clear();
  heights.set(key, height);
  return height;
}

function measured(page: Page, text: string, { face, size }: Style, width: number): number {
  const printed = printable(text);
  refuseMissingGlyphs(face, printed);
  page.font(face).fontSize(size);
  return page.heightOfString(printed, { width });
}

/** Writes the footnote and, on papers of several pages, the page numbers; then gives the bytes. */
export async function closePage(page: Page, sheet: Sheet): Promise<Uint8Array> {
  const { count } = page.bufferedPageRange();
  for (let index = 0; index < count; index += 1) {
    page.switchToPage(index);
    drawFoot(page, sheet, count === 1 ? null : `${sheet.pageMark} – trang ${index + 1}/${count}`);
  }
  const chunks: Uint8Array[] = [];
  page.end();
  for await (const chunk of page) chunks.push(chunk as Uint8Array);
  return new Uint8Array(Buffer.concat(chunks));
}

function drawFoot(page: Page, sheet: Sheet, pageNumber: string | null): void {
  const { x, width, bottom } = textArea(page);
  const style: Style = { face: 'italic', size: FOOT_SIZE, align: 'center' };
  // Inside the bottom margin pdfkit would open a new page for the text.
  page.page.margins.bottom = 0;
  let y = bottom + 14;
  if (pageNumber !== null) y = write(page, pageNumber, style, { x, y, width });
  if (sheet.footnote !== null) write(page, sheet.footnote, style, { x, y, width });
  page.page.margins.bottom = MARGINS.bottom;
}

function drawWatermark(page: Page, text: string | null): void {
  if (text === null) return;
  const { width, height } = page.page;
  const place = { x: 0, y: height / 2 - WATERMARK_SIZE / 2, width };
  page.save();
  page.rotate(-52, { origin: [width / 2, height / 2] });
  page.fillColor(PALE);
  write(page, text, { face: 'bold', size: WATERMARK_SIZE, align: 'center' }, place);
  page.restore();
  page.fillColor('black');
}

/** One line of composed letters: stored data may be decomposed or carry invisible characters. */
function printable(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/gu, ' ');
}

/** A box or a blank in a name would pass unseen, so a missing letter stops the print. */
function refuseMissingGlyphs(face: Face, text: string): void {
  const [code] = missingGlyphs(face, text);
  if (code === undefined) return;
  throw new Error(`The font has no glyph for U+${code.toString(16).padStart(4, '0')}`);
}
