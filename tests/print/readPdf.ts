import { inflateSync } from 'node:zlib';

/** A run of glyphs as it stands on a page: text by the file's own ToUnicode map, place in points. */
export interface Run {
  text: string;
  glyphs: number[];
  /** Left edge and right edge, from the left of the page. */
  left: number;
  right: number;
  /** Base line, from the bottom of the page. */
  base: number;
  size: number;
}

export interface ReadPdf {
  pages: Run[][];
  /** Texts of all runs in drawing order, one run per line. */
  text: string;
  /** PostScript names of the fonts, with whether a font file is embedded. */
  fonts: { name: string; embedded: boolean }[];
  /** The part of the file outside streams: dictionaries and metadata. */
  structure: string;
}

interface Font {
  unicode: Map<number, string>;
  widths: number[];
}

/** Reads back what pdfkit wrote; knows just enough of PDF for that, and throws on anything else. */
export function readPdf(bytes: Uint8Array): ReadPdf {
  const file = Buffer.from(bytes).toString('latin1');
  const objects = new Map<number, string>();
  for (const [, id, body] of file.matchAll(/^(\d+) 0 obj\n([\s\S]*?)\nendobj/gm)) {
    objects.set(Number(id), body ?? '');
  }
  const all = [...objects.values()];
  const pages = all.filter((body) => /\/Type \/Page\n/.test(body));
  const read = pages.map((page) => readPage(page, objects));
  return {
    pages: read,
    text: read.flatMap((runs) => runs.map(({ text }) => text)).join('\n'),
    fonts: all
      .filter((body) => body.includes('/Type /FontDescriptor'))
      .map((body) => ({
        name: /\/FontName \/(\S+)/.exec(body)?.[1] ?? '',
        embedded: body.includes('/FontFile2'),
      })),
    structure: file.replace(/stream\n[\s\S]*?\nendstream/g, ''),
  };
}

function readPage(page: string, objects: Map<number, string>): Run[] {
  const fonts = new Map<string, Font>();
  const resources = object(objects, reference(page, 'Resources'));
  for (const [, name, id] of resources.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    fonts.set(name ?? '', readFont(object(objects, Number(id)), objects));
  }
  return readRuns(streamOf(object(objects, reference(page, 'Contents'))), fonts);
}

function readFont(font: string, objects: Map<number, string>): Font {
  const map = streamOf(object(objects, reference(font, 'ToUnicode')));
  const unicode = new Map<number, string>();
  for (const [, first, list] of map.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/g)) {
    const texts = [...(list ?? '').matchAll(/<([0-9a-f]*)>/g)].map(([, hex]) => utf16(hex ?? ''));
    texts.forEach((text, index) => unicode.set(Number.parseInt(first ?? '', 16) + index, text));
  }
  const descendant = Number(/\/DescendantFonts \[(\d+) 0 R/.exec(font)?.[1]);
  const widths = /\/W \[0 \[([^\]]*)\]/.exec(object(objects, descendant))?.[1] ?? '';
  return { unicode, widths: widths.trim().split(/\s+/).map(Number) };
}

function readRuns(content: string, fonts: Map<string, Font>): Run[] {
  const runs: Run[] = [];
  const blocks = content.matchAll(/1 0 0 1 (\S+) (\S+) Tm\n\/(F\d+) (\S+) Tf\n([\s\S]*?)ET/g);
  for (const [, left, base, name, size, shown] of blocks) {
    const font = fonts.get(name ?? '');
    if (font === undefined) throw new Error(`The page uses an unknown font ${name}`);
    runs.push(runOf(font, shown ?? '', Number(left), Number(base), Number(size)));
  }
  return runs;
}

function runOf(font: Font, shown: string, left: number, base: number, size: number): Run {
  const glyphs: number[] = [];
  let kerning = 0;
  for (const [, hex, shift] of shown.matchAll(/<([0-9a-f]*)>(?: (-?[\d.]+))?/g)) {
    for (const [quad] of (hex ?? '').matchAll(/.{4}/g)) glyphs.push(Number.parseInt(quad, 16));
    kerning += Number(shift ?? 0);
  }
  const advance = glyphs.reduce((sum, glyph) => sum + (font.widths[glyph] ?? Number.NaN), 0);
  const text = glyphs.map((glyph) => font.unicode.get(glyph) ?? '\uFFFD').join('');
  return { text, glyphs, left, right: left + ((advance - kerning) * size) / 1000, base, size };
}

function streamOf(body: string): string {
  const data = /stream\n([\s\S]*)\nendstream/.exec(body)?.[1];
  if (data === undefined) throw new Error('The object has no stream');
  return inflateSync(Buffer.from(data, 'latin1')).toString('latin1');
}

function reference(body: string, key: string): number {
  return Number(new RegExp(`/${key} (\\d+) 0 R`).exec(body)?.[1]);
}

function object(objects: Map<number, string>, id: number): string {
  const body = objects.get(id);
  if (body === undefined) throw new Error(`The file has no object ${id}`);
  return body;
}

function utf16(hex: string): string {
  return Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le');
}
