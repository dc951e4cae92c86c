import dayjs from 'dayjs';
import 'dayjs/locale/vi.js';
import i18next from 'i18next';
import { useCallback } from 'react';
import { initReactI18next, useTranslation } from 'react-i18next';
import { type CodeGroup, codes } from '../../domain/wording/codes.ts';
import { withoutCountry } from '../../domain/wording/nationalities.ts';
import { inLanguage, type Pair } from '../../domain/wording/pair.ts';
import { absences } from './absences.ts';
import { admin } from './admin.ts';
import { bans } from './bans.ts';
import { board } from './board.ts';
import { campaigns } from './campaigns.ts';
import { catalogue } from './catalogue.ts';
import { citizen } from './citizen.ts';
import { disputes } from './disputes.ts';
import { remedies } from './remedies.ts';
import { evaluation } from './evaluation.ts';
import { exchange } from './exchange.ts';
import { fields } from './fields.ts';
import { found } from './found.ts';
import { identity } from './identity.ts';
import { integrations } from './integrations.ts';
import { incidents } from './incidents.ts';
import { letters } from './letters.ts';
import { liaison } from './liaison.ts';
import { officer } from './officer.ts';
import { packets } from './packets.ts';
import { readings } from './readings.ts';
import { reconciliation } from './reconciliation.ts';
import { quality } from './quality.ts';
import { recordBook } from './recordBook.ts';
import { records } from './records.ts';
import { rehearsal } from './rehearsal.ts';
import { shared } from './shared.ts';
import { supervisor } from './supervisor.ts';
import { supply } from './supply.ts';

export type Language = 'vi' | 'en';
const KEPT_AS = 'lltp.language';
const areas = {
  shared,
  officer,
  liaison,
  packets,
  supervisor,
  records,
  recordBook,
  readings,
  reconciliation,
  quality,
  campaigns,
  exchange,
  fields,
  catalogue,
  supply,
  citizen,
  board,
  rehearsal,
  admin,
  absences,
  bans,
  letters,
  disputes,
  remedies,
  evaluation,
  found,
  identity,
  integrations,
  incidents,
};

/** The language chosen on this machine; Vietnamese unless somebody switched. */
function keptLanguage(): Language {
  return localStorage.getItem(KEPT_AS) === 'en' ? 'en' : 'vi';
}

function tellPage(language: Language): void {
  document.documentElement.lang = language;
  dayjs.locale(language);
}

/** Make the words of all areas known, one i18next namespace per area; called once, before the first render. */
export function startWords(): void {
  const language = keptLanguage();
  tellPage(language);
  const wordsIn = (one: Language) =>
    Object.fromEntries(Object.entries(areas).map(([area, words]) => [area, words[one]]));
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'vi',
    defaultNS: 'shared',
    fallbackNS: 'shared',
    resources: { vi: wordsIn('vi'), en: wordsIn('en') },
    interpolation: { escapeValue: false },
  });
}

/** The language of the screens and the way to change it. */
export function useLanguage(): { language: Language; setLanguage: (language: Language) => void } {
  const { i18n } = useTranslation();
  const setLanguage = (language: Language): void => {
    localStorage.setItem(KEPT_AS, language);
    tellPage(language);
    void i18n.changeLanguage(language);
  };
  return { language: i18n.language === 'en' ? 'en' : 'vi', setLanguage };
}

/** Name of a code in the user's language, such as `label('step', 'SIGNING')`; an unknown code names itself. */
export function useLabel(): (group: CodeGroup, code: string) => string {
  const { language } = useLanguage();
  return useCallback(
    (group, code) => {
      const named = codes[group] as Readonly<Record<string, Pair | undefined>>;
      const name = named[code];
      return name === undefined ? code : inLanguage(name, language);
    },
    [language],
  );
}

/** Name of a country by its ISO code, or of why a person has none, in the user's language. */
export function useCountryName(): (code: string) => string {
  const { language } = useLanguage();
  return useCallback(
    (code) =>
      withoutCountry(code, language) ??
      new Intl.DisplayNames(language, { type: 'region' }).of(code) ??
      code,
    [language],
  );
}
