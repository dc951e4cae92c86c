import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import '../supervisor/sections.css';

/** The two pages of a liaison: one request after the other, or many away from the system. */
export function LiaisonNav() {
  const { t } = useTranslation('liaison');
  return (
    <nav className="sections" aria-label={t('pages')}>
      <NavLink to="/lien-thong" end>
        {t('requestsPage')}
      </NavLink>
      <NavLink to="/lien-thong/goi">{t('packetsPage')}</NavLink>
    </nav>
  );
}
