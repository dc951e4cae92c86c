import { blockHeight, drawBlock } from './blocks.ts';
import { CLOSING_HEIGHT, drawClosing } from './closing.ts';
import { drawMasthead } from './masthead.ts';
import { closePage, openPage, type Page, textArea } from './page.ts';
import type { Sheet } from './sheet.ts';

/** Draws a composed sheet and gives the PDF bytes. Throws an Error when a character has no glyph. */
export async function drawSheet(sheet: Sheet): Promise<Uint8Array> {
  const page = openPage(sheet);
  const start = drawMasthead(page, sheet.masthead, page.page.margins.top);
  let y = flowBlocks(page, sheet, start);
  if (y + closingHeight(sheet) > textArea(page).bottom) y = nextPage(page);
  drawClosing(page, sheet.closing, sheet.bodySize, y);
  return closePage(page, sheet);
}

/** Draws the blocks from `start` over as many pages as they need; gives the y below the last. */
function flowBlocks(page: Page, sheet: Sheet, start: number): number {
  let y = start;
  sheet.blocks.forEach((block, index) => {
    if (y + heightToKeep(page, sheet, index) > textArea(page).bottom) {
      y = nextPage(page);
    }
    const height = blockHeight(page, block, sheet.bodySize);
    const before = page.page;
    const below = drawBlock(page, block, sheet.bodySize, y);
    // pdfkit itself opens pages for a text taller than one: only its own cursor knows where it ended.
    y = page.page === before ? Math.max(below, y + height) : page.y;
  });
  return y;
}

/** Room the end of the paper takes; a paper nobody signs has none. */
function closingHeight({ closing }: Sheet): number {
  return closing.length === 0 ? 0 : CLOSING_HEIGHT;
}

function nextPage(page: Page): number {
  page.addPage();
  return page.page.margins.top;
}

/** Height of a block with what must not part from it: what a heading heads, and the closing. */
function heightToKeep(page: Page, sheet: Sheet, index: number): number {
  const block = sheet.blocks[index];
  if (block === undefined) return closingHeight(sheet);
  const height = blockHeight(page, block, sheet.bodySize);
  const isLast = index === sheet.blocks.length - 1;
  return block.kind === 'heading' || isLast
    ? height + heightToKeep(page, sheet, index + 1)
    : height;
}
