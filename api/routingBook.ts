import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Routing } from '../domain/routing/routing.ts';

const FILE = join(import.meta.dirname, '..', 'data', 'routing', 'routing.json');
let book: Promise<Routing> | null = null;

/** Why units are asked and when they need not be; throws ZodError with the place when the file is not sound. */
export function routingBook(): Promise<Routing> {
  book ??= readFile(FILE, 'utf8').then((text) => Routing.parse(JSON.parse(text)));
  return book;
}
