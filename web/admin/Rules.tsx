import { useQuery } from '@tanstack/react-query';
import { Table, type TableProps } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { RuleSetList, type RuleSetLine } from '../../domain/law/published.ts';
import { get } from '../api.ts';
import { EmptyState } from '../pieces/EmptyState.tsx';
import { Loading } from '../pieces/Loading.tsx';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import { useLanguage } from '../words/index.ts';
import { RuleDetail } from './RuleDetail.tsx';
import { useValidity } from './validity.ts';
import './admin.css';

/** Which law applied when, and where each value of it comes from; read only. */
export default function Rules() {
  const { t } = useTranslation('admin');
  const [search, setSearch] = useSearchParams();
  const { data, error, refetch } = useQuery({
    queryKey: ['law', 'rule-sets'],
    queryFn: () => get('/rule-sets', RuleSetList),
  });
  useEffect(() => {
    document.title = t('rules.title');
  }, [t]);
  const lines = data?.ruleSets ?? [];
  const chosen = search.get('bo') ?? lines.find(({ inForce }) => inForce)?.id ?? lines[0]?.id;
  return (
    <div className="admin">
      <h1>{t('rules.title')}</h1>
      <p className="muted">{t('rules.lead')}</p>
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {data === undefined && error === null && <Loading rows={8} />}
      {data !== undefined && (
        <RuleSets lines={lines} chosen={chosen} onChoose={(id) => setSearch({ bo: id })} />
      )}
      {chosen !== undefined && <RuleDetail key={chosen} id={chosen} />}
    </div>
  );
}

interface RuleSetsProps {
  lines: RuleSetLine[];
  chosen: string | undefined;
  onChoose: (id: string) => void;
}

function RuleSets({ lines, chosen, onChoose }: RuleSetsProps) {
  const { t } = useTranslation('admin');
  const { language } = useLanguage();
  const validity = useValidity();
  const columns: TableProps<RuleSetLine>['columns'] = [
    {
      title: t('rules.name'),
      key: 'name',
      render: (_, { id, name, inForce }) => (
        <>
          <button
            type="button"
            className="admin-choose"
            aria-pressed={id === chosen}
            onClick={() => onChoose(id)}
          >
            {id} · {name[language]}
          </button>
          {inForce && <strong className="admin-now">{t('rules.now')}</strong>}
        </>
      ),
    },
    {
      title: t('rules.validity'),
      key: 'validity',
      render: (_, line) => validity(line),
    },
    {
      title: t('rules.unverified'),
      key: 'unverified',
      responsive: ['sm'],
      render: (_, { unverified, values }) =>
        t('rules.unverifiedOf', { count: unverified, all: values }),
    },
  ];
  return (
    <Table
      aria-label={t('rules.list')}
      size="small"
      rowKey="id"
      columns={columns}
      dataSource={lines}
      pagination={false}
      rowClassName={({ id }) => (id === chosen ? 'current-row' : '')}
      locale={{ emptyText: <EmptyState text={t('rules.empty')} /> }}
    />
  );
}
