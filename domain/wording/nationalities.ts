import { NO_NATIONALITY } from '../application.ts';
import type { Language } from './refusals.ts';

/** What is written where a country would stand; no text of law prescribes it. */
const NAMES: Record<(typeof NO_NATIONALITY)[number], Record<Language, string>> = {
  STATELESS: { vi: 'Không quốc tịch', en: 'Stateless' },
  UNDETERMINED: { vi: 'Chưa xác định được quốc tịch', en: 'Nationality not determined' },
};

/** Name of a nationality: of the country with this ISO code, or of why there is none. */
export function nationalityName(code: string, language: Language): string {
  const none = NO_NATIONALITY.find((each) => each === code);
  if (none !== undefined) return NAMES[none][language];
  return new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code;
}
