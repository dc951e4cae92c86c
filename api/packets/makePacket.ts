import { decodeJwt } from 'jose';
import { legalBases } from '../../agencies/slip.ts';
import { keepPacket } from '../../db/desk/packets.ts';
import { listDesk } from '../../db/read/desk.ts';
import type { Account } from '../../domain/account.ts';
import {
  ANSWER_COLUMNS,
  QUESTION_COLUMNS,
  type QuestionColumn,
  questionCells,
} from '../../domain/answerSheet.ts';
import { CENTRE_UNIT } from '../../domain/flow/flow.ts';
import { DAY_MS, isoOf } from '../../domain/instant.ts';
import {
  PACKET_DAYS,
  PACKET_FORMAT,
  PacketContent,
  type PacketOrder,
} from '../../domain/packet.ts';
import { BYTE_ORDER_MARK, csvLines } from '../csv.ts';
import { type ApiDeps, nowMs } from '../deps.ts';
import { personOf } from '../deskOf.ts';
import { Refused } from '../refused.ts';

/** Sign open requests of the account's unit as one packet and keep it under the given id. */
export async function makePacket(
  deps: ApiDeps,
  { id, unit }: Account,
  { most, ...filter }: PacketOrder,
  packetId: string,
): Promise<void> {
  const now = nowMs(deps);
  const query = { ...filter, state: 'open', order: 'usual', limit: most } as const;
  const rows = await listDesk(deps.pool, { unit, account: id, nowMs: now }, query);
  if (rows.length === 0) throw new Refused('PACKET_EMPTY');
  const basisOf = await legalBases();
  const requests = rows.slice(0, most).map(({ application, ...row }) => ({
    requestId: row.requestId,
    round: row.round,
    kind: row.kind,
    askedBy: row.askedBy,
    purpose: application.purpose,
    legalBasis: basisOf[row.kind].citation,
    dueAt: row.dueAt,
    person: personOf(application.subject),
    identification: row.identification,
    judgments: row.judgments,
  }));
  const content = PacketContent.parse({
    packetId,
    // Requests of many offices leave as one: in the Centre's name.
    fromUnit: CENTRE_UNIT,
    unit,
    issuedAt: isoOf(now),
    expiresAt: isoOf(now + PACKET_DAYS * DAY_MS),
    requests,
  });
  const jws = await deps.officeKey.sign('desk-packet', content);
  await keepPacket(deps.pool, content, { jws, madeBy: id });
}

/** The file `.lltp` of a kept packet. */
export function packetFileOf(jws: string): string {
  return JSON.stringify({ format: PACKET_FORMAT, packet: jws, answers: [] }, null, 1);
}

/** The questions of a kept packet. */
export function requestsOf(jws: string): PacketContent['requests'] {
  return PacketContent.parse(decodeJwt(jws)).requests;
}

/** The answer sheet of a kept packet: a line per request, its answer to be filled in. */
export function answerSheetOf(jws: string): string {
  const fields = Object.keys(QUESTION_COLUMNS) as QuestionColumn[];
  const answers = Object.values(ANSWER_COLUMNS);
  const lines = requestsOf(jws).map((request) => {
    const cells = questionCells(request);
    return [...fields.map((field) => cells[field]), ...answers.map(() => '')];
  });
  return BYTE_ORDER_MARK + csvLines([[...Object.values(QUESTION_COLUMNS), ...answers], ...lines]);
}
