import { expect, test } from '@jest/globals';
import { known, readBytes, vocabularyOf } from '../../../domain/offence/encodings.ts';
import { encodedAs, SHIPPED_LIST, TABLES } from '../../support/offences.ts';

const LINE =
  'Tội giết người; tội cướp tài sản; tội hủy hoại rừng; tội đánh bạc; tội tàng trữ ma túy';
const WORDS = vocabularyOf([SHIPPED_LIST]);
const read = (bytes: Uint8Array) => readBytes(bytes, TABLES, WORDS);
const LETTERS = [...new Set(Object.values(TABLES.VNI))].join('');

test.each(['TCVN3', 'VNI', 'Windows-1258'] as const)(
  '%s is recognised by its words',
  (encoding) => {
    expect(read(encodedAs(encoding, LINE))).toEqual({ encoding, text: LINE });
  },
);

test.each([
  // As texts of that time are quoted, read as Latin-1.
  ['TCVN3', 'Téi giÕt ng\u00ad\u00eai', 'Tội giết người'],
  ['VNI', 'Toäi gieát ngöôøi', 'Tội giết người'],
] as const)('%s %s is %s', (encoding, raw, text) => {
  expect(known(encoding, Buffer.from(raw, 'latin1'), TABLES)).toEqual({ encoding, text });
});

test('VNI and Windows-1258 have every letter with a mark, small and capital', () => {
  expect(LETTERS.normalize('NFC')).toHaveLength(134);
  for (const encoding of ['VNI', 'Windows-1258'] as const) {
    expect(known(encoding, encodedAs(encoding, LETTERS), TABLES)).toEqual({
      encoding,
      text: LETTERS,
    });
  }
});

test('TCVN3 has every small letter with a mark; capitals came from another font', () => {
  const small = Array.from(LETTERS).filter((letter) => letter === letter.toLowerCase());
  expect(small.filter((letter) => !Object.values(TABLES.TCVN3).includes(letter))).toEqual([]);
});

test('headings in TCVN3 get their capitals back', () => {
  const bytes = encodedAs('TCVN3', 'CÁC TỘI XÂM PHẠM SỞ HỮU; Tội hủy hoại');
  expect(known('TCVN3', bytes, TABLES)).toMatchObject({
    text: 'CÁC TỘI XÂM PHẠM Sở HỮU; Tội hủy hoại',
  });
});

test('UTF-8 with or without a mark, decomposed too, and UTF-16 are read as they are', () => {
  const asUtf8 = { encoding: 'UTF-8', text: LINE };
  expect(read(Buffer.from(LINE))).toEqual(asUtf8);
  expect(read(Buffer.from(`\uFEFF${LINE}`))).toEqual(asUtf8);
  expect(read(Buffer.from(LINE.normalize('NFD')))).toEqual(asUtf8);
  expect(read(Buffer.from(`\uFEFF${LINE}`, 'utf16le'))).toEqual({ encoding: 'UTF-16', text: LINE });
});

test.each([
  ['a workbook', Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), 'LIST_NOT_TEXT'],
  [
    'words of another language',
    Buffer.from('Körperverletzung größer', 'latin1'),
    'LIST_ENCODING_UNKNOWN',
  ],
  ['bytes of no letter', Buffer.from([0x54, 0x90, 0x91]), 'LIST_ENCODING_UNKNOWN'],
])('%s is refused by name', (_what, bytes, code) => {
  expect(read(bytes)).toBe(code);
});

test('a stated encoding is refused where bytes mean nothing in it', () => {
  expect(known('UTF-8', encodedAs('TCVN3', LINE), TABLES)).toBe('LIST_ENCODING_UNKNOWN');
});
