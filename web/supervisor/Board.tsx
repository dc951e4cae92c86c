import { PrinterOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { BoardCounts } from '../../domain/board.ts';
import { CASE_KINDS } from '../../domain/case.ts';
import { isNational } from '../../domain/permission.ts';
import { formatInstant } from '../pieces/format.ts';
import { useUnits } from '../pieces/units.ts';
import { useSession } from '../session.tsx';
import { useLabel } from '../words/index.ts';
import { type BoardFilter, useBoardFilter } from './boardFilter.ts';
import { BoardNumbers } from './BoardNumbers.tsx';
import { Calibration } from './Calibration.tsx';
import { Days } from './Days.tsx';
import { Escalations } from './Escalations.tsx';
import { Holders } from './Holders.tsx';
import { League } from './League.tsx';
import { Provinces } from './Provinces.tsx';
import { Rescue } from './Rescue.tsx';
import { Sections } from './Sections.tsx';
import { Soonest } from './Soonest.tsx';
import { Steps } from './Steps.tsx';
import { useLive } from './useBoard.ts';
import './print.css';
import './sections.css';
import './supervisor.css';

/** What is late, what will be, who has it and what can still be saved; changes show at once. */
export default function Board() {
  const { t } = useTranslation('supervisor');
  const { account } = useSession();
  const [filter, change] = useBoardFilter();
  const counts = useLive('counts', BoardCounts, filter);
  const wholeCountry = isNational(account) && filter.unit === null;
  useEffect(() => {
    document.title = t('title');
  }, [t]);
  return (
    <div className="board">
      <Sections />
      <div className="board-head">
        <h1>{t('title')}</h1>
        {counts.data !== undefined && (
          <span className="muted">{t('asOf', { at: formatInstant(counts.data.businessNow) })}</span>
        )}
        <BoardFilters filter={filter} onChange={change} />
      </div>
      <BoardNumbers counts={counts} filter={filter} />
      <div className="board-columns">
        <Rescue filter={filter} />
        <Escalations filter={filter} />
      </div>
      <div className="board-halves">
        <Soonest filter={filter} />
        <div>
          <Steps counts={counts} filter={filter} />
          <Calibration filter={filter} />
        </div>
      </div>
      {wholeCountry && <Provinces counts={counts} filter={filter} onChange={change} />}
      <Days filter={filter} onChange={change} />
      <Holders unit={filter.unit} />
      <League unit={filter.unit} />
    </div>
  );
}

interface FiltersProps {
  filter: BoardFilter;
  onChange: (key: keyof BoardFilter, to: string | null) => void;
}

/** Unit and kind of case; only the Centre's supervisor sees more than the own unit. */
function BoardFilters({ filter, onChange }: FiltersProps) {
  const { t } = useTranslation('supervisor');
  const { t: said } = useTranslation('board');
  const label = useLabel();
  const { account } = useSession();
  const { data: units = [] } = useUnits();
  const owners = units.filter(({ kind }) => kind === 'STP' || kind === 'CENTRE');
  return (
    <div className="board-filters" role="group" aria-label={said('filters')}>
      {isNational(account) ? (
        <Select
          className="board-unit"
          aria-label={t('unitFilter')}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t('allUnits')}
          value={filter.unit}
          options={owners.map(({ code, name }) => ({ value: code, label: name }))}
          onChange={(code: string | undefined) => onChange('unit', code ?? null)}
        />
      ) : (
        <span className="muted">{account.unitName}</span>
      )}
      <Select
        aria-label={said('kind')}
        allowClear
        placeholder={said('allKinds')}
        value={filter.kind}
        options={CASE_KINDS.map((kind) => ({ value: kind, label: label('kind', kind) }))}
        onChange={(kind: string | undefined) => onChange('kind', kind ?? null)}
      />
      <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
        {said('print')}
      </Button>
    </div>
  );
}
