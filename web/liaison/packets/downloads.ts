import { download } from '../../api.ts';

/** Both files of a packet: what was signed, and the sheet to be filled in. */
export async function downloadPacket(id: string): Promise<void> {
  await download(`/packets/${id}/packet.lltp`);
  await download(`/packets/${id}/sheet.csv`);
}
