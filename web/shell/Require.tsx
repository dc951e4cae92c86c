import type { ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router';
import type { Role } from '../../domain/role.ts';
import { NoPermission } from '../pieces/NoPermission.tsx';
import { Loading } from '../pieces/Loading.tsx';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import { SessionEnded } from './SessionEnded.tsx';
import { useRoles, useSessionState } from '../session.tsx';

/**
 * Sends people who are not signed in to the sign-in page, and back afterwards. A session that ends
 * while its person works takes nothing off the screen.
 */
export function RequireSession({ children }: { children: ReactNode }) {
  const { session, ended, pending, error } = useSessionState();
  const { pathname, search } = useLocation();
  if (pending) return <Waiting />;
  if (session === null && error !== null) {
    return (
      <main className="page">
        <ProblemAlert error={error} onRetry={() => location.reload()} />
      </main>
    );
  }
  const to = pathname === '/' ? '' : `?den=${encodeURIComponent(pathname + search)}`;
  if (session === null) return <Navigate to={`/dang-nhap${to}`} replace />;
  return (
    <>
      {children}
      {ended && <SessionEnded account={session.account} />}
    </>
  );
}

function Waiting() {
  return (
    <main className="page">
      <Loading />
    </main>
  );
}

/** Shows a page only to people with one of the roles; the server decides again on every request. */
export function RequireRoles({ roles, children }: { roles: readonly Role[]; children: ReactNode }) {
  const mine = useRoles();
  return roles.some((role) => mine.includes(role)) ? children : <NoPermission roles={roles} />;
}
