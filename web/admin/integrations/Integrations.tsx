import { Tabs } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import '../admin.css';
import { ArrivalList } from './ArrivalList.tsx';
import { DeadLetterList } from './DeadLetterList.tsx';
import './integrations.css';
import { UnitList } from './UnitList.tsx';

const TABS = [
  { key: 'don-vi', word: 'tab.units', children: <UnitList /> },
  { key: 'ton', word: 'tab.dead', children: <DeadLetterList /> },
  { key: 'den', word: 'tab.arrivals', children: <ArrivalList /> },
] as const;

/** `/quan-tri/lien-thong`: the lines to agencies, dead letters, what arrived. */
export default function Integrations() {
  const { t } = useTranslation('integrations');
  const [search, setSearch] = useSearchParams();
  useEffect(() => {
    document.title = t('title');
  }, [t]);
  return (
    <div className="admin">
      <h1>{t('title')}</h1>
      <p className="muted">{t('lead')}</p>
      <Tabs
        activeKey={search.get('tab') ?? 'don-vi'}
        destroyOnHidden
        onChange={(tab) => setSearch({ tab })}
        items={TABS.map(({ word, ...tab }) => ({ ...tab, label: t(word) }))}
      />
    </div>
  );
}
