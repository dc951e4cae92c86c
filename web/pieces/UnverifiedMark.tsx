import { useTranslation } from 'react-i18next';

/** Says of a source that nobody has compared it with the text yet. */
export function UnverifiedMark({ verified }: { verified: boolean }) {
  const { t } = useTranslation('officer');
  return verified ? null : <span className="muted">({t('unverified')})</span>;
}
