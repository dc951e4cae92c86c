import { type Page, type Place, type Style, textArea, write } from './page.ts';
import type { Masthead } from './sheet.ts';

const SIZE = 12;
const ISSUER_SHARE = 0.4;
const RULE_GAP = 2;

/** Draws the head of the first page, issuer left and quốc hiệu right; gives the y below it. */
export function drawMasthead(page: Page, head: Masthead, top: number): number {
  const { x, width } = textArea(page);
  // The quốc hiệu must stay on one line, so the head may reach into the left margin.
  const left = { x: x - 28, y: top, width: (width + 28) * ISSUER_SHARE };
  const right = { x: left.x + left.width, y: top, width: (width + 28) * (1 - ISSUER_SHARE) };
  const issuerEnd = drawIssuer(page, head, left);
  const nationEnd = drawNation(page, head, right);
  const y = Math.max(issuerEnd, nationEnd) + 8;
  const number = write(page, head.numberLine, centred('regular', 13), { ...left, y });
  const date = write(page, head.dateLine, centred('italic', 13), { ...right, y });
  return Math.max(number, date);
}

function drawIssuer(page: Page, head: Masthead, place: Place): number {
  let { y } = place;
  if (head.superior !== null) y = write(page, head.superior, centred('regular', SIZE), place);
  y = write(page, head.issuer, centred('bold', SIZE), { ...place, y });
  return drawRule(page, place, y, place.width / 3);
}

function drawNation(page: Page, head: Masthead, place: Place): number {
  const nationEnd = write(page, head.nation, centred('bold', SIZE), place);
  const mottoEnd = write(page, head.motto, centred('bold', 13), { ...place, y: nationEnd });
  return drawRule(page, place, mottoEnd, page.widthOfString(head.motto));
}

function drawRule(page: Page, place: Place, y: number, length: number): number {
  const middle = place.x + place.width / 2;
  const ruleY = y + RULE_GAP;
  page
    .moveTo(middle - length / 2, ruleY)
    .lineTo(middle + length / 2, ruleY)
    .lineWidth(0.7)
    .stroke();
  return ruleY;
}

function centred(face: Style['face'], size: number): Style {
  return { face, size, align: 'center' };
}
