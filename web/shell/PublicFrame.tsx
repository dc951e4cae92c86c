import { useTranslation } from 'react-i18next';
import { NavLink, Outlet } from 'react-router';
import { Brand } from './Brand.tsx';
import { DemonstrationBanner } from './DemonstrationBanner.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';

/** Frame of the pages that need no session. */
export function PublicFrame() {
  const { t } = useTranslation();
  return (
    <>
      <DemonstrationBanner />
      <header className="header">
        <div className="header-row">
          <Brand />
          <nav aria-label={t('navigation')} className="header-nav public-nav">
            <NavLink to="/tra-cuu">{t('pageTracking')}</NavLink>
            <NavLink to="/xac-thuc">{t('pageVerify')}</NavLink>
            <NavLink to="/dang-nhap">{t('signIn')}</NavLink>
          </nav>
          <LanguageSwitch />
        </div>
      </header>
      <main id="content" className="page">
        <Outlet />
      </main>
    </>
  );
}
