import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import '../supervisor/sections.css';

/** The pages of a liaison: one request after the other, many away from the system, campaigns of data quality. */
export function LiaisonNav() {
  const { t } = useTranslation('liaison');
  return (
    <nav className="sections" aria-label={t('pages')}>
      <NavLink to="/lien-thong" end>
        {t('requestsPage')}
      </NavLink>
      <NavLink to="/lien-thong/goi">{t('packetsPage')}</NavLink>
      <NavLink to="/lien-thong/lam-sach">{t('sharesPage')}</NavLink>
    </nav>
  );
}
