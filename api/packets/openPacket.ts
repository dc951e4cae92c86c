import { decodeProtectedHeader } from 'jose';
import { openMessage, SignatureRefused } from '../../agencies/signing.ts';
import { findPacket } from '../../db/read/packets.ts';
import { PacketContent, PacketFile, type WrittenAnswer } from '../../domain/packet.ts';
import { type ApiDeps, nowMs } from '../deps.ts';
import { Refused } from '../refused.ts';

/**
 * What an uploaded packet file holds: our signed questions, and the answers written into it. Refuses with
 * PACKET_UNREADABLE, PACKET_ALTERED, PACKET_OF_OTHER_UNIT or PACKET_EXPIRED.
 */
export async function openPacket(
  deps: ApiDeps,
  unit: string,
  text: string,
): Promise<{ content: PacketContent; answers: readonly WrittenAnswer[] }> {
  const file = PacketFile.safeParse(jsonOf(text));
  if (!file.success) throw new Refused('PACKET_UNREADABLE');
  const content = await verified(deps, file.data.packet);
  if (content.unit !== unit) throw new Refused('PACKET_OF_OTHER_UNIT');
  if (Date.parse(content.expiresAt) <= nowMs(deps)) throw new Refused('PACKET_EXPIRED');
  // One that this database never made, such as of another installation with the same key.
  if ((await findPacket(deps.pool, content.packetId)) === null)
    throw new Refused('PACKET_UNREADABLE');
  return { content, answers: file.data.answers };
}

async function verified({ officeKey }: ApiDeps, jws: string): Promise<PacketContent> {
  try {
    // A message is good for minutes, a packet for the days it names itself: judged as when it was signed.
    const signedAtMs = Number(decodeProtectedHeader(jws)['iat']) * 1000;
    const opened = await openMessage(
      jws,
      (kid) => officeKey.keyOf(kid),
      ['desk-packet'],
      signedAtMs,
    );
    return PacketContent.parse(opened.payload);
  } catch (cause) {
    const altered = cause instanceof SignatureRefused && cause.defect === 'WRONG_SIGNATURE';
    throw new Refused(altered ? 'PACKET_ALTERED' : 'PACKET_UNREADABLE', [], { cause });
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
