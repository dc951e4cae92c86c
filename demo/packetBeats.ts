import { setTimeout as pause } from 'node:timers/promises';
import type { VerificationKind } from '../domain/flow/verification.ts';
import { type Packet, PacketFile, type PacketUpload } from '../domain/packet.ts';
import type { ApiUser } from './apiUser.ts';
import { postFor } from './desks.ts';
import type { Beat } from './story.ts';

const TRIES = 40;
const PAUSE_MS = 250;

/**
 * The asked unit takes its open requests away as a signed packet and brings back that it knows of nothing
 * about this case; its other requests stay open.
 */
export function answerByPacket(kind: VerificationKind): Beat {
  return {
    name: `${kind} answers by packet`,
    hours: 14,
    play: async ({ as, caseId }) => {
      const liaison = await as(postFor(kind));
      const { id } = await liaison.send<Packet>('POST', '/packets', {});
      const kept = PacketFile.parse(await liaison.get(`/packets/${id}/packet.lltp`));
      const answers = [{ requestId: `${caseId}/${kind}-1`, outcome: 'NO_RECORD' }];
      const form = { file: JSON.stringify({ ...kept, answers }), sheet: null };
      const upload = await liaison.send<PacketUpload>('POST', '/packets/uploads', form);
      await liaison.send('POST', `/packets/uploads/${upload.id}/confirm`, { confirmed: [] });
      await imported(liaison, upload.id);
    },
  };
}

/** Wait for an import to end; throws when it has not in the end. */
async function imported(liaison: ApiUser, id: string): Promise<void> {
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const { state } = await liaison.get<PacketUpload>(`/packets/uploads/${id}`);
    if (state === 'DONE') return;
    await pause(PAUSE_MS);
  }
  throw new Error(`upload ${id} is still being imported`);
}
