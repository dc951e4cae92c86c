import {
  type CertificateData,
  type CertificateOptions,
  composeCertificate,
} from './certificateForm.ts';
import { drawSheet } from './drawSheet.ts';

/**
 * A certificate as PDF bytes, A4, fonts embedded. The same input gives the same bytes.
 *
 * Throws an Error when the data contradict themselves, when a final certificate lacks number,
 * verification or signer, or when a character has no glyph: never prints a wrong paper.
 */
export async function renderCertificate(
  data: CertificateData,
  options: CertificateOptions = {},
): Promise<Uint8Array> {
  return drawSheet(composeCertificate(data, options));
}
