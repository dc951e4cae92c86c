import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { PERMISSIONS } from '../../domain/permission.ts';
import type { Role } from '../../domain/role.ts';
import { useRoles } from '../session.tsx';
import { OUTAGE_ROLES } from '../shell/areas.ts';

const SECTIONS: readonly { path: string; word: string; roles: readonly Role[] }[] = [
  { path: '/dieu-hanh', word: 'sections.board', roles: PERMISSIONS['board.read'] },
  { path: '/dieu-hanh/vang-mat', word: 'sections.absences', roles: PERMISSIONS['absence.oversee'] },
  { path: '/dieu-hanh/thu-xin-loi', word: 'sections.letters', roles: PERMISSIONS['letter.read'] },
  { path: '/dieu-hanh/khieu-nai', word: 'sections.disputes', roles: PERMISSIONS['board.read'] },
  {
    path: '/dieu-hanh/su-co-thoi-han',
    word: 'sections.incidents',
    roles: PERMISSIONS['incident.read'],
  },
  { path: '/dieu-hanh/luot-doc', word: 'sections.readings', roles: PERMISSIONS['reading.list'] },
  { path: '/dieu-hanh/gian-doan', word: 'sections.outages', roles: OUTAGE_ROLES },
  { path: '/quan-tri/canh-bao', word: 'sections.alarms', roles: PERMISSIONS['alarm.read'] },
];

/** The pages of whoever runs an office, beside the board; only those the reader may open. */
export function Sections() {
  const { t } = useTranslation('supervisor');
  const mine = useRoles();
  const open = SECTIONS.filter(({ roles }) => roles.some((role) => mine.includes(role)));
  return (
    <nav className="sections" aria-label={t('sections.name')}>
      {open.map(({ path, word }) => (
        <NavLink key={path} to={path} end>
          {t(word)}
        </NavLink>
      ))}
    </nav>
  );
}
