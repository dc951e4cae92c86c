import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Board as BoardReply } from '../../domain/desk.ts';
import { CENTRE_UNIT } from '../../domain/flow/flow.ts';
import { get } from '../api.ts';
import { formatInstant } from '../pieces/format.ts';
import { Loading } from '../pieces/Loading.tsx';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import { useUnits } from '../pieces/units.ts';
import { useSession } from '../session.tsx';
import { Agencies } from './Agencies.tsx';
import { BoardNumbers } from './BoardNumbers.tsx';
import { Days } from './Days.tsx';
import type { DueWithin } from './dueWithin.ts';
import { Escalations } from './Escalations.tsx';
import { Sections } from './Sections.tsx';
import { Soonest } from './Soonest.tsx';
import { WorkTable } from './WorkTable.tsx';
import './sections.css';
import './supervisor.css';

const REFRESH_MS = 10_000;

/** What is late, what will be, who has it and what can still be saved; changes show at once. */
export default function Board() {
  const { t } = useTranslation('supervisor');
  const [search, setSearch] = useSearchParams();
  const unit = search.get('unit');
  const { data, error, refetch } = useQuery({
    queryKey: ['board', unit],
    queryFn: () => get('/board', BoardReply, { unit }),
    refetchInterval: REFRESH_MS,
    placeholderData: keepPreviousData,
  });
  useEffect(() => {
    document.title = t('title');
  }, [t]);
  return (
    <div className="board">
      <Sections />
      <div className="board-head">
        <h1>{t('title')}</h1>
        {data !== undefined && (
          <span className="muted">{t('asOf', { at: formatInstant(data.businessNow) })}</span>
        )}
        <UnitFilter unit={unit} onUnit={(next) => setSearch(next === null ? {} : { unit: next })} />
      </div>
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {data === undefined ? (
        error === null && <Loading rows={10} />
      ) : (
        <Panels board={data} unit={unit} />
      )}
    </div>
  );
}

function Panels({ board, unit }: { board: BoardReply; unit: string | null }) {
  const [dueWithin, setDueWithin] = useState<DueWithin | null>(null);
  return (
    <>
      <BoardNumbers board={board} unit={unit} dueWithin={dueWithin} onDueWithin={setDueWithin} />
      <div className="board-columns">
        <Soonest
          board={board}
          unit={unit}
          dueWithin={dueWithin}
          onClear={() => setDueWithin(null)}
        />
        <Escalations escalations={board.escalations} />
      </div>
      <WorkTable rows={board.bySteps} />
      <Days days={board.days} />
      <Agencies agencies={board.agencies} />
    </>
  );
}

/** Chooses one department; only the Centre's supervisor sees more than the own unit. */
function UnitFilter(props: { unit: string | null; onUnit: (unit: string | null) => void }) {
  const { t } = useTranslation('supervisor');
  const { account } = useSession();
  const { data: units = [] } = useUnits();
  if (account.unit !== CENTRE_UNIT) return <span className="muted">{account.unitName}</span>;
  const owners = units.filter(({ kind }) => kind === 'STP' || kind === 'CENTRE');
  return (
    <Select
      className="board-unit"
      aria-label={t('unitFilter')}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={t('allUnits')}
      value={props.unit}
      options={owners.map(({ code, name }) => ({ value: code, label: name }))}
      onChange={(code: string | undefined) => props.onUnit(code ?? null)}
    />
  );
}
