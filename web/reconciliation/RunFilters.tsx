import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Asked } from '../pieces/askedList.ts';
import { ListChoice, ListFile, ListSearch } from '../pieces/ListFilters.tsx';

const WHICH = ['open', 'ended', 'all'] as const;
const COUNTERPARTS = ['CENTRE', 'SUPPLIER'] as const;

/** Search and filters of the runs, and what they find as a file. */
export function RunFilters({ query, onChange, total }: Asked & { total: number | null }) {
  const { t } = useTranslation('reconciliation');
  return (
    <div className="reconciliation-filters">
      <Segmented
        value={query['which'] ?? 'open'}
        onChange={(which) => onChange({ which })}
        options={WHICH.map((value) => ({ value, label: t(`which.${value}`) }))}
      />
      <ListChoice
        query={query}
        onChange={onChange}
        name="counterpart"
        label={t('counterpart')}
        all={`${t('counterpart')}: ${t('counterpart.ALL')}`}
        options={COUNTERPARTS.map((value) => ({
          value,
          label: `${t('counterpart')}: ${t(`counterpart.${value}`)}`,
        }))}
      />
      <ListSearch query={query} onChange={onChange} label={t('search')} />
      <ListFile
        query={query}
        path="/exchange/reconciliations.csv"
        count={total === null ? null : t('count', { total })}
        label={t('export')}
      />
    </div>
  );
}
