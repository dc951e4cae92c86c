import type { CertificateSigner } from './certificateForm.ts';
import type { LetterSigner } from './letterForm.ts';

/** What stands above the name of whoever signs. */
export const POSITIONS: Readonly<Record<LetterSigner['position'], readonly string[]>> = {
  DIRECTOR: ['GIÁM ĐỐC'],
  DEPUTY_DIRECTOR: ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'],
  DIVISION_HEAD: ['TL. GIÁM ĐỐC', 'TRƯỞNG PHÒNG'],
};

/** The signer block of a certificate from an account's name and title, or null before signing. */
export function signerOf(name: string | null, title: string | null): CertificateSigner | null {
  if (name === null) return null;
  const deputy = title?.toLowerCase().startsWith('phó') ?? false;
  return { position: deputy ? 'DEPUTY_DIRECTOR' : 'DIRECTOR', name };
}
