import type { listRows, UploadRow } from '../../db/read/packets.ts';
import { type PacketRow, type PacketUpload, ROW_STATES } from '../../domain/packet.ts';
import { isRefusalCode } from '../../domain/refusal.ts';
import { FIELD_TEXTS } from '../../domain/wording/fields.ts';
import { type Language, REFUSAL_TEXTS } from '../../domain/wording/refusals.ts';

type Row = Awaited<ReturnType<typeof listRows>>['rows'][number];

/** A code with its sentence; null where there is none. */
function said(code: string | null, language: Language) {
  const known = isRefusalCode(code) ? code : null;
  return { code: known, reason: known === null ? null : REFUSAL_TEXTS[known][language] };
}

/** An upload with its refusal in words, and a number for every state of a row. */
export function uploadShown(
  { unit: _unit, ...upload }: UploadRow,
  language: Language,
): PacketUpload {
  const counts = ROW_STATES.map((state) => [state, upload.rows[state] ?? 0] as const);
  const rows = Object.fromEntries(counts) as PacketUpload['rows'];
  return { ...upload, rows, ...said(upload.code, language) };
}

/** A row with its refusal and what is wrong with its fields in words. */
export function rowShown(row: Row, language: Language): PacketRow {
  const fields = row.fields.map(({ path, code }) => {
    const message = (FIELD_TEXTS[code] ?? FIELD_TEXTS['WRONG_FORMAT'])?.[language] ?? code;
    return { path, code, message };
  });
  return { ...row, fields, ...said(row.code, language) };
}
