import type { DocumentType, IdentityDocument } from '../application.ts';
import type { Language } from './refusals.ts';

/** Names of identity papers, as certificates, answer sheets and screens write them. */
export const DOCUMENT_NAMES: Record<DocumentType, Record<Language, string>> = {
  CCCD: { vi: 'Căn cước công dân', en: 'Citizen ID' },
  CMND: { vi: 'Chứng minh nhân dân', en: 'Old ID card' },
  PASSPORT: { vi: 'Hộ chiếu', en: 'Passport' },
  TRAVEL_PAPER: { vi: 'Giấy tờ đi lại quốc tế', en: 'International travel paper' },
  IDENTITY_CERTIFICATE: { vi: 'Giấy chứng nhận căn cước', en: 'Identity certificate' },
};

const FORMER = { vi: 'giấy tờ cũ', en: 'former' };

/** A paper in words: kind, number, and whether it is one no longer in use. */
export function paperInWords(
  { type, number, former }: Pick<IdentityDocument, 'type' | 'number' | 'former'>,
  language: Language,
): string {
  const name = `${DOCUMENT_NAMES[type][language]} ${number}`;
  return former === true ? `${name} (${FORMER[language]})` : name;
}
