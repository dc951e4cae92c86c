import { renderCertificate } from './certificate.ts';
import type { CertificateData, CertificateOptions } from './certificateForm.ts';

/** What the print room hands to its thread. */
export interface PrintOrder {
  data: CertificateData;
  options: CertificateOptions | undefined;
}

/** The work of the print room's thread. */
export default function print({ data, options }: PrintOrder): Promise<Uint8Array> {
  return renderCertificate(data, options);
}
