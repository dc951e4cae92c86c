import { CalendarOutlined, LogoutOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, NavLink, useLocation } from 'react-router';
import { allows } from '../../domain/permission.ts';
import { useRoles, useSession, useSessionChanges } from '../session.tsx';
import { areasOf } from './areas.ts';
import { Brand } from './Brand.tsx';
import { BusinessClock } from './BusinessClock.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { SearchBox } from './SearchBox.tsx';
import { useLeave } from './Unsaved.tsx';

/** Who I am, where I can go, what time it is in business time, and the way out. */
export function Header() {
  const { t } = useTranslation();
  const areas = areasOf(useRoles());
  const nav = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    if (nav.current !== null) showActive(nav.current);
  }, [pathname]);
  return (
    <header className="header">
      <div className="header-row">
        <Brand />
        <SearchBox />
        <BusinessClock />
        <LanguageSwitch />
        <Who />
      </div>
      {areas.length > 0 && (
        <nav ref={nav} aria-label={t('navigation')} className="header-nav">
          {areas.map(({ path, word }) => (
            <NavLink key={path} to={path} end={areas.some((area) => isBelow(area.path, path))}>
              {t(word)}
            </NavLink>
          ))}
        </nav>
      )}
    </header>
  );
}

function Who() {
  const { t } = useTranslation();
  const { account } = useSession();
  const { signOut } = useSessionChanges();
  const askFirst = useLeave();
  const [leaving, setLeaving] = useState(false);
  const leave = async (): Promise<void> => {
    setLeaving(true);
    await signOut().finally(() => setLeaving(false));
  };
  return (
    <div className="who">
      <div className="who-name">
        <strong>{account.displayName}</strong>
        <span className="muted">
          {account.title} · {account.unitName}
        </span>
      </div>
      {allows(account, 'absence.enter') && (
        <Link
          to="/vang-mat"
          className="who-link"
          aria-label={t('myAbsences')}
          title={t('myAbsences')}
        >
          <CalendarOutlined aria-hidden />
        </Link>
      )}
      <Button
        icon={<LogoutOutlined />}
        loading={leaving}
        aria-label={t('signOut')}
        title={t('signOut')}
        onClick={() => askFirst(() => void leave())}
      />
    </div>
  );
}

/** On a narrow screen the area I am in is not left out of sight. */
function showActive(nav: HTMLElement): void {
  const active = nav.querySelector<HTMLElement>('.active');
  if (active === null) return;
  const before = active.offsetLeft - nav.offsetLeft;
  nav.scrollLeft = before - (nav.clientWidth - active.clientWidth) / 2;
}

/** Whether an area lies below another: then only the address itself is the other. */
function isBelow(path: string, other: string): boolean {
  return path.startsWith(`${other}/`);
}
