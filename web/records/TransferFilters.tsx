import { useTranslation } from 'react-i18next';
import { PAPER_STATES } from '../../domain/exchange/channelState.ts';
import { MOST_COUNTED, type TransferQueue } from '../../domain/exchange/transferList.ts';
import type { Asked } from '../pieces/askedList.ts';
import { ListChoice, ListFile, ListSearch } from '../pieces/ListFilters.tsx';
import { useUnits } from '../pieces/units.ts';
import { useSession } from '../session.tsx';
import { goesByPost, isAtCentre, searchedFor } from './tabs.ts';

/** More than are counted need not be known exactly. */
const countText = (total: number): string => (total < MOST_COUNTED ? `${total}` : `${total}+`);

interface TransferFiltersProps extends Asked {
  tab: TransferQueue;
  /** How many were found; null while that is not known. */
  total: number | null;
}

/** Search and filters of a queue of transfers, and what they find as a file. */
export function TransferFilters({ tab, query, onChange, total }: TransferFiltersProps) {
  const { t } = useTranslation(['records', 'exchange']);
  const { account } = useSession();
  const { data: units } = useUnits();
  const departments = (units ?? []).filter(({ kind }) => kind === 'STP');
  const asked = { query, onChange };
  return (
    <div className="records-filters">
      <ListSearch
        {...asked}
        label={t('search')}
        onChange={({ q = '' }) => onChange(searchedFor(q, query))}
      />
      {goesByPost(tab) && (
        <ListChoice
          {...asked}
          name="paperState"
          label={t('exchange:channels.filter')}
          all={t('exchange:channels.anyPaper')}
          options={PAPER_STATES.map((value) => ({
            value,
            label: `${t('exchange:channels.paperShort')}: ${t(`exchange:paperState.${value}`)}`,
          }))}
        />
      )}
      {isAtCentre(account) && (
        <ListChoice
          {...asked}
          name="unit"
          label={t('list.unit')}
          all={`${t('list.unit')}: ${t('list.anyUnit')}`}
          options={departments.map(({ code, name }) => ({ value: code, label: name }))}
        />
      )}
      <ListFile
        query={query}
        path="/transfers.csv"
        count={total === null ? null : t('list.count', { total: countText(total) })}
        label={t('list.export')}
      />
    </div>
  );
}
