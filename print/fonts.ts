import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import PDFDocument from 'pdfkit';

/** Faces of Tinos, a Times-like type with every Vietnamese letter; embedded as subsets. */
const FACES = {
  regular: '400Regular/Tinos_400Regular.ttf',
  bold: '700Bold/Tinos_700Bold.ttf',
  italic: '400Regular_Italic/Tinos_400Regular_Italic.ttf',
} as const;
export type Face = keyof typeof FACES;

/** A font as fontkit parsed it. */
interface ParsedFont {
  hasGlyphForCodePoint(code: number): boolean;
  layout(text: string): Run;
  createSubset(): Subset;
}

/** The glyphs of a font that a paper carries: gives each its place, then the font file with them all. */
interface Subset {
  includeGlyph(id: number): number;
  encode(): Uint8Array;
}

/** What an open paper knows of a face in use, by places of its subset; pdfkit's types leave it out. */
interface OpenPage {
  _font: { encode(text: string): unknown; widths: number[]; unicode: (readonly number[])[] };
}

const PLAIN = 'AĂÂBCDĐEÊFGHIJKLMNOÔƠPQRSTUƯVWXYZ';
const TONED = 'ÀẰẦÈỀÌÒỒỜÙỪỲÁẮẤÉẾÍÓỐỚÚỨÝẢẲẨẺỂỈỎỔỞỦỬỶÃẴẪẼỄĨÕỖỠŨỮỸẠẶẬẸỆỊỌỘỢỤỰỴ';
const MARKS = ' !"#%&\'()*+,-./0123456789:;<=>?@[]_«»°·×–—‘’“”…';
/** Every letter of Vietnamese and the marks of our forms: what all papers carry. */
const LETTERS = `${PLAIN}${PLAIN.toLowerCase()}${TONED}${TONED.toLowerCase()}${MARKS}`;

/** A word as the font sets it: what pdfkit reads of fontkit's glyph run. */
interface Run {
  glyphs: readonly { id: number; advanceWidth: number; codePoints: readonly number[] }[];
  positions: readonly { xAdvance: number }[];
  advanceWidth: number;
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
    font.createSubset = () => new SharedSubset(sharedGlyphs(face), parsedFont(face));
    // pdfkit takes a parsed font in place of a file; its types leave that out.
    page.registerFont(face, font as unknown as Buffer);
    knowLetters(face, (page.font(face) as unknown as OpenPage)._font);
  }
}

const letters = new Map<Face, Pick<OpenPage['_font'], 'widths' | 'unicode'>>();

/** A paper must know width and meaning of every glyph it carries, used or not. */
function knowLetters(face: Face, font: OpenPage['_font']): void {
  const known = letters.get(face);
  if (known === undefined) {
    font.encode(LETTERS);
    letters.set(face, { widths: [...font.widths], unicode: [...font.unicode] });
  } else {
    font.widths = [...known.widths];
    font.unicode = [...known.unicode];
  }
}

/** The glyphs that all papers carry of a face, and the font file that holds just them. */
interface SharedGlyphs {
  /** Place by glyph id, in the order of places. */
  places: ReadonlyMap<number, number>;
  file: Uint8Array;
}

const shared = new Map<Face, SharedGlyphs>();

/** Making a font file costs as much as all else of a paper: those letters are packed once per process. */
function sharedGlyphs(face: Face): SharedGlyphs {
  const known = shared.get(face);
  if (known !== undefined) return known;
  const font = parsedFont(face);
  const subset = font.createSubset();
  const ids = font.layout(LETTERS).glyphs.map(({ id }) => id);
  const places = new Map(ids.map((id) => [id, subset.includeGlyph(id)]));
  const made = { places, file: subset.encode() };
  shared.set(face, made);
  return made;
}

/** The shared glyphs; a paper with a further letter (a foreign name) gets a font file of its own. */
class SharedSubset implements Subset {
  readonly #shared: SharedGlyphs;
  readonly #font: ParsedFont;
  #own: Subset | null = null;

  constructor(glyphs: SharedGlyphs, font: ParsedFont) {
    this.#shared = glyphs;
    this.#font = font;
  }

  includeGlyph(id: number): number {
    const place = this.#shared.places.get(id);
    if (place !== undefined || id === 0) return place ?? 0;
    this.#own ??= this.#withShared();
    return this.#own.includeGlyph(id);
  }

  encode(): Uint8Array {
    return this.#own?.encode() ?? this.#shared.file;
  }

  #withShared(): Subset {
    const subset = this.#font.createSubset();
    for (const id of this.#shared.places.keys()) subset.includeGlyph(id);
    return subset;
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
