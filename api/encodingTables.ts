import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EncodingTables } from '../domain/offence/encodings.ts';

const FILE = join(import.meta.dirname, '..', 'data', 'encodings', 'vietnamese.json');
let tables: Promise<EncodingTables> | null = null;

/** Letters of the old Vietnamese encodings; throws ZodError with the place when the file is not sound. */
export function encodingTables(): Promise<EncodingTables> {
  tables ??= readFile(FILE, 'utf8').then((text) => EncodingTables.parse(JSON.parse(text)));
  return tables;
}
