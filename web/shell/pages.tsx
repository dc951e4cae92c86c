import { useTranslation } from 'react-i18next';
import { Navigate, useLocation, useRouteError } from 'react-router';
import { Loading } from '../pieces/Loading.tsx';
import { NothingThere } from '../pieces/NothingThere.tsx';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import { useRoles, useSessionState } from '../session.tsx';
import { areasOf } from './areas.ts';
import { Elsewhere } from './Elsewhere.tsx';
import { PublicFrame } from './PublicFrame.tsx';
import { SignedFrame } from './SignedFrame.tsx';

/** `/`: the first area that is the reader's; without one, what the account is for. */
export function Home() {
  const first = areasOf(useRoles())[0];
  return first === undefined ? <Elsewhere /> : <Navigate to={first.path} replace />;
}

/** Any other address: back to the area it would belong to, if that is the reader's, else home. */
export function NotFoundPage() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const { session } = useSessionState();
  const areas = areasOf(session?.account.roles ?? []);
  const area = areas.find(({ path }) => pathname.startsWith(`${path}/`));
  const home =
    session === null
      ? { to: '/tra-cuu', label: t('pageTracking') }
      : { to: '/', label: t('toHome') };
  const back = area === undefined ? home : { to: area.path, label: t(area.word) };
  return <NothingThere title={t('notFound')} hint={t('notFoundHint')} back={back} />;
}

/** Frame of an address that nobody needs a session for, because nothing is there. */
export function AnyFrame() {
  const { session, pending } = useSessionState();
  if (pending) return <Loading />;
  return session === null ? <PublicFrame /> : <SignedFrame />;
}

/** A page that could not be shown: a fault of ours, or a file that did not load. */
export function PageFailure() {
  return (
    <div className="page">
      <ProblemAlert error={useRouteError()} onRetry={() => location.reload()} />
    </div>
  );
}
