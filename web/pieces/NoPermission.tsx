import { Button, Result } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Role } from '../../domain/role.ts';
import { useLabel } from '../words/index.ts';

/** Shown instead of a page whose role the reader does not have: says whose page it is. */
export function NoPermission({ roles }: { roles: readonly Role[] }) {
  const { t } = useTranslation();
  const label = useLabel();
  const named = roles.map((role) => label('role', role)).join(', ');
  return (
    <Result
      status="403"
      title={t('noPermission')}
      subTitle={t('noPermissionHint', { roles: named })}
      extra={
        <Link to="/">
          <Button>{t('toHome')}</Button>
        </Link>
      }
    />
  );
}
