import { useTranslation } from 'react-i18next';
import { DIFFERENCE_STATES, FINDINGS } from '../../domain/exchange/reconciliation.ts';
import type { Asked } from '../pieces/askedList.ts';
import { ListChoice, ListFile, ListSearch } from '../pieces/ListFilters.tsx';

interface DifferenceFiltersProps extends Asked {
  caseId: string;
  total: number | null;
}

/** Search and filters of a run's differences, and what they find as a file. */
export function DifferenceFilters({ caseId, query, onChange, total }: DifferenceFiltersProps) {
  const { t } = useTranslation('reconciliation');
  const choose = (name: string, values: readonly string[]) => (
    <ListChoice
      query={query}
      onChange={onChange}
      name={name}
      label={t(name)}
      all={`${t(name)}: ${t('all')}`}
      options={values.map((value) => ({ value, label: t(`${name}.${value}`) }))}
    />
  );
  return (
    <div className="reconciliation-filters">
      {choose('state', DIFFERENCE_STATES)}
      {choose('finding', FINDINGS)}
      <ListSearch query={query} onChange={onChange} label={t('searchDifference')} />
      <ListFile
        query={query}
        path={`/exchange/reconciliations/${caseId}/differences.csv`}
        count={total === null ? null : t('countDifferences', { total })}
        label={t('export')}
      />
    </div>
  );
}
