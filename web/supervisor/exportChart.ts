import { stringify } from 'csv-stringify/browser/esm/sync';
import { unrun } from '../../domain/listFile.ts';

/** So that spreadsheet programs read the file as UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';
/** Points of the picture per point of the screen: sharp in print. */
const SCALE = 2;
const SVG = 'http://www.w3.org/2000/svg';
const FONT_SIZE = 12;
const LEGEND_HEIGHT = 24;
/** Room for a mark of the legend and the gap behind it. */
const MARK_WIDTH = 20;
/** Width of a letter in its height, so that names of the legend never meet. */
const WIDEST_LETTER = 0.75;

/** Rows of cells, the headings first, as a CSV file that a spreadsheet reads and does not run. */
export function saveCsv(name: string, table: (string | number)[][]): void {
  const text = BYTE_ORDER_MARK + stringify(table, { cast: { string: unrun } });
  save(name, new Blob([text], { type: 'text/csv;charset=utf-8' }));
}

/** A drawn chart as a vector picture. */
export function saveSvg(name: string, chart: SVGSVGElement): void {
  save(`${name}.svg`, new Blob([svgText(chart)], { type: 'image/svg+xml' }));
}

/** A drawn chart as a picture for documents; rejects when the browser cannot draw it. */
export async function savePng(name: string, chart: SVGSVGElement): Promise<void> {
  const { width, height } = sizeOf(chart);
  const image = new Image();
  // A data address: the page's content policy lets no other picture in.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgText(chart))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * SCALE;
  canvas.height = height * SCALE;
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('this browser draws no pictures');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob === null) throw new Error('this browser keeps no pictures');
  save(`${name}.png`, blob);
}

/** Size of a picture of a chart: the legend stands below it. */
function sizeOf(chart: SVGSVGElement): { width: number; height: number } {
  const { width, height } = chart.getBoundingClientRect();
  return { width, height: height + LEGEND_HEIGHT };
}

/** The chart by itself with its legend: size and font no longer come from the page. */
function svgText(chart: SVGSVGElement): string {
  const { width, height } = sizeOf(chart);
  const copy = chart.cloneNode(true) as SVGSVGElement;
  copy.setAttribute('xmlns', SVG);
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  copy.setAttribute('viewBox', `0 0 ${width} ${height}`);
  copy.style.width = '';
  copy.style.height = '';
  copy.style.fontFamily = getComputedStyle(chart).fontFamily;
  copy.style.fontSize = `${FONT_SIZE}px`;
  copy.append(...legendOf(chart, height));
  return new XMLSerializer().serializeToString(copy);
}

/** The legend, which the page draws beside the chart, as parts of the picture: mark and name in a row. */
function legendOf(chart: SVGSVGElement, height: number): SVGElement[] {
  const items = chart.parentElement?.querySelectorAll('.recharts-legend-item') ?? [];
  let x = FONT_SIZE;
  return [...items].flatMap((item) => {
    const mark = item.querySelector('svg')?.cloneNode(true) as SVGSVGElement | undefined;
    const name = item.textContent ?? '';
    if (mark === undefined) return [];
    mark.setAttribute('x', String(x));
    mark.setAttribute('y', String(height - LEGEND_HEIGHT));
    const text = document.createElementNS(SVG, 'text');
    text.setAttribute('x', String(x + MARK_WIDTH));
    text.setAttribute('y', String(height - LEGEND_HEIGHT + FONT_SIZE));
    text.textContent = name;
    x += MARK_WIDTH + name.length * FONT_SIZE * WIDEST_LETTER;
    return [mark, text];
  });
}

function save(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
