import type { UploadForm } from '../../../domain/packet.ts';
import { FileUnfit, firstBytes } from '../../pieces/upload/fileUnfit.ts';

const UTF_16 = [0xff, 0xfe];

/** The packet's file and, where there is one, the answer sheet, as texts. Throws {@link FileUnfit}. */
export async function readChosen(files: readonly File[]): Promise<UploadForm> {
  const packets = files.filter(({ name }) => name.toLowerCase().endsWith('.lltp'));
  const [packet] = packets;
  const sheets = files.filter((file) => !packets.includes(file));
  if (packet === undefined) throw new FileUnfit('packets:upload.noPacket');
  if (packets.length > 1 || sheets.length > 1) throw new FileUnfit('packets:upload.tooMany');
  const [sheet] = sheets;
  return { file: await textOf(packet), sheet: sheet === undefined ? null : await textOf(sheet) };
}

/** Spreadsheet programs save UTF-8 or, as "Unicode text", UTF-16; anything else would garble names. */
async function textOf(file: File): Promise<string> {
  await firstBytes(file);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const encoding = UTF_16.every((byte, at) => bytes[at] === byte) ? 'utf-16le' : 'utf-8';
  const text = decoded(bytes, encoding);
  // UTF-16 without its mark reads as UTF-8 full of NUL.
  if (text === null || text.includes('\0'))
    throw new FileUnfit('packets:upload.notUtf8', { name: file.name });
  return text;
}

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
