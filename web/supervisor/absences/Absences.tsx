import { Alert, Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { ABSENCE_STATES, type Absences } from '../../../domain/absence.ts';
import { useDownload } from '../../pieces/useDownload.ts';
import { ListPage } from '../ListPage.tsx';
import { AbsenceForm } from './AbsenceForm.tsx';
import { AbsenceTable } from './AbsenceTable.tsx';
import { type Filter, type State, useAbsences, useMyAbsences } from './query.ts';

/** `/dieu-hanh/vang-mat`: who of the unit is away, who covers, and where nobody does. */
export default function AbsencesPage() {
  const { t } = useTranslation('absences');
  const fetchFile = useDownload();
  const [search, setSearch] = useSearchParams();
  const [entering, setEntering] = useState(false);
  const state = ABSENCE_STATES.find((one) => one === search.get('trang-thai')) ?? 'all';
  const filter: Filter = { state, person: undefined, page: Number(search.get('trang') ?? 1) || 1 };
  const { data, error, isPending, refetch } = useAbsences(filter);
  const today = useMyAbsences().data?.today;
  const show = (next: { state?: State; page?: number }): void =>
    setSearch({ 'trang-thai': next.state ?? state, trang: String(next.page ?? 1) });
  return (
    <ListPage title={t('title')} lead={t('lead')} error={error} onRetry={() => void refetch()}>
      {data !== undefined && <Ahead {...data} onShow={() => show({ state: 'uncovered' })} />}
      <div className="list-head">
        <Select
          aria-label={t('when')}
          value={state}
          options={ABSENCE_STATES.map((value) => ({ value, label: t(`state.${value}`) }))}
          onChange={(next) => show({ state: next })}
        />
        <span className="muted">{t('total', { count: data?.total ?? 0 })}</span>
        <Button className="list-end" onClick={() => fetchFile('/absences.csv', { state })}>
          {t('export')}
        </Button>
        <Button type="primary" onClick={() => setEntering(true)}>
          {t('enter')}
        </Button>
      </div>
      <AbsenceTable
        absences={data?.absences ?? []}
        loading={isPending}
        today={today}
        mayCancel
        pagination={{
          current: filter.page,
          pageSize: 50,
          total: data?.total ?? 0,
          hideOnSinglePage: true,
          showSizeChanger: false,
          onChange: (page) => show({ page }),
        }}
      />
      {entering && <AbsenceForm oversees onClose={() => setEntering(false)} />}
    </ListPage>
  );
}

interface AheadProps extends Pick<Absences, 'near' | 'uncovered'> {
  onShow: () => void;
}

/** What the next two weeks bring: nobody is away, everybody away is covered, or somebody is not. */
function Ahead({ near, uncovered, onShow }: AheadProps) {
  const { t } = useTranslation('absences');
  if (near === 0) return <Alert type="info" showIcon title={t('nobodyAway')} />;
  if (uncovered === 0) return <Alert type="success" showIcon title={t('allCovered')} />;
  return (
    <Alert
      type="warning"
      showIcon
      title={t('uncovered', { count: uncovered })}
      action={
        <Button size="small" onClick={onShow}>
          {t('showUncovered')}
        </Button>
      }
    />
  );
}
