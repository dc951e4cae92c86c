import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Queue } from '../../domain/case.ts';
import type { Board } from '../../domain/desk.ts';
import type { DueWithin } from './dueWithin.ts';
import { worklistLink } from './worklistLink.ts';

interface BoardNumbersProps {
  board: Board;
  unit: string | null;
  dueWithin: DueWithin | null;
  onDueWithin: (dueWithin: DueWithin | null) => void;
}

const IN_WORKLIST: readonly [number: 'late' | 'atRisk' | 'open', queue: Queue][] = [
  ['late', 'late'],
  ['atRisk', 'atRisk'],
  ['open', 'all'],
];
const TODAY = ['receivedToday', 'issuedToday'] as const;
const DUE = ['dueToday', 'dueInThreeDays'] as const;

/** The numbers to look at first; each opens what stands behind it, and says where that is. */
export function BoardNumbers({ board, unit, dueWithin, onDueWithin }: BoardNumbersProps) {
  const { t } = useTranslation('supervisor');
  const [late, ...others] = IN_WORKLIST.map(([number, queue]) => (
    <Link
      key={number}
      className="board-number"
      data-tone={board[number] > 0 ? number : undefined}
      to={worklistLink({ queue, unit })}
    >
      <Said count={board[number]} name={number} opens="worklist" />
    </Link>
  ));
  return (
    <div className="board-numbers">
      {late}
      {DUE.map((number) => (
        <button
          key={number}
          type="button"
          className="board-number"
          aria-pressed={dueWithin === number}
          onClick={() => onDueWithin(dueWithin === number ? null : number)}
        >
          <Said count={board[number]} name={number} opens="soonest" />
        </button>
      ))}
      {others}
      {TODAY.map((number) => (
        <a key={number} className="board-number" href="#days" title={t('opens.days')}>
          <Said count={board[number]} name={number} opens="days" />
        </a>
      ))}
    </div>
  );
}

function Said(props: { count: number; name: string; opens: 'worklist' | 'soonest' | 'days' }) {
  const { t } = useTranslation('supervisor');
  return (
    <>
      <strong>{props.count}</strong>
      <span>{t(`number.${props.name}`)}</span>
      <small>{t(`opens.${props.opens}`)}</small>
    </>
  );
}
