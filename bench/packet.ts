import { setTimeout as pause } from 'node:timers/promises';
import { decodeJwt } from 'jose';
import { type PacketContent, PacketFile, type PacketUpload } from '../domain/packet.ts';
import type { ApiUser } from '../demo/apiUser.ts';
import { type Figure, figure } from './figures.ts';
import { type Crew, wholeLife } from './wholeLife.ts';

/** Questions put to the police at the same time, before the clock runs. */
const AT_ONCE = 8;
/** As often as the screen with its progress bar looks. */
const LOOK_EVERY_MS = 500;
const FULL = 1_000;

/**
 * Answers of one signed packet per second, from the confirmation of its preview until every answer is in
 * its case, and the seconds that a packet of a thousand takes at that pace. Throws when a row is refused.
 */
export async function packetFigures(crew: Crew, answers: number): Promise<Figure[]> {
  await askPolice(crew, answers);
  const { liaison } = crew;
  const { id } = await liaison.send<{ id: string }>('POST', '/packets', { most: answers });
  const { packet, ...file } = PacketFile.parse(await liaison.get(`/packets/${id}/packet.lltp`));
  const { requests } = decodeJwt<PacketContent>(packet);
  const written = requests.map(({ requestId }) => ({ requestId, outcome: 'NO_RECORD' }));
  const text = JSON.stringify({ ...file, packet, answers: written });
  const form = { file: text, sheet: null };
  const upload = await liaison.send<PacketUpload>('POST', '/packets/uploads', form);
  const begin = performance.now();
  await liaison.send('POST', `/packets/uploads/${upload.id}/confirm`, { confirmed: [] });
  const done = await imported(liaison, upload.id);
  const seconds = (performance.now() - begin) / 1000;
  if (done !== requests.length) throw new Error(`${done} of ${requests.length} answers came in`);
  return [
    figure('packet_answers_per_s', done / seconds, '1/s'),
    figure('packet_1000_s', (seconds / done) * FULL, 's'),
  ];
}

async function askPolice(crew: Crew, count: number): Promise<void> {
  let asked = 0;
  const work = async (): Promise<void> => {
    while (asked < count) {
      asked += 1;
      const life = { channel: 'COUNTER', seed: `packet ${asked}`, acts: 1 } as const;
      await wholeLife(crew, life, (_kind, act) => act());
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

/** Waits until an import has ended and nothing of it is on the way; gives the answers in their cases. */
async function imported(liaison: ApiUser, id: string): Promise<number> {
  for (;;) {
    const { state, rows } = await liaison.get<PacketUpload>(`/packets/uploads/${id}`);
    if (state === 'STOPPED') throw new Error('the import was stopped');
    if (state === 'DONE' && rows.ON_THE_WAY === 0) return rows.DONE;
    await pause(LOOK_EVERY_MS);
  }
}
