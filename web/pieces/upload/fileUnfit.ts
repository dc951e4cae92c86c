import { type ScanType, scanTypeOf } from '../../../domain/scan.ts';
import type { UploadRule } from '../../../domain/uploads.ts';

const MEGABYTE = 1_000_000;
/** Enough of a file to tell what it is. */
const FIRST_BYTES = 16;

/** Why a chosen file cannot be sent, as the key of a shared word with its values. */
export class FileUnfit extends Error {
  override readonly name = 'FileUnfit';
  readonly word: string;
  readonly values: Readonly<Record<string, string>>;

  constructor(word: string, values: Readonly<Record<string, string>> = {}, cause?: unknown) {
    super(word, { cause });
    this.word = word;
    this.values = values;
  }
}

/** Endings of a rule as people read them. */
export function endingsOf(rule: UploadRule): string {
  return Object.keys(rule).join(', ');
}

/** A size as people read it, whole megabytes rounded down, so that what is said to fit does. */
export function megabytes(bytes: number): string {
  return `${Math.floor(bytes / MEGABYTE)} MB`;
}

/** Throws {@link FileUnfit} for a file whose name, size or emptiness tells that it would be refused. */
export function mustFit(rule: UploadRule, { name, size }: Pick<File, 'name' | 'size'>): void {
  const ending = /\.[^.]+$/u.exec(name.toLowerCase())?.[0] ?? '';
  const largest = Object.entries(rule).find(([one]) => one === ending)?.[1];
  if (largest === undefined)
    throw new FileUnfit('file.wrongType', { name, types: endingsOf(rule) });
  if (size === 0) throw new FileUnfit('file.empty', { name });
  if (size > largest) {
    const sizes = { size: megabytes(size + MEGABYTE - 1), largest: megabytes(largest) };
    throw new FileUnfit('file.tooLarge', { name, ...sizes });
  }
}

/**
 * The first bytes of a file. Throws {@link FileUnfit} where it can no longer be read: browsers give no file that
 * was saved anew, moved or locked since it was chosen.
 */
export async function firstBytes(file: File): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.slice(0, FIRST_BYTES).arrayBuffer());
  } catch (cause) {
    throw new FileUnfit('file.changed', { name: file.name }, cause);
  }
}

/** A scan under the type that its bytes tell, whatever the machine calls it. Throws {@link FileUnfit}. */
export async function asScan(file: File): Promise<File> {
  const type: ScanType | null = scanTypeOf(await firstBytes(file));
  if (type === null) throw new FileUnfit('file.notAScan', { name: file.name });
  return new File([file], file.name, { type });
}
