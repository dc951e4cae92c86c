import { Table, type TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { BoardCalibration } from '../../domain/board.ts';
import { EmptyState } from '../pieces/EmptyState.tsx';
import { formatDate } from '../pieces/format.ts';
import type { BoardFilter } from './boardFilter.ts';
import { CALIBRATION_FILE } from '../../domain/wording/files/boardFiles.ts';
import { CsvButton } from './ExportButtons.tsx';
import { useChance, usePercent } from './percent.ts';
import { Section } from './Section.tsx';
import { usePast } from './useBoard.ts';

type Band = BoardCalibration['bands'][number];

/** Whether the rescue list can be believed: what it said last month beside what came. */
export function Calibration({ filter }: { filter: BoardFilter }) {
  const { t } = useTranslation('board');
  const query = usePast('calibration', BoardCalibration, filter);
  const bands = query.data?.bands ?? [];
  return (
    <Section
      id="calibration"
      title={t('calibration.title')}
      query={query}
      beside={bands.length > 0 && <CsvButton file={CALIBRATION_FILE} rows={bands} />}
    >
      {(calibration) => <Held calibration={calibration} />}
    </Section>
  );
}

function Held({ calibration: { month, bands } }: { calibration: BoardCalibration }) {
  const { t } = useTranslation('board');
  const named = formatDate(month.slice(0, 7));
  if (bands.every(({ called }) => called === 0))
    return (
      <EmptyState
        text={t('calibration.empty', { month: named })}
        hint={t('calibration.emptyHint')}
      />
    );
  return (
    <>
      <p className="muted">{t('calibration.lead', { month: named })}</p>
      <BandTable bands={bands} />
    </>
  );
}

function BandTable({ bands }: Pick<BoardCalibration, 'bands'>) {
  const { t } = useTranslation('board');
  const percent = usePercent();
  const columns: TableProps<Band>['columns'] = [
    {
      title: t('calibration.said'),
      key: 'said',
      render: (_, { from, to }) => `${Math.round(from * 100)}–${percent(to)}`,
    },
    { title: t('calibration.called'), dataIndex: 'called', align: 'right' },
    { title: t('calibration.late'), dataIndex: 'late', align: 'right' },
    {
      title: t('calibration.came'),
      key: 'came',
      render: (_, band) => <Came band={band} />,
    },
  ];
  return (
    <Table size="small" rowKey="from" columns={columns} dataSource={bands} pagination={false} />
  );
}

/**
 * The share that came, as a bar in whose scale the mean of what was said is a stroke, with the range in
 * which the true share lies. Of few cases only how many were late.
 */
function Came({ band: { said, came, called, late, low, high } }: { band: Band }) {
  const { t } = useTranslation('board');
  const percent = usePercent();
  const chance = useChance();
  if (said === null) return <span className="muted">{t('calibration.none')}</span>;
  const mean = t('calibration.mean', { share: chance(said) });
  if (came === null)
    return (
      <>
        <strong>{t('calibration.few', { late, called })}</strong>{' '}
        <span className="muted">{`${mean} · ${t('calibration.fewHint')}`}</span>
      </>
    );
  const range = t('calibration.range', { low: Math.round(low * 100), high: percent(high) });
  return (
    <span className="board-came">
      <span className="board-share-bar board-came-bar" aria-hidden>
        <span style={{ width: `${came * 100}%` }} />
        <i style={{ insetInlineStart: `${said * 100}%` }} />
      </span>
      <strong>{chance(came)}</strong> <span className="muted">{`${range} · ${mean}`}</span>
    </span>
  );
}
