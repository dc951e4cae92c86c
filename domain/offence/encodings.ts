import * as z from 'zod';
import { spelling } from './offence.ts';

/** Encodings in which lists come; a spreadsheet's "Unicode text" is UTF-16. */
export const ENCODINGS = ['UTF-8', 'UTF-16', 'Windows-1258', 'TCVN3', 'VNI'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** Bytes of the old Vietnamese encodings, as two hexadecimal digits each, and the letter they stand for. */
export const EncodingTables = z.strictObject({
  citation: z.string().min(1),
  TCVN3: z.record(z.string().regex(/^[0-9a-f]{2}$/), z.string()),
  VNI: z.record(z.string().regex(/^([0-9a-f]{2}){1,2}$/), z.string()),
});
export type EncodingTables = z.infer<typeof EncodingTables>;

/** Stands where bytes mean nothing in an encoding. */
const NOTHING = '\uFFFD';
/** Of the words with Vietnamese letters, so many must be words of the catalogue. */
const ENOUGH_KNOWN = 0.6;
/** The next best reading must know that much less. */
const CLEARLY_LESS = 0.15;

/** Why bytes are no list: not text at all, or text in an encoding that cannot be told. */
export type Unreadable = 'LIST_NOT_TEXT' | 'LIST_ENCODING_UNKNOWN';

interface Read {
  encoding: Encoding;
  text: string;
}

/**
 * The text of a file, NFC, and the encoding it was read in. Unicode is told by its bytes; of the older
 * encodings the one in which the words are words of `vocabulary`.
 */
export function readBytes(
  bytes: Uint8Array,
  tables: EncodingTables,
  vocabulary: ReadonlySet<string>,
): Read | Unreadable {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return known('UTF-16', bytes, tables);
  if (bytes.includes(0)) return 'LIST_NOT_TEXT';
  const unicode = decoded(bytes, 'UTF-8', tables);
  if (!unicode.includes(NOTHING)) return { encoding: 'UTF-8', text: unicode };
  const readings = (['Windows-1258', 'TCVN3', 'VNI'] as const)
    .map((encoding) => {
      const text = decoded(bytes, encoding, tables);
      return { encoding, text, known: knownShare(text, vocabulary) };
    })
    .toSorted((a, b) => b.known - a.known);
  const [best, next] = readings;
  if (best === undefined || best.known < ENOUGH_KNOWN) return 'LIST_ENCODING_UNKNOWN';
  if (next !== undefined && best.known - next.known < CLEARLY_LESS) return 'LIST_ENCODING_UNKNOWN';
  return { encoding: best.encoding, text: best.text };
}

/** The text of a file in a stated encoding; refused where its bytes mean nothing there. */
export function known(
  encoding: Encoding,
  bytes: Uint8Array,
  tables: EncodingTables,
): Read | Unreadable {
  const text = decoded(bytes, encoding, tables);
  // A zero is a sign in every encoding and stands in no list; the database takes none.
  if (text.includes('\0')) return 'LIST_NOT_TEXT';
  return text.includes(NOTHING) ? 'LIST_ENCODING_UNKNOWN' : { encoding, text };
}

/** Bytes as text, NFC; what means nothing is U+FFFD. */
function decoded(bytes: Uint8Array, encoding: Encoding, tables: EncodingTables): string {
  const text =
    encoding === 'TCVN3' || encoding === 'VNI'
      ? byTable(bytes, tables[encoding])
      : new TextDecoder(encoding === 'UTF-16' ? 'utf-16le' : encoding).decode(bytes);
  return withCapitals(text.normalize('NFC'), encoding);
}

/**
 * TCVN3 has no capital letters with tones: headings were set in a font of capitals. A word whose plain
 * letters are several capitals was one of those.
 */
function withCapitals(text: string, encoding: Encoding): string {
  if (encoding !== 'TCVN3') return text;
  return text.replace(/\p{L}+/gu, (word) => {
    const plain = word.replace(/[^A-Za-z]/gu, '');
    return /^[A-Z]{2,}$/u.test(plain) ? word.toUpperCase() : word;
  });
}

function byTable(bytes: Uint8Array, table: Readonly<Record<string, string>>): string {
  const hex = (at: number): string => (bytes[at] ?? 0).toString(16).padStart(2, '0');
  const letters: string[] = [];
  for (let at = 0; at < bytes.length; at++) {
    const pair = at + 1 < bytes.length ? table[hex(at) + hex(at + 1)] : undefined;
    const byte = bytes[at] ?? 0;
    letters.push(pair ?? table[hex(at)] ?? (byte < 0x80 ? String.fromCharCode(byte) : NOTHING));
    if (pair !== undefined) at++;
  }
  return letters.join('');
}

/** Share of the words with letters beyond ASCII that the vocabulary has; 0 for a text without any. */
function knownShare(text: string, vocabulary: ReadonlySet<string>): number {
  const words = wordsOf(text).filter((word) => /[^\p{ASCII}]/u.test(word));
  const found = words.filter((word) => vocabulary.has(spelling(word)));
  return words.length === 0 ? 0 : found.length / words.length;
}

/** Words of the names of a catalogue, by their spelling. */
export function vocabularyOf(names: readonly string[]): Set<string> {
  return new Set(names.flatMap(wordsOf).map(spelling));
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{M}\uFFFD]+/gu) ?? [];
}
