import { type Encoding, known, readBytes } from '../domain/offence/encodings.ts';
import { encodingTables } from './encodingTables.ts';
import { Refused } from './refused.ts';

const SAMPLES = 2;
const LONGEST_SAMPLE = 160;

/**
 * The text of a list somebody sent and its encoding, stated or recognised by words that are in
 * `vocabulary`; refuses what cannot be read.
 */
export async function listText(
  bytes: Buffer,
  stated: Encoding | undefined,
  vocabulary: () => ReadonlySet<string> | Promise<ReadonlySet<string>>,
): Promise<{ encoding: Encoding; text: string }> {
  const tables = await encodingTables();
  const read =
    stated === undefined
      ? readBytes(bytes, tables, await vocabulary())
      : known(stated, bytes, tables);
  if (typeof read === 'string') throw new Refused(read);
  return read;
}

/** Lines of a file that had to be converted, as they came and as they were understood. */
export async function convertedLines(
  encoding: Encoding,
  file: Uint8Array,
): Promise<{ raw: string; read: string }[]> {
  if (encoding === 'UTF-8' || encoding === 'UTF-16') return [];
  const read = known(encoding, file, await encodingTables());
  if (typeof read === 'string') return [];
  const raw = Buffer.from(file).toString('latin1').split(/\r?\n/u);
  const lines = read.text.split(/\r?\n/u).map((line, at) => ({ raw: raw[at] ?? '', read: line }));
  return lines
    .filter((line) => line.raw !== line.read)
    .slice(0, SAMPLES)
    .map((line) => ({
      raw: line.raw.slice(0, LONGEST_SAMPLE),
      read: line.read.slice(0, LONGEST_SAMPLE),
    }));
}
