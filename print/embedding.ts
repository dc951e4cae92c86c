import { deflateSync } from 'node:zlib';

const PLAIN = 'AĂÂBCDĐEÊFGHIJKLMNOÔƠPQRSTUƯVWXYZ';
const TONED = 'ÀẰẦÈỀÌÒỒỜÙỪỲÁẮẤÉẾÍÓỐỚÚỨÝẢẲẨẺỂỈỎỔỞỦỬỶÃẴẪẼỄĨÕỖỠŨỮỸẠẶẬẸỆỊỌỘỢỤỰỴ';
const MARKS = ' !"#%&\'()*+,-./0123456789:;<=>?@[]_«»°·×–—‘’“”…';
/** Every letter of Vietnamese and the marks of our forms: what all papers carry. */
const LETTERS = `${PLAIN}${PLAIN.toLowerCase()}${TONED}${TONED.toLowerCase()}${MARKS}`;

/** A word as the font sets it: what pdfkit reads of fontkit's glyph run. */
export interface Run {
  glyphs: readonly { id: number; advanceWidth: number; codePoints: readonly number[] }[];
  positions: readonly { xAdvance: number }[];
  advanceWidth: number;
}

/** A font as far as papers are made of it. */
export interface Font {
  layout(text: string): Run;
  createSubset(): Subset;
}

/** The glyphs of a font that a paper carries: gives each its place, then the font file with them all. */
interface Subset {
  includeGlyph(id: number): number;
  encode(): Uint8Array;
}

/** Something in the file of a paper, with what streams in it. */
interface PaperObject {
  end(content?: string | Uint8Array): void;
}

/** What an open paper knows of a face in use, by places of its subset; pdfkit's types leave it out. */
export interface OpenFace {
  document: { ref(data?: object): PaperObject };
  subset: SharedSubset;
  widths: number[];
  unicode: (readonly number[])[];
  encode(text: string): unknown;
  /** Writes the table of what letter each place stands for. */
  toUnicodeCmap(): PaperObject;
  /** Writes the font file, then all that describes it. */
  embed(): void;
}

/** The glyphs that all papers carry of a face, and what a file has of them. */
interface SharedGlyphs {
  /** Place by glyph id, in the order of places. */
  places: ReadonlyMap<number, number>;
  /** The font file that holds just them, deflated. */
  file: Uint8Array;
  /** Known from the first paper on. */
  letters: SharedLetters | null;
}

/** Width and meaning of the shared glyphs by place. */
interface SharedLetters {
  widths: readonly number[];
  unicode: readonly (readonly number[])[];
  /** The table of meanings, deflated. */
  table: Uint8Array;
}

const shared = new WeakMap<Font, SharedGlyphs>();

/** Making a font file costs as much as all else of a paper: those letters are packed once per process. */
function sharedGlyphs(font: Font): SharedGlyphs {
  const known = shared.get(font);
  if (known !== undefined) return known;
  const subset = font.createSubset();
  const ids = font.layout(LETTERS).glyphs.map(({ id }) => id);
  const places = new Map(ids.map((id) => [id, subset.includeGlyph(id)]));
  const made = { places, file: deflateSync(subset.encode()), letters: null };
  shared.set(font, made);
  return made;
}

/** The shared glyphs; a paper with a further letter (a foreign name) gets a font file of its own. */
export class SharedSubset implements Subset {
  readonly glyphs: SharedGlyphs;
  readonly #font: Font;
  #own: Subset | null = null;

  constructor(font: Font) {
    this.glyphs = sharedGlyphs(font);
    this.#font = font;
  }

  /** Whether the paper has a letter that others have not. */
  get hasOwn(): boolean {
    return this.#own !== null;
  }

  includeGlyph(id: number): number {
    const place = this.glyphs.places.get(id);
    if (place !== undefined || id === 0) return place ?? 0;
    this.#own ??= this.#withShared();
    return this.#own.includeGlyph(id);
  }

  /** The font file, deflated. */
  encode(): Uint8Array {
    return this.#own === null ? this.glyphs.file : deflateSync(this.#own.encode());
  }

  #withShared(): Subset {
    const subset = this.#font.createSubset();
    for (const id of this.glyphs.places.keys()) subset.includeGlyph(id);
    return subset;
  }
}

/**
 * A paper must know width and meaning of every glyph it carries, used or not. What all papers have in
 * common goes into its file as it was deflated once: deflating costs a third of a paper.
 */
export function shareLetters(face: OpenFace): void {
  const { document, subset } = face;
  const letters = (subset.glyphs.letters ??= lettersOf(face));
  face.widths = [...letters.widths];
  face.unicode = [...letters.unicode];
  const ownTable = face.toUnicodeCmap.bind(face);
  face.toUnicodeCmap = () => {
    if (subset.hasOwn) return ownTable();
    const table = document.ref(deflated());
    table.end(letters.table);
    return table;
  };
  const embed = face.embed.bind(face);
  face.embed = () => {
    const { ref } = document;
    // The first thing embedded is the font file.
    document.ref = () => {
      document.ref = ref;
      return document.ref(deflated());
    };
    embed();
  };
}

/** Marks an object whose content comes deflated, so that pdfkit does not deflate it again. */
function deflated() {
  return { Filter: 'FlateDecode' };
}

function lettersOf(face: OpenFace): SharedLetters {
  face.encode(LETTERS);
  const { unicode } = face;
  let table = '';
  const document = { ref: () => ({ end: (text: string) => (table = text) }) };
  face.toUnicodeCmap.call({ unicode, document } as unknown as OpenFace);
  return { widths: [...face.widths], unicode: [...unicode], table: deflateSync(`${table}\n`) };
}
