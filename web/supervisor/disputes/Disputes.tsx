import { Alert, Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { DISPUTE_KINDS, DISPUTE_STATUSES, type DisputeLine } from '../../../domain/dispute.ts';
import { formatInstantDate } from '../../pieces/format.ts';
import { useDownload } from '../../pieces/useDownload.ts';
import { ListPage } from '../ListPage.tsx';
import { OrderAndSearch } from '../OrderAndSearch.tsx';
import { DisputeTable } from './DisputeTable.tsx';
import { type Filter, filterOf, RAISED_AS, searchOf, useDisputes, useRulings } from './query.ts';
import { RulingDialog } from './RulingDialog.tsx';

/** `/dieu-hanh/khieu-nai`: contested deadlines, their rulings, and rulings that the engine contradicts. */
export default function DisputesPage() {
  const { t } = useTranslation('disputes');
  const fetchFile = useDownload();
  const [search, setSearch] = useSearchParams();
  const filter = filterOf(search);
  const { data, error, isPending, refetch } = useDisputes(filter);
  const [ruling, setRuling] = useState<DisputeLine | null>(null);
  const show = (next: Partial<Filter>): void =>
    setSearch(searchOf({ ...filter, page: 1, ...next }));
  return (
    <ListPage title={t('title')} lead={t('lead')} error={error} onRetry={() => void refetch()}>
      <Incidents />
      <div className="list-head">
        <Filters filter={filter} onShow={show} />
        <span className="muted">{t('total', { count: data?.total ?? 0 })}</span>
        <Button className="list-end" onClick={() => fetchFile('/disputes.csv', { ...filter })}>
          {t('export')}
        </Button>
        <Button onClick={() => fetchFile('/deadline-rulings.csv')}>{t('vectors')}</Button>
      </div>
      <DisputeTable
        disputes={data?.disputes ?? []}
        loading={isPending}
        onRule={setRuling}
        pagination={{
          current: filter.page,
          pageSize: 50,
          total: data?.total ?? 0,
          hideOnSinglePage: true,
          showSizeChanger: false,
          onChange: (page) => show({ page }),
        }}
      />
      {ruling !== null && <RulingDialog dispute={ruling} onClose={() => setRuling(null)} />}
    </ListPage>
  );
}

interface FiltersProps {
  filter: Filter;
  onShow: (next: Partial<Filter>) => void;
}

function Filters({ filter, onShow }: FiltersProps) {
  const { t } = useTranslation('disputes');
  return (
    <>
      <Select
        aria-label={t('result')}
        value={filter.status ?? 'ALL'}
        options={['ALL', ...DISPUTE_STATUSES].map((value) => {
          return { value, label: t(`status.${value}`) };
        })}
        onChange={(value) => onShow({ status: DISPUTE_STATUSES.find((one) => one === value) })}
      />
      <Select
        aria-label={t('raisedAs')}
        value={filter.raisedAs ?? 'ALL'}
        options={(['ALL', 'STAFF', 'APPLICANT'] as const).map((value) => {
          return { value, label: t(`raised.${value}`) };
        })}
        onChange={(value) => onShow({ raisedAs: RAISED_AS.find((one) => one === value) })}
      />
      <Select
        aria-label={t('kind')}
        value={filter.kind ?? 'ALL'}
        options={['ALL', ...DISPUTE_KINDS].map((value) => {
          return { value, label: t(`kind.${value}`) };
        })}
        onChange={(value) => onShow({ kind: DISPUTE_KINDS.find((one) => one === value) })}
      />
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

/** Rulings that the engine contradicts, each with both dates; open until the data are put right. */
function Incidents() {
  const { t } = useTranslation('disputes');
  const { data } = useRulings();
  if (data === undefined || data.rulings.length === 0) return null;
  if (data.incidents === 0) return <Alert type="success" showIcon title={t('noIncidents')} />;
  const open = data.rulings.filter(({ check }) => check === 'CONTRADICTS');
  return (
    <Alert
      type="error"
      showIcon
      title={t('incidents', { count: data.incidents })}
      description={
        <ul>
          {open.map(({ id, caseId, engineDueAt, expectedDueAt }) => (
            <li key={id}>
              {t('incident', {
                caseId,
                engine: engineDueAt === null ? '–' : formatInstantDate(engineDueAt),
                right: formatInstantDate(expectedDueAt),
              })}
            </li>
          ))}
        </ul>
      }
    />
  );
}
