import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** Name of the system; leads home. */
export function Brand() {
  const { t } = useTranslation();
  return (
    <Link to="/" className="brand">
      <span aria-hidden className="brand-mark" />
      {t('systemName')}
    </Link>
  );
}
