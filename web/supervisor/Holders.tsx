import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Table, type TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Holder } from '../../domain/flow/holder.ts';
import { HolderShares } from '../../domain/turnaround.ts';
import { get } from '../api.ts';
import { useShareText } from '../liaison/turnaround.ts';
import { EmptyState } from '../pieces/EmptyState.tsx';
import { formatInstantDate } from '../pieces/format.ts';
import { HolderBar, HolderKey } from '../pieces/held/HolderBar.tsx';
import { Loading } from '../pieces/Loading.tsx';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import { useAmount } from '../pieces/TimeLeft.tsx';
import { useLabel } from '../words/index.ts';
import { HOLDER_FILE } from '../../domain/wording/files/boardFiles.ts';
import { CsvButton } from './ExportButtons.tsx';
import { shareRows } from './shareRows.ts';
import { worklistLink } from './worklistLink.ts';

const REFRESH_MS = 30_000;

/** A kind of holder with its units below it, or one unit. */
interface HolderRow {
  key: string;
  holder: Holder;
  /** Null on the line of the kind. */
  unit: string | null;
  name: string;
  share: number;
  workingMs: number;
  open: number;
  children?: HolderRow[];
}

/** Who holds the clock: shares of all office time of the last days, and the open cases each has now. */
export function Holders({ unit }: { unit: string | null }) {
  const { t } = useTranslation('supervisor');
  const { data, error, refetch } = useQuery({
    queryKey: ['board', 'holders', unit],
    queryFn: () => get('/board/holders', HolderShares, { unit }),
    refetchInterval: REFRESH_MS,
    placeholderData: keepPreviousData,
  });
  return (
    <section aria-labelledby="holders-title">
      <div className="board-head">
        <h2 id="holders-title">{t('holders.title')}</h2>
        {data !== undefined && data.holders.length > 0 && (
          <CsvButton file={HOLDER_FILE} rows={shareRows(data)} />
        )}
      </div>
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {data === undefined ? (
        error === null && <Loading rows={4} />
      ) : (
        <Shares shares={data} owner={unit} />
      )}
    </section>
  );
}

function Shares({ shares, owner }: { shares: HolderShares; owner: string | null }) {
  const { t } = useTranslation('supervisor');
  const amountOf = useAmount();
  const shareText = useShareText();
  const rows = useHolderRows(shares);
  if (rows.length === 0) return <EmptyState text={t('holders.empty')} />;
  const days = { from: formatInstantDate(shares.from), to: formatInstantDate(shares.to) };
  const columns: TableProps<HolderRow>['columns'] = [
    {
      title: t('holders.holder'),
      key: 'name',
      render: (_, { holder, unit, name }) => (
        <>
          {unit === null && <HolderKey holder={holder} />} {name}
        </>
      ),
    },
    {
      title: t('holders.share'),
      key: 'share',
      align: 'right',
      sorter: (a, b) => a.share - b.share,
      render: (_, { share }) => shareText(share),
    },
    {
      title: t('holders.working'),
      key: 'workingMs',
      align: 'right',
      responsive: ['sm'],
      sorter: (a, b) => a.workingMs - b.workingMs,
      render: (_, { workingMs }) => amountOf(workingMs),
    },
    {
      title: t('holders.open'),
      key: 'open',
      align: 'right',
      sorter: (a, b) => a.open - b.open,
      render: (_, row) => <Open row={row} owner={owner} />,
    },
  ];
  return (
    <>
      <p className="muted">{t('holders.lead', days)}</p>
      <HolderBar parts={rows} />
      <Table size="small" columns={columns} dataSource={rows} pagination={false} />
    </>
  );
}

function useHolderRows({ holders }: HolderShares): HolderRow[] {
  const label = useLabel();
  return holders.map(({ holder, units, ...counts }) => {
    const named = units.filter(({ unit }) => unit !== null);
    const children = named.map(({ unitName, ...one }): HolderRow => {
      return { ...one, key: `${holder} ${one.unit}`, holder, name: unitName ?? one.unit ?? '' };
    });
    const row = { ...counts, key: holder, holder, unit: null, name: label('holder', holder) };
    return children.length === 0 ? row : { ...row, children };
  });
}

function Open({ row, owner }: { row: HolderRow; owner: string | null }) {
  const { t } = useTranslation('supervisor');
  if (row.open === 0) return <span className="muted">0</span>;
  const spoken = t('holders.show', { count: row.open, who: row.name });
  const behind = { queue: 'all' as const, unit: owner, heldBy: row.holder, heldUnit: row.unit };
  return (
    <Link to={worklistLink(behind)} aria-label={spoken}>
      {row.open}
    </Link>
  );
}
