import type { Block } from './sheet.ts';

interface Addressee {
  requesterName: string;
  subjectName: string;
  caseId: string;
}

/** To whom a paper about a dossier goes, for whom the certificate is where that is somebody else, and its number. */
export function addressee({ requesterName, subjectName, caseId }: Addressee): Block[] {
  const blocks: Block[] = [
    { kind: 'field', label: 'Kính gửi ông (bà):', text: requesterName, strong: true },
  ];
  if (subjectName !== requesterName) {
    blocks.push({ kind: 'field', label: 'Người được cấp phiếu:', text: subjectName, strong: true });
  }
  blocks.push({ kind: 'field', label: 'Mã hồ sơ:', text: caseId });
  return blocks;
}
