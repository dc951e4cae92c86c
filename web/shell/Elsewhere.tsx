import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoles, useSessionChanges } from '../session.tsx';
import { useLabel } from '../words/index.ts';
import { type ElsewhereRole, elsewhereOf } from './areas.ts';

/** Home of an account without screens of its own: what it is for and where its work is done today. */
export function Elsewhere() {
  const { t } = useTranslation();
  const { signOut } = useSessionChanges();
  const [leaving, setLeaving] = useState(false);
  const leave = async (): Promise<void> => {
    setLeaving(true);
    await signOut().finally(() => setLeaving(false));
  };
  return (
    <article className="elsewhere">
      <h1>{t('elsewhereTitle')}</h1>
      {elsewhereOf(useRoles()).map((role) => (
        <Purpose key={role} role={role} />
      ))}
      <div className="elsewhere-ways">
        <Button type="primary" loading={leaving} onClick={() => void leave()}>
          {t('elsewhereOther')}
        </Button>
        <a href="/api/reference">{t('apiReference')}</a>
      </div>
    </article>
  );
}

function Purpose({ role }: { role: ElsewhereRole }) {
  const { t } = useTranslation();
  const label = useLabel();
  return (
    <section aria-label={label('role', role)}>
      <h2>{label('role', role)}</h2>
      <dl>
        <dt>{t('elsewherePurpose')}</dt>
        <dd>{t(`purpose.${role}`)}</dd>
        <dt>{t('elsewhereToday')}</dt>
        <dd>{t(`today.${role}`)}</dd>
      </dl>
    </section>
  );
}
