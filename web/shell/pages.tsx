import { Button, Result } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useRouteError } from 'react-router';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import { useRoles } from '../session.tsx';
import { areasOf } from './areas.ts';
import { Elsewhere } from './Elsewhere.tsx';

/** `/`: the first area that is the reader's; without one, what the account is for. */
export function Home() {
  const first = areasOf(useRoles())[0];
  return first === undefined ? <Elsewhere /> : <Navigate to={first.path} replace />;
}

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <Result
      status="404"
      title={t('notFound')}
      subTitle={t('notFoundHint')}
      extra={
        <Link to="/">
          <Button>{t('toHome')}</Button>
        </Link>
      }
    />
  );
}

/** A page that could not be shown: a fault of ours, or a file that did not load. */
export function PageFailure() {
  return (
    <div className="page">
      <ProblemAlert error={useRouteError()} onRetry={() => location.reload()} />
    </div>
  );
}
