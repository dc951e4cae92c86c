import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { BoardCounts } from '../../domain/board.ts';
import { Loading } from '../pieces/Loading.tsx';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import type { BoardFilter } from './boardFilter.ts';
import { type Behind, worklistLink } from './worklistLink.ts';

interface BoardNumbersProps {
  counts: UseQueryResult<BoardCounts>;
  filter: BoardFilter;
}

/** The numbers to look at first; each opens the cases it counts. */
export function BoardNumbers({ counts, filter }: BoardNumbersProps) {
  const { t } = useTranslation('supervisor');
  const { data, error, refetch } = counts;
  if (data === undefined) {
    return error === null ? (
      <Loading rows={2} />
    ) : (
      <ProblemAlert error={error} onRetry={() => void refetch()} />
    );
  }
  return (
    <>
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      <div className="board-numbers">
        {numbersOf(data).map(({ name, count, behind }) => (
          <Link
            key={name}
            className="board-number"
            data-number={name}
            data-tone={count > 0 ? name : undefined}
            to={worklistLink({ ...behind, unit: filter.unit, kind: filter.kind })}
          >
            <strong>{count}</strong>
            <span>{t(`number.${name}`)}</span>
          </Link>
        ))}
      </div>
    </>
  );
}

interface BoardNumber {
  name: string;
  count: number;
  behind: Behind;
}

function numbersOf({
  total,
  today,
  thirdDay,
  receivedToday,
  issuedToday,
}: BoardCounts): BoardNumber[] {
  const onToday = { from: today, to: today };
  return [
    { name: 'late', count: total.late, behind: { queue: 'late' } },
    { name: 'dueToday', count: total.dueToday, behind: { queue: 'due', to: today } },
    { name: 'dueInThreeDays', count: total.dueInThreeDays, behind: { queue: 'due', to: thirdDay } },
    { name: 'atRisk', count: total.atRisk, behind: { queue: 'atRisk' } },
    { name: 'open', count: total.open, behind: { queue: 'all' } },
    { name: 'receivedToday', count: receivedToday, behind: { queue: 'received', ...onToday } },
    { name: 'issuedToday', count: issuedToday, behind: { queue: 'issued', ...onToday } },
  ];
}
