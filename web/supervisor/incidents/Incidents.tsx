import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { INCIDENT_STATES, type RecountRound } from '../../../domain/deadlineIncident.ts';
import { isNational } from '../../../domain/permission.ts';
import { formatDate } from '../../pieces/format.ts';
import { useUnits } from '../../pieces/units.ts';
import { useDownload } from '../../pieces/useDownload.ts';
import { useSession } from '../../session.tsx';
import { ListPage } from '../ListPage.tsx';
import { OrderAndSearch } from '../OrderAndSearch.tsx';
import { IncidentTable } from './IncidentTable.tsx';
import { type Filter, filterOf, searchOf, useIncidents } from './query.ts';

/** `/dieu-hanh/su-co-thoi-han`: terms on which the stored date and two recounts do not agree. */
export default function IncidentsPage() {
  const { t } = useTranslation('incidents');
  const fetchFile = useDownload();
  const [search, setSearch] = useSearchParams();
  const filter = filterOf(search);
  const list = useIncidents(filter);
  const pages = list.data?.pages ?? [];
  const show = (next: Partial<Filter>): void => setSearch(searchOf({ ...filter, ...next }));
  return (
    <ListPage
      title={t('title')}
      lead={t('lead')}
      error={list.error}
      onRetry={() => void list.refetch()}
    >
      {pages[0] !== undefined && <Round round={pages[0].round} />}
      <div className="list-head">
        <Filters filter={filter} onShow={show} />
        <Button
          className="list-end"
          onClick={() => fetchFile('/deadline-incidents.csv', { ...filter })}
        >
          {t('export')}
        </Button>
      </div>
      <IncidentTable
        incidents={pages.flatMap(({ incidents }) => incidents)}
        loading={list.isPending}
      />
      {list.hasNextPage && (
        <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </ListPage>
  );
}

/** What the latest night looked at: an empty list means something only beside it. */
function Round({ round }: { round: RecountRound | null }) {
  const { t } = useTranslation('incidents');
  if (round === null) return <p>{t('noRound')}</p>;
  const day = formatDate(round.day);
  if (round.finishedAt === null) return <p>{t('roundRuns', { day })}</p>;
  return <p>{t('round', { ...round, day, clocks: round.clocks.toLocaleString('vi') })}</p>;
}

interface FiltersProps {
  filter: Filter;
  onShow: (next: Partial<Filter>) => void;
}

function Filters({ filter, onShow }: FiltersProps) {
  const { t } = useTranslation('incidents');
  const { account } = useSession();
  const { data: units = [] } = useUnits();
  const owners = units.filter(({ kind }) => kind === 'STP' || kind === 'CENTRE');
  const seesAll = isNational(account) || account.roles.includes('SYSTEM_ADMIN');
  return (
    <>
      <Select
        aria-label={t('state')}
        value={filter.state}
        options={INCIDENT_STATES.map((value) => ({ value, label: t(`state.${value}`) }))}
        onChange={(state) => onShow({ state })}
      />
      {seesAll && (
        <Select
          aria-label={t('unit')}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t('allUnits')}
          value={filter.unit ?? null}
          options={owners.map(({ code, name }) => ({ value: code, label: name }))}
          onChange={(unit) => onShow({ unit: unit ?? undefined })}
        />
      )}
      <OrderAndSearch
        order={filter.order}
        q={filter.q}
        maxLength={40}
        words={{
          order: t('order'),
          oldest: t('oldest'),
          newest: t('newest'),
          search: t('search'),
        }}
        onShow={onShow}
      />
    </>
  );
}
