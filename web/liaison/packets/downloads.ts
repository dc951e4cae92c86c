/** Both files of a packet: what was signed, and the sheet to be filled in. */
export function filesOf(id: string): string[] {
  return [`/packets/${id}/packet.lltp`, `/packets/${id}/sheet.csv`];
}
