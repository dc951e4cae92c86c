import { Alert, Button, Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { DISPUTE_STATUSES, type DisputeLine } from '../../../domain/dispute.ts';
import { download } from '../../api.ts';
import { formatInstantDate } from '../../pieces/format.ts';
import { ProblemAlert } from '../../pieces/ProblemAlert.tsx';
import { Sections } from '../Sections.tsx';
import '../sections.css';
import { DisputeTable } from './DisputeTable.tsx';
import { type Filter, filterOf, RAISED_AS, searchOf, useDisputes, useRulings } from './query.ts';
import { RulingDialog } from './RulingDialog.tsx';

/** `/dieu-hanh/khieu-nai`: contested deadlines, their rulings, and rulings that the engine contradicts. */
export default function DisputesPage() {
  const { t } = useTranslation('disputes');
  const [search, setSearch] = useSearchParams();
  const filter = filterOf(search);
  const { data, error, isPending, refetch } = useDisputes(filter);
  const [ruling, setRuling] = useState<DisputeLine | null>(null);
  const show = (next: Partial<Filter>): void =>
    setSearch(searchOf({ ...filter, page: 1, ...next }));
  useEffect(() => {
    document.title = t('title');
  }, [t]);
  return (
    <div>
      <Sections />
      <h1>{t('title')}</h1>
      <p className="muted">{t('lead')}</p>
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      <Incidents />
      <div className="list-head">
        <Filters filter={filter} onShow={show} />
        <span className="muted">{t('total', { count: data?.total ?? 0 })}</span>
        <Button className="list-end" onClick={() => void download('/disputes.csv', { ...filter })}>
          {t('export')}
        </Button>
        <Button onClick={() => void download('/deadline-rulings.csv')}>{t('vectors')}</Button>
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
    </div>
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
        aria-label={t('order')}
        value={filter.order}
        options={(['oldest', 'newest'] as const).map((value) => ({ value, label: t(value) }))}
        onChange={(order) => onShow({ order })}
      />
      <Input.Search
        key={filter.q ?? ''}
        allowClear
        defaultValue={filter.q ?? ''}
        maxLength={40}
        aria-label={t('search')}
        placeholder={t('search')}
        onSearch={(q) => onShow({ q: q.trim() || undefined })}
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
