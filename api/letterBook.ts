import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LetterBook } from '../domain/letter.ts';

const FILE = join(import.meta.dirname, '..', 'data', 'letters.json');
let book: Promise<LetterBook> | null = null;

/** Texts and norms of letters; throws ZodError with the place when the file is not sound. */
export function letterBook(): Promise<LetterBook> {
  book ??= readFile(FILE, 'utf8').then((text) => LetterBook.parse(JSON.parse(text)));
  return book;
}
