import { useTranslation } from 'react-i18next';
import { CATALOGUE_CODES } from '../../domain/offence/offence.ts';
import { CalendarDate } from '../../domain/text.ts';
import type { Asked } from '../pieces/askedList.ts';
import { DateInput } from '../pieces/DateInput.tsx';
import { ListChoice, ListFile, ListSearch } from '../pieces/ListFilters.tsx';

/** Search and filters of the catalogue, and what they find as a file. */
export function CatalogueFilters({ query, onChange, total }: Asked & { total: number | null }) {
  const { t } = useTranslation('catalogue');
  const choose = (name: string, values: readonly string[]) => (
    <ListChoice
      query={query}
      onChange={onChange}
      name={name}
      label={t(name)}
      all={t(`${name}.ALL`)}
      options={values.map((value) => ({ value, label: t(`${name}.${value}`) }))}
    />
  );
  return (
    <div className="catalogue-filters">
      <ListSearch query={query} onChange={onChange} label={t('search')} />
      {choose('penalCode', CATALOGUE_CODES)}
      {choose('verified', ['true', 'false'])}
      <label className="catalogue-day">
        {t('validOn')}
        <DateInput
          value={query['validOn'] ?? null}
          onChange={(typed) => {
            // Half a date is no question yet.
            const date = typed ?? '';
            if (date === '' || CalendarDate.safeParse(date).success) onChange({ validOn: date });
          }}
        />
      </label>
      <ListFile
        query={query}
        path="/catalogue/offences.csv"
        count={total === null ? null : t('count', { total })}
        label={t('export')}
      />
    </div>
  );
}
