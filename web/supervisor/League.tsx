import { DownloadOutlined } from '@ant-design/icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Table, type TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { isTellingKind } from '../../domain/flow/verification.ts';
import { League as LeagueReply, type LeagueLine, QUICK_DAYS } from '../../domain/turnaround.ts';
import { get } from '../api.ts';
import { TURNAROUND_STANDARD, useShareText } from '../liaison/turnaround.ts';
import { EmptyState } from '../pieces/EmptyState.tsx';
import { formatInstantDate } from '../pieces/format.ts';
import { Loading } from '../pieces/Loading.tsx';
import { useDownload } from '../pieces/useDownload.ts';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import { MeetsStandard } from './MeetsStandard.tsx';
import { worklistLink } from './worklistLink.ts';

const REFRESH_MS = 30_000;

/** How fast police and court units answer, against the standard; sorts, exports, opens what is owed. */
export function League({ unit }: { unit: string | null }) {
  const { t } = useTranslation('supervisor');
  const fetchFile = useDownload();
  const shareText = useShareText();
  const { data, error, refetch } = useQuery({
    queryKey: ['board', 'league', unit],
    queryFn: () => get('/board/league', LeagueReply, { unit }),
    refetchInterval: REFRESH_MS,
    placeholderData: keepPreviousData,
  });
  const csv = (): void => {
    fetchFile('/board/league.csv', { unit });
  };
  return (
    <section aria-labelledby="league-title">
      <div className="board-head">
        <h2 id="league-title">{t('league.title')}</h2>
        <Button
          size="small"
          className="board-export"
          icon={<DownloadOutlined aria-hidden />}
          onClick={csv}
        >
          CSV
        </Button>
      </div>
      <p className="muted">{t('league.lead', { share: shareText(TURNAROUND_STANDARD) })}</p>
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {data === undefined ? (
        error === null && <Loading rows={6} />
      ) : (
        <LeagueTable lines={data.units} owner={unit} />
      )}
    </section>
  );
}

type Figure = 'answered' | 'median' | 'percentile85' | 'withinTerm' | 'withinFiveDays';

/** Units without a figure stand last, whichever way the column is sorted first. */
function by(figure: Figure | 'open' | 'overdue') {
  return (a: LeagueLine, b: LeagueLine): number => (a[figure] ?? 1e9) - (b[figure] ?? 1e9);
}

function LeagueTable({ lines, owner }: { lines: readonly LeagueLine[]; owner: string | null }) {
  const { t } = useTranslation('supervisor');
  const days = (figure: 'median' | 'percentile85') => ({
    title: t(`league.${figure}`),
    dataIndex: figure,
    align: 'right' as const,
    responsive: ['md' as const],
    sorter: by(figure),
    render: (count: number | null) => (count === null ? '–' : t('league.days', { count })),
  });
  const share = (figure: 'withinTerm' | 'withinFiveDays') => ({
    title: t(`league.${figure}`, { count: QUICK_DAYS }),
    dataIndex: figure,
    sorter: by(figure),
    render: (value: number | null) => <MeetsStandard share={value} />,
  });
  const columns: TableProps<LeagueLine>['columns'] = [
    {
      title: t('league.unit'),
      dataIndex: 'unitName',
      sorter: (a, b) => a.unitName.localeCompare(b.unitName, 'vi'),
    },
    {
      title: t('league.answered'),
      dataIndex: 'answered',
      align: 'right',
      responsive: ['sm'],
      sorter: by('answered'),
    },
    days('median'),
    days('percentile85'),
    { ...share('withinTerm'), responsive: ['lg'] },
    { ...share('withinFiveDays'), defaultSortOrder: 'ascend' },
    {
      title: t('league.open'),
      dataIndex: 'open',
      align: 'right',
      sorter: by('open'),
      render: (_, line) => <Owed line={line} owner={owner} what="open" />,
    },
    {
      title: t('league.overdue'),
      dataIndex: 'overdue',
      align: 'right',
      sorter: by('overdue'),
      render: (_, line) => <Owed line={line} owner={owner} what="overdue" />,
    },
    {
      title: t('league.oldest'),
      dataIndex: 'oldestAskedAt',
      responsive: ['md'],
      sorter: (a, b) => (a.oldestAskedAt ?? '~').localeCompare(b.oldestAskedAt ?? '~'),
      render: (at: string | null) => (at === null ? '–' : formatInstantDate(at)),
    },
  ];
  return (
    <Table
      size="small"
      rowKey="unit"
      columns={columns}
      dataSource={lines}
      pagination={lines.length > 12 ? { pageSize: 12, showSizeChanger: false } : false}
      locale={{ emptyText: <EmptyState text={t('league.empty')} /> }}
    />
  );
}

interface OwedProps {
  line: LeagueLine;
  owner: string | null;
  what: 'open' | 'overdue';
}

/**
 * Answers the unit owes, each in another case, for it is asked no second question beside an open one;
 * opens those cases, unless that tells this page's readers of convictions.
 */
function Owed({ line, owner, what }: OwedProps) {
  const { t } = useTranslation('supervisor');
  const { unit, unitName, kind } = line;
  const count = line[what];
  if (count === 0) return <span className="muted">0</span>;
  if (isTellingKind(kind)) return <>{count}</>;
  const owing = what === 'open' ? { owedBy: unit } : { overdueBy: unit };
  const spoken = t(what === 'open' ? 'holders.show' : 'league.showOverdue', {
    count,
    who: unitName,
  });
  return (
    <Link to={worklistLink({ queue: 'all', unit: owner, ...owing })} aria-label={spoken}>
      {count}
    </Link>
  );
}
