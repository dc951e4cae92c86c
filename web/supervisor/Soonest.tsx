import { Button, Table, type TableProps } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CaseLine } from '../../domain/case.ts';
import type { Board } from '../../domain/desk.ts';
import { allows } from '../../domain/permission.ts';
import { HeldBy } from '../pieces/CaseTable.tsx';
import { EmptyState } from '../pieces/EmptyState.tsx';
import { LineTimeLeft } from '../pieces/LineTimeLeft.tsx';
import { StepTag } from '../pieces/StepTag.tsx';
import { useSession } from '../session.tsx';
import { type DueWithin, isDueWithin } from './dueWithin.ts';
import { Reassign } from './Reassign.tsx';
import { caseLink, worklistLink } from './worklistLink.ts';

interface SoonestProps {
  board: Board;
  unit: string | null;
  dueWithin: DueWithin | null;
  onClear: () => void;
}

/** The cases due soonest: what can still be saved, with the person who has each and a way to move it. */
export function Soonest({ board, unit, dueWithin, onClear }: SoonestProps) {
  const { t } = useTranslation('supervisor');
  const [moving, setMoving] = useState<CaseLine | null>(null);
  const lines =
    dueWithin === null
      ? board.soonest
      : board.soonest.filter((line) => isDueWithin(line, dueWithin, board.businessNow));
  const hidden = dueWithin !== null && lines.length < board[dueWithin];
  return (
    <section aria-labelledby="soonest-title">
      <div className="board-head">
        <h2 id="soonest-title">{t('soonest.title')}</h2>
        {dueWithin !== null && (
          <span role="status">
            {t('soonest.filtered', { what: t(`number.${dueWithin}`).toLowerCase() })}{' '}
            <Button size="small" onClick={onClear}>
              {t('soonest.clear')}
            </Button>
          </span>
        )}
        <Link to={worklistLink({ queue: 'all', unit })}>{t('soonest.all')}</Link>
      </div>
      {hidden && (
        <p className="muted">
          {t('soonest.partial', { shown: lines.length, total: board[dueWithin] })}
        </p>
      )}
      <SoonestTable lines={lines} onMove={setMoving} />
      {moving !== null && <Reassign line={moving} onClose={() => setMoving(null)} />}
    </section>
  );
}

interface SoonestTableProps {
  lines: readonly CaseLine[];
  onMove: (line: CaseLine) => void;
}

function SoonestTable({ lines, onMove }: SoonestTableProps) {
  const { t } = useTranslation('supervisor');
  const { account } = useSession();
  const mayAssign =
    allows(account, 'case.assign') && lines.some(({ unit }) => unit === account.unit);
  const columns: NonNullable<TableProps<CaseLine>['columns']> = [
    {
      title: t('soonest.case'),
      key: 'case',
      render: (_, line) => (
        <>
          <Link to={caseLink(line.caseId)} className="case-number">
            {line.caseId}
          </Link>
          <div>{line.subjectName}</div>
          <div className="only-narrow">
            <LineTimeLeft line={line} />
          </div>
        </>
      ),
    },
    {
      title: t('soonest.step'),
      key: 'step',
      responsive: ['md'],
      render: (_, { kind, step }) => <StepTag kind={kind} step={step} />,
    },
    {
      title: t('soonest.left'),
      key: 'left',
      responsive: ['md'],
      render: (_, line) => <LineTimeLeft line={line} />,
    },
    {
      title: t('soonest.holder'),
      key: 'holder',
      responsive: ['sm'],
      render: (_, line) => <HeldBy line={line} />,
    },
    {
      title: t('soonest.action'),
      key: 'action',
      render: (_, line) => <MoveButton line={line} onMove={onMove} />,
    },
  ];
  return (
    <Table
      size="small"
      rowKey="caseId"
      columns={mayAssign ? columns : columns.slice(0, -1)}
      dataSource={lines}
      pagination={lines.length > 10 ? { pageSize: 10, showSizeChanger: false } : false}
      locale={{ emptyText: <EmptyState text={t('soonest.empty')} /> }}
    />
  );
}

/** The button, or in its place why this case cannot be given to somebody else here. */
function MoveButton({ line, onMove }: { line: CaseLine; onMove: (line: CaseLine) => void }) {
  const { t } = useTranslation('supervisor');
  const { account } = useSession();
  if (line.unit !== account.unit) return <span className="muted">{t('soonest.otherUnit')}</span>;
  if (line.queueRole === null) return <span className="muted">{t('soonest.outside')}</span>;
  return (
    <Button size="small" onClick={() => onMove(line)}>
      {t('soonest.reassign')}
      <span className="only-spoken"> {line.caseId}</span>
    </Button>
  );
}
