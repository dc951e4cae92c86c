import type { CertificateSigner } from './certificateForm.ts';

/** The signer block of a certificate from an account's name and title, or null before signing. */
export function signerOf(name: string | null, title: string | null): CertificateSigner | null {
  if (name === null) return null;
  const deputy = title?.toLowerCase().startsWith('phó') ?? false;
  return { position: deputy ? 'DEPUTY_DIRECTOR' : 'DIRECTOR', name };
}
