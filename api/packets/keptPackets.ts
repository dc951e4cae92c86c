import { noteReadsOfRequests } from '../../db/desk/readAudit.ts';
import { findPacket, findUpload, listRows } from '../../db/read/packets.ts';
import type { Account } from '../../domain/account.ts';
import type { PacketRow, PacketRowQuery, PacketUpload } from '../../domain/packet.ts';
import type { Language } from '../../domain/wording/refusals.ts';
import { type ApiDeps, nowIso } from '../deps.ts';
import { Refused } from '../refused.ts';
import { requestsOf } from './makePacket.ts';
import { rowShown, uploadShown } from './shown.ts';

type Reader = Pick<Account, 'id' | 'unit'>;

/** A packet of the account's unit as it was signed, otherwise NOT_FOUND; that its persons were read is noted. */
export async function ownPacket(
  deps: ApiDeps,
  { id: account, unit }: Reader,
  id: string,
  what: 'packet.lltp' | 'packet.csv',
): Promise<string> {
  const packet = await findPacket(deps.pool, id);
  if (packet?.unit !== unit) throw new Refused('NOT_FOUND');
  const requestIds = requestsOf(packet.jws).map(({ requestId }) => requestId);
  await noteReadsOfRequests(deps.pool, { account, unit, requestIds, what, at: nowIso(deps) });
  return packet.jws;
}

/** An upload of the account's unit, in the reader's language; otherwise NOT_FOUND. */
export async function ownUpload(
  deps: ApiDeps,
  { unit }: Reader,
  id: string,
  language: Language,
): Promise<PacketUpload> {
  const upload = await findUpload(deps.pool, id);
  if (upload?.unit !== unit) throw new Refused('NOT_FOUND');
  return uploadShown(upload, language);
}

interface RowsAsked {
  query: PacketRowQuery;
  language: Language;
  what: 'packet-rows' | 'packet-rows.csv';
}

/** Rows of an upload of the account's unit, which may tell of convictions; that they were read is noted. */
export async function uploadedRows(
  deps: ApiDeps,
  reader: Reader,
  uploadId: string,
  { query, language, what }: RowsAsked,
): Promise<{ rows: PacketRow[]; total: number }> {
  const { id } = await ownUpload(deps, reader, uploadId, language);
  const { rows, total } = await listRows(deps.pool, id, query);
  const { id: account, unit } = reader;
  const requestIds = rows.map(({ requestId }) => requestId);
  await noteReadsOfRequests(deps.pool, { account, unit, requestIds, what, at: nowIso(deps) });
  return { rows: rows.map((row) => rowShown(row, language)), total };
}
