import { useTranslation } from 'react-i18next';
import { INFORMATION_KINDS, SUPPLIER_KINDS } from '../../domain/supply/kinds.ts';
import { SUPPLY_CHANNELS, SUPPLY_STATES } from '../../domain/supply/supply.ts';
import type { Asked } from '../pieces/askedList.ts';
import { ListChoice, ListFile, ListSearch } from '../pieces/ListFilters.tsx';

/** Search and filters of the book, and what they find as a file. */
export function BookFilters({ query, onChange, total }: Asked & { total: number | null }) {
  const { t } = useTranslation('supply');
  const choose = (name: string, values: readonly string[]) => (
    <ListChoice
      query={query}
      onChange={onChange}
      name={name}
      label={t(name)}
      all={`${t(name)}: ${t('ALL')}`}
      options={values.map((value) => ({ value, label: t(`${name}.${value}`) }))}
    />
  );
  return (
    <div className="supply-filters">
      <ListSearch query={query} onChange={onChange} label={t('search')} />
      {choose('state', SUPPLY_STATES)}
      {choose('supplierKind', SUPPLIER_KINDS)}
      {choose('kind', INFORMATION_KINDS)}
      {choose('channel', SUPPLY_CHANNELS)}
      <ListFile
        query={query}
        path="/supplies.csv"
        count={total === null ? null : t('count', { total })}
        label={t('export')}
      />
    </div>
  );
}
