import { SAID_AT_LEAST, SAID_AT_MOST } from '../../domain/rescue.ts';
import { useLanguage } from '../words/index.ts';

/** A share as whole percent in the reader's language: chances are no finer than that. */
export function usePercent(): (share: number) => string {
  const { language } = useLanguage();
  const format = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
  return (share) => format.format(share);
}

/** A chance in words: whole percent, and near the ends only "> 95 %" or "< 5 %". */
export function useChance(): (chance: number) => string {
  const percent = usePercent();
  return (chance) => {
    if (chance > SAID_AT_MOST) return `>\u00A0${percent(SAID_AT_MOST)}`;
    return chance < SAID_AT_LEAST ? `<\u00A0${percent(SAID_AT_LEAST)}` : percent(chance);
  };
}
