import { createHash } from 'node:crypto';
import { keepUpload, putRows, type ReadRow } from '../../db/desk/packets.ts';
import { findUpload, listStandings, type Standing } from '../../db/read/packets.ts';
import type { Account } from '../../domain/account.ts';
import { AnswerForm } from '../../domain/desk.ts';
import { datesAgainstToday } from '../../domain/conviction/datesAhead.ts';
import { type DateText, dateOf } from '../../domain/instant.ts';
import type { PacketContent, UploadForm } from '../../domain/packet.ts';
import type { RefusalCode } from '../../domain/refusal.ts';
import { type ApiDeps, nowIso, nowMs } from '../deps.ts';
import { refusedInput } from '../problem.ts';
import { Refused } from '../refused.ts';
import { openPacket } from './openPacket.ts';
import { readSheet, readWritten, type WrittenRow } from './readSheet.ts';

/**
 * Keep an answered packet and judge it row by row; nothing is answered yet. The same files again give the
 * same upload, judged anew while nobody has confirmed it. What is refused as a whole is kept with its code.
 */
export async function uploadPacket(
  deps: ApiDeps,
  account: Account,
  form: UploadForm,
): Promise<string> {
  const { unit, id: by } = account;
  const digest = createHash('sha256')
    .update(form.file)
    .update('\0')
    .update(form.sheet ?? '')
    .digest('hex');
  const upload = { unit, digest, ...form, by, at: nowIso(deps) };
  try {
    const { content, rows } = await readUpload(deps, account, form);
    const kept = await keepUpload(deps.pool, { ...upload, packetId: content.packetId, code: null });
    if (kept.state === 'PREVIEWED') await putRows(deps.pool, kept.id, rows);
    return kept.id;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const { code } = error;
    const { id, state } = await keepUpload(deps.pool, { ...upload, packetId: null, code });
    // What was once taken in does not turn into something refused, such as by expiring since.
    if (state !== 'REFUSED' && (await findUpload(deps.pool, id)) !== null) return id;
    throw error;
  }
}

async function readUpload(
  deps: ApiDeps,
  account: Account,
  { file, sheet }: UploadForm,
): Promise<{ content: PacketContent; rows: ReadRow[] }> {
  const { content, answers } = await openPacket(deps, account.unit, file);
  const asked = new Map(content.requests.map((request) => [request.requestId, request]));
  const written = sheet === null ? readWritten(answers, asked) : readSheet(sheet, asked);
  if (written.length === 0) throw new Refused('UPLOAD_EMPTY');
  const ids = written.map(({ requestId }) => requestId);
  const standings = await listStandings(deps.pool, ids, nowIso(deps));
  const today = dateOf(nowMs(deps));
  const standingOf = new Map(standings.map((standing) => [standing.requestId, standing]));
  const rows = written.map((row) => {
    const round = asked.get(row.requestId)?.round ?? 0;
    return judged(row, account, { round, today }, standingOf.get(row.requestId));
  });
  return { content, rows };
}

/** A row with the answer it gives, or why it gives none. */
function judged(
  { answer: said, ...written }: WrittenRow,
  account: Account,
  { round, today }: { round: number; today: DateText },
  standing: Standing | undefined,
): ReadRow {
  const row = { ...written, round };
  if (row.code !== null) return { ...row, answer: null, fields: [] };
  const filled = { entries: [], needed: null, reason: null, expectedAt: null, ...said };
  const parsed = AnswerForm.safeParse({ ...filled, replaces: false, confirmed: true });
  const why = standingAgainst(account, round, standing);
  if (parsed.success) {
    const fields = datesAgainstToday(parsed.data, today);
    if (fields.length === 0) return { ...row, answer: parsed.data, code: why, fields: [] };
    return { ...row, answer: null, code: why ?? 'INVALID_INPUT', fields };
  }
  const { code, fields } = refusedInput(parsed.error.issues);
  const kept = fields.map(({ path, code: wrong }) => ({ path, code: wrong }));
  return { ...row, answer: null, code: why ?? code, fields: kept };
}

function standingAgainst(
  { id, unit }: Account,
  round: number,
  standing: Standing | undefined,
): RefusalCode | null {
  if (standing === undefined) return 'VERIFICATION_NOT_ASKED';
  if (standing.unit !== unit) return 'NOT_THE_ASKED_AGENCY';
  if (standing.answered) return 'ANSWER_ALREADY_GIVEN';
  if (standing.withdrawn) return 'CASE_CLOSED';
  if (standing.round !== round) return 'REQUEST_ASKED_AGAIN';
  const held = standing.holder !== null && standing.holder !== id;
  return held ? 'REQUEST_HELD_BY_OTHER' : null;
}
