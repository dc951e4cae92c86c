import type { UseQueryResult } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { type BoardCounts, BoardFlows } from '../../domain/board.ts';
import { type BoardFilter, type Measure, MEASURES } from './boardFilter.ts';
import { UNIT_FILE } from '../../domain/wording/files/boardFiles.ts';
import { CsvButton } from './ExportButtons.tsx';
import { ProvinceTable } from './ProvinceTable.tsx';
import { Section } from './Section.tsx';
import { TileGrid } from './TileGrid.tsx';
import { unitRowsOf } from './unitRows.ts';
import { usePast } from './useBoard.ts';

interface ProvincesProps {
  counts: UseQueryResult<BoardCounts>;
  filter: BoardFilter;
  onChange: (key: 'measure' | 'unit', to: string) => void;
}

/** All units, as a table to sort and as a grid that lies like the country; for the Centre's supervisor. */
export function Provinces({ counts, filter, onChange }: ProvincesProps) {
  const { t } = useTranslation('board');
  const { t: said } = useTranslation('supervisor');
  const flows = usePast('flows', BoardFlows, filter);
  const rows = unitRowsOf(counts.data?.units ?? [], flows.data?.units ?? []);
  const beside = (
    <>
      <Segmented<Measure>
        aria-label={t('provinces.measure')}
        value={filter.measure}
        options={MEASURES.map((value) => ({ value, label: said(`number.${value}`) }))}
        onChange={(value) => onChange('measure', value)}
      />
      <CsvButton file={UNIT_FILE} rows={rows} />
    </>
  );
  return (
    <Section id="provinces" title={t('provinces.title')} query={counts} beside={beside} rows={10}>
      {({ today, thirdDay }) => (
        <div className="board-provinces">
          <ProvinceTable
            rows={rows}
            flows={flows}
            thirdDay={thirdDay}
            kind={filter.kind}
            onUnit={(unit) => onChange('unit', unit)}
          />
          <TileGrid rows={rows} measure={filter.measure} date={today} kind={filter.kind} />
        </div>
      )}
    </Section>
  );
}
