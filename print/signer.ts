/** What stands above the name of whoever signs: a deputy for the director, a head of division by the director's order. */
export const POSITIONS = {
  DIRECTOR: ['GIÁM ĐỐC'],
  DEPUTY_DIRECTOR: ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'],
  DIVISION_HEAD: ['TL. GIÁM ĐỐC', 'TRƯỞNG PHÒNG'],
} as const;

export interface LetterSigner {
  position: keyof typeof POSITIONS;
  name: string;
}

/** A certificate, and a refusal after acceptance, is signed by the director or a deputy. */
export interface CertificateSigner extends LetterSigner {
  position: 'DIRECTOR' | 'DEPUTY_DIRECTOR';
}

/** The signer block of a certificate from an account's name and title, or null before signing. */
export function signerOf(name: string | null, title: string | null): CertificateSigner | null {
  if (name === null) return null;
  const deputy = title?.toLowerCase().startsWith('phó') ?? false;
  return { position: deputy ? 'DEPUTY_DIRECTOR' : 'DIRECTOR', name };
}
