import { Collapse } from 'antd';
import { useTranslation } from 'react-i18next';
import { allows } from '../../domain/permission.ts';
import { useSession } from '../session.tsx';
import { ReadingList } from './ReadingList.tsx';

/** Who has read a case or record (`path` under the API), for who may ask; folded, because asking is noted too. */
export function ReadingPanel({ path }: { path: string }) {
  const { t } = useTranslation('readings');
  const { account } = useSession();
  if (!allows(account, 'reading.list')) return null;
  return (
    <Collapse
      className="readings"
      items={[{ key: 'readings', label: t('panel'), children: <Panel path={path} /> }]}
      destroyOnHidden
    />
  );
}

function Panel({ path }: { path: string }) {
  const { t } = useTranslation('readings');
  return (
    <>
      <p className="muted">{t('panelHint')}</p>
      <ReadingList path={path} />
    </>
  );
}
