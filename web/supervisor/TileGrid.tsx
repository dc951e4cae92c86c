import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useProvinces } from '../pieces/units.ts';
import type { Measure } from './boardFilter.ts';
import { tilesOn } from './provinceTiles.ts';
import type { UnitRow } from './unitRows.ts';
import { worklistLink } from './worklistLink.ts';

interface TileGridProps {
  rows: readonly UnitRow[];
  measure: Measure;
  date: string;
  kind: string | null;
}

const QUEUES = { late: 'late', atRisk: 'atRisk', open: 'all' } as const;
const LEVELS = 3;

/** The provinces as equal tiles: denser hatching is more, and the number stands on each. */
export function TileGrid({ rows, measure, date, kind }: TileGridProps) {
  const { t } = useTranslation('board');
  const { data: provinces = [] } = useProvinces();
  const nameOf = new Map(provinces.map(({ code, name }) => [code, name]));
  const byProvince = new Map(rows.map((row) => [row.provinceCode, row]));
  const most = Math.max(1, ...rows.map((row) => row[measure]));
  return (
    <figure className="board-map">
      <ul className="board-tiles" aria-label={t('provinces.map')}>
        {tilesOn(date).map(({ code, row, column }) => (
          <li key={code} style={{ gridRow: row, gridColumn: column }}>
            <TileOf
              name={nameOf.get(code) ?? code}
              unit={byProvince.get(code)}
              count={byProvince.get(code)?.[measure] ?? 0}
              most={most}
              to={(unit) => worklistLink({ queue: QUEUES[measure], unit, kind })}
            />
          </li>
        ))}
      </ul>
      <figcaption className="muted">{t('provinces.schematic')}</figcaption>
    </figure>
  );
}

interface TileOfProps {
  name: string;
  unit: UnitRow | undefined;
  count: number;
  most: number;
  to: (unit: string) => string;
}

function TileOf({ name, unit, count, most, to }: TileOfProps) {
  const { t } = useTranslation('board');
  if (unit === undefined)
    return (
      <span className="board-tile" data-level="none" title={t('provinces.noUnit', { name })}>
        <small>{name}</small>
        <span className="only-spoken">{t('provinces.noUnit', { name })}</span>
      </span>
    );
  return (
    <Link className="board-tile" data-level={Math.ceil((count / most) * LEVELS)} to={to(unit.unit)}>
      <small>{name}</small>
      <strong>{count}</strong>
    </Link>
  );
}
