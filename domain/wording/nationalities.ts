import { NO_NATIONALITY } from '../application.ts';
import type { Language } from './refusals.ts';

/** What is written where a country would stand; no text of law prescribes it. */
const NAMES: Record<(typeof NO_NATIONALITY)[number], Record<Language, string>> = {
  STATELESS: { vi: 'Không quốc tịch', en: 'Stateless' },
  UNDETERMINED: { vi: 'Chưa xác định được quốc tịch', en: 'Nationality not determined' },
};

/** Why a nationality is no country, in words; null of a country's ISO code. */
export function withoutCountry(nationality: string, language: Language): string | null {
  const none = NO_NATIONALITY.find((each) => each === nationality);
  return none === undefined ? null : NAMES[none][language];
}
