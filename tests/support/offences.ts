import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { EncodingTables } from '../../domain/offence/encodings.ts';
import type { ListedOffence } from '../../domain/offence/offence.ts';
import { listLines, readList } from '../../domain/offence/readList.ts';

const DATA = join(import.meta.dirname, '..', '..', 'data');
/** The list that ships, as text. */
export const SHIPPED_LIST = readFileSync(join(DATA, 'offences.csv'), 'utf8');
export const TABLES = EncodingTables.parse(
  JSON.parse(readFileSync(join(DATA, 'encodings', 'vietnamese.json'), 'utf8')),
);

/** A list as the import reads it. */
export function listOf(text: string) {
  const lines = listLines(parse(text, { relaxColumnCount: true }), []);
  if (lines === null) throw new Error('columns are missing');
  return readList(lines);
}

/** An offence of the 1999 code, with what a test says otherwise. */
export function anOffence(over: Partial<ListedOffence> = {}): ListedOffence {
  return {
    code: 'T-138',
    penalCode: '1999',
    article: '138',
    chapterNo: null,
    chapterName: null,
    name: 'Tội trộm cắp tài sản',
    validFrom: '2000-07-01',
    validTo: null,
    replacedBy: [],
    note: null,
    expungementRegime: null,
    source: null,
    verified: false,
    ...over,
  };
}

/** Text as a program of the time before Unicode would save it. */
export function encodedAs(encoding: 'TCVN3' | 'VNI' | 'Windows-1258', text: string): Buffer {
  if (encoding === 'Windows-1258') return asWindows1258(text);
  const bytesOf = new Map(Object.entries(TABLES[encoding]).map(([hex, letter]) => [letter, hex]));
  const hex = Array.from(text.normalize('NFC')).map((letter) => {
    const small = bytesOf.get(letter) ?? bytesOf.get(letter.toLowerCase());
    if (small === undefined && letter > '\u007f') throw new Error(`no ${letter} in ${encoding}`);
    return small ?? letter.charCodeAt(0).toString(16).padStart(2, '0');
  });
  return Buffer.from(hex.join(''), 'hex');
}

/** Letters with their circumflex, breve or horn are one byte, a tone is another after them. */
function asWindows1258(text: string): Buffer {
  const decoder = new TextDecoder('windows-1258');
  const byteOf = new Map<string, number>();
  for (let byte = 255; byte >= 0; byte--) byteOf.set(decoder.decode(Buffer.from([byte])), byte);
  const tones = /[\u0300\u0301\u0303\u0309\u0323]/gu;
  const parts = Array.from(text.normalize('NFC')).flatMap((letter) => {
    if (byteOf.has(letter)) return [letter];
    const marks = letter.normalize('NFD');
    return [marks.replace(tones, '').normalize('NFC'), ...(marks.match(tones) ?? [])];
  });
  return Buffer.from(
    parts.map((part) => {
      const byte = byteOf.get(part);
      if (byte === undefined) throw new Error(`no ${part} in Windows-1258`);
      return byte;
    }),
  );
}

/** A department's request for a code, with what a test says otherwise. */
export function aCodeRequest(over: object = {}): object {
  return {
    offence: 'Tội tổ chức đua xe trái phép kiểu mới',
    provision: 'Điều 265a BLHS',
    judgmentNumber: '12/2014/HSST',
    judgmentDate: '2014-05-20',
    court: 'TAND thành phố Hà Nội',
    recordNumber: null,
    note: null,
    ...over,
  };
}
