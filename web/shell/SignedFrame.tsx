import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';
import { useChanges } from '../changes.ts';
import { Loading } from '../pieces/Loading.tsx';
import { AbsenceBanner } from './AbsenceBanner.tsx';
import { DemonstrationBanner } from './DemonstrationBanner.tsx';
import { Header } from './Header.tsx';
import { UnsavedGuard } from './Unsaved.tsx';

/** Frame of the pages of people who are signed in. */
export function SignedFrame() {
  const { t } = useTranslation();
  useChanges();
  return (
    <UnsavedGuard>
      <a href="#content" className="skip-link">
        {t('skipToContent')}
      </a>
      <DemonstrationBanner />
      <Header />
      <AbsenceBanner />
      <main id="content" className="page" tabIndex={-1}>
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </main>
    </UnsavedGuard>
  );
}
