import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import PDFDocument from 'pdfkit';
import { type Font, type OpenFace, type Run, SharedSubset, shareLetters } from './embedding.ts';

/** Faces of Tinos, a Times-like type with every Vietnamese letter; embedded as subsets. */
const FACES = {
  regular: '400Regular/Tinos_400Regular.ttf',
  bold: '700Bold/Tinos_700Bold.ttf',
  italic: '400Regular_Italic/Tinos_400Regular_Italic.ttf',
} as const;
export type Face = keyof typeof FACES;

/** A font as fontkit parsed it. */
interface ParsedFont extends Font {
  hasGlyphForCodePoint(code: number): boolean;
}

/** Most words of a form stand on every paper of it; when so many are known, all are forgotten. */
const WORDS_KEPT = 4_000;

const fonts = new Map<Face, ParsedFont>();

/** Gives an open PDF its faces; font files are read and parsed once per process. */
export function registerFaces(page: PDFKit.PDFDocument): void {
  for (const face of Object.keys(FACES) as Face[]) {
    // Each paper needs glyphs of its own: fontkit notes in them the letters they stand for, and a
    // note left by another paper would spoil the text that readers search and copy.
    const font = Object.create(parsedFont(face), { _glyphs: { value: {} } }) as ParsedFont;
    setWordsOnce(face, font);
    font.createSubset = () => new SharedSubset(parsedFont(face));
    // pdfkit takes a parsed font in place of a file; its types leave that out.
    page.registerFont(face, font as unknown as Buffer);
    shareLetters((page.font(face) as unknown as { _font: OpenFace })._font);
  }
}

const words = new Map<string, Run>();

/** Setting words (kerning, marks) costs most of a paper: do it once per word and process. */
function setWordsOnce(face: Face, font: ParsedFont): void {
  const set = font.layout.bind(font);
  font.layout = (text) => {
    const key = `${face} ${text}`;
    const known = words.get(key) ?? plainRun(set(text));
    if (words.size >= WORDS_KEPT) words.clear();
    words.set(key, known);
    return ownRun(known);
  };
}

/** A run that holds on to no font and no paper. */
function plainRun({ glyphs, positions, advanceWidth }: Run): Run {
  return {
    glyphs: glyphs.map(({ id, advanceWidth: width, codePoints }) => {
      return { id, advanceWidth: width, codePoints: [...codePoints] };
    }),
    positions: positions.map((position) => ({ ...position })),
    advanceWidth,
  };
}

/** The run for one paper: pdfkit scales positions in place and then asks for the width. */
function ownRun({ glyphs, positions }: Run): Run {
  const own = positions.map((position) => ({ ...position }));
  return {
    glyphs,
    positions: own,
    get advanceWidth() {
      return own.reduce((sum, { xAdvance }) => sum + xAdvance, 0);
    },
  };
}

/** Code points of a text for which a face has no glyph. */
export function missingGlyphs(face: Face, text: string): number[] {
  const font = parsedFont(face);
  const codes = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  return codes.filter((code) => !font.hasGlyphForCodePoint(code));
}

function parsedFont(face: Face): ParsedFont {
  const known = fonts.get(face);
  if (known !== undefined) return known;
  const font = parse(face);
  fonts.set(face, font);
  return font;
}

/** Parsing costs more than drawing a paper, and pdfkit would do it anew for each. */
function parse(face: Face): ParsedFont {
  const address = import.meta.resolve(`@expo-google-fonts/tinos/${FACES[face]}`);
  const scratch = new PDFDocument({ autoFirstPage: false, font: '' });
  scratch.font(readFileSync(fileURLToPath(address)));
  return (scratch as unknown as { _font: { font: ParsedFont } })._font.font;
}
