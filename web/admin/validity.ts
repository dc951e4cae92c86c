import { useTranslation } from 'react-i18next';
import { formatDate } from '../pieces/format.ts';

interface Dated {
  validFrom: string | null;
  validTo: string | null;
}

/** From when to when something holds, in words; nothing said of what always does. */
export function useValidity(): (dated: Dated) => string {
  const { t } = useTranslation('admin');
  return ({ validFrom, validTo }) => {
    const from = validFrom === null ? '' : formatDate(validFrom);
    const to = validTo === null ? '' : formatDate(validTo);
    if (validFrom !== null && validTo !== null) return t('between', { from, to });
    if (validFrom !== null) return t('since', { from });
    return validTo === null ? '' : t('until', { to });
  };
}
