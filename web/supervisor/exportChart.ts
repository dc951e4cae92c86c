import { stringify } from 'csv-stringify/browser/esm/sync';

/** So that spreadsheet programs read the file as UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';
/** Points of the picture per point of the screen: sharp in print. */
const SCALE = 2;

/** Rows as a CSV file, their keys as its first line. */
export function saveCsv(name: string, rows: readonly object[]): void {
  const text = BYTE_ORDER_MARK + stringify([...rows], { header: true });
  save(`${name}.csv`, new Blob([text], { type: 'text/csv;charset=utf-8' }));
}

/** A drawn chart as a vector picture. */
export function saveSvg(name: string, chart: SVGSVGElement): void {
  save(`${name}.svg`, new Blob([svgText(chart)], { type: 'image/svg+xml' }));
}

/** A drawn chart as a picture for documents; rejects when the browser cannot draw it. */
export async function savePng(name: string, chart: SVGSVGElement): Promise<void> {
  const { width, height } = chart.getBoundingClientRect();
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

/** The chart by itself: its size and font no longer come from the page. */
function svgText(chart: SVGSVGElement): string {
  const { width, height } = chart.getBoundingClientRect();
  const copy = chart.cloneNode(true) as SVGSVGElement;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  copy.style.fontFamily = getComputedStyle(chart).fontFamily;
  copy.style.fontSize = '12px';
  return new XMLSerializer().serializeToString(copy);
}

function save(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
