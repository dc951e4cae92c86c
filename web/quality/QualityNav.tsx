import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { PERMISSIONS } from '../../domain/permission.ts';
import type { Role } from '../../domain/role.ts';
import { useRoles } from '../session.tsx';
import '../supervisor/sections.css';

/** Every other page lies below it. */
const QUEUE = '/chat-luong';
const PAGES: readonly { path: string; word: string; roles: readonly Role[] }[] = [
  { path: QUEUE, word: 'page.queue', roles: PERMISSIONS['finding.read'] },
  { path: '/chat-luong/ty-le', word: 'page.share', roles: PERMISSIONS['quality.read'] },
  { path: '/chat-luong/dot', word: 'page.campaigns', roles: PERMISSIONS['quality.read'] },
];

/** The pages of data quality; only those the reader may open. */
export function QualityNav() {
  const { t } = useTranslation('quality');
  const mine = useRoles();
  const open = PAGES.filter(({ roles }) => mine.some((role) => roles.includes(role)));
  return (
    <nav className="sections" aria-label={t('pages')}>
      {open.map(({ path, word }) => (
        <NavLink key={path} to={path} end={path === QUEUE}>
          {t(word)}
        </NavLink>
      ))}
    </nav>
  );
}
