import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import type { Packet, PacketRows, PacketUpload } from '../../domain/packet.ts';
import type * as z from 'zod';
import type { Person } from './person.ts';
import { until } from './until.ts';

/** A line of an answer sheet by its headings, as a spreadsheet program shows it. */
export type SheetLine = Record<string, string>;

export function linesOfSheet(csv: string): SheetLine[] {
  return parse(csv, { bom: true, columns: true });
}

/** The sheet as a spreadsheet program saves it. */
export function savedSheet(lines: readonly SheetLine[], delimiter = ','): string {
  return `\uFEFF${stringify([...lines], { header: true, delimiter })}`;
}

export interface Downloaded {
  packet: Packet;
  /** The file `.lltp`, word for word. */
  file: string;
  lines: SheetLine[];
}

/** Make a packet of a liaison's open requests and download both files. */
export async function downloadPacket(liaison: Person, order: object = {}): Promise<Downloaded> {
  const packet: Packet = await liaison.must('POST', '/packets', order);
  const file = (await liaison.ask('GET', `/packets/${packet.id}/packet.lltp`)).text;
  const sheet = (await liaison.ask('GET', `/packets/${packet.id}/sheet.csv`)).text;
  return { packet, file, lines: linesOfSheet(sheet) };
}

export const upload = (liaison: Person, file: string, sheet: string | null) =>
  liaison.ask('POST', '/packets/uploads', { file, sheet });

export function rowsOf(liaison: Person, id: string): Promise<z.infer<typeof PacketRows>> {
  return liaison.must('GET', `/packets/uploads/${id}/rows?limit=1000`);
}

/** Confirm an upload and wait for its import to end. */
export async function importAll(
  liaison: Person,
  id: string,
  confirmed: readonly string[] = [],
): Promise<PacketUpload> {
  await liaison.must('POST', `/packets/uploads/${id}/confirm`, { confirmed });
  return until(async () => {
    const shown: PacketUpload = await liaison.must('GET', `/packets/uploads/${id}`);
    return shown.state === 'DONE' ? shown : null;
  });
}
