import { Table, type TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import type { RescueLine } from '../../domain/board.ts';
import type { CaseLine } from '../../domain/case.ts';
import { DAY_MS } from '../../domain/instant.ts';
import { allows } from '../../domain/permission.ts';
import { HeldBy } from '../pieces/CaseTable.tsx';
import { LineTimeLeft } from '../pieces/LineTimeLeft.tsx';
import { StepTag } from '../pieces/StepTag.tsx';
import { useAmount } from '../pieces/TimeLeft.tsx';
import { useSession } from '../session.tsx';
import { MoveButton } from './MoveButton.tsx';
import { CaseOf } from './Soonest.tsx';
import { useChance } from './percent.ts';

interface RescueTableProps {
  lines: readonly RescueLine[];
  onMove: (line: CaseLine) => void;
}

/** Each case with the chance of being late and why it is said. */
export function RescueTable({ lines, onMove }: RescueTableProps) {
  const { t } = useTranslation('board');
  const { t: said } = useTranslation('supervisor');
  const { account } = useSession();
  const mayAssign =
    allows(account, 'case.assign') && lines.some(({ line }) => line.unit === account.unit);
  const columns: NonNullable<TableProps<RescueLine>['columns']> = [
    { title: said('soonest.case'), key: 'case', render: (_, { line }) => <CaseOf line={line} /> },
    {
      title: said('soonest.step'),
      key: 'step',
      responsive: ['md'],
      render: (_, { line }) => <StepTag kind={line.kind} step={line.step} />,
    },
    {
      title: t('rescue.chance'),
      key: 'chance',
      render: (_, rescued) => <Chance rescued={rescued} />,
    },
    {
      title: t('rescue.why'),
      key: 'why',
      responsive: ['md'],
      render: (_, rescued) => <Why rescued={rescued} />,
    },
    {
      title: said('soonest.holder'),
      key: 'holder',
      responsive: ['lg'],
      render: (_, { line }) => <HeldBy line={line} />,
    },
    {
      title: said('soonest.action'),
      className: 'board-deed',
      key: 'action',
      render: (_, { line }) => <MoveButton line={line} onMove={onMove} />,
    },
  ];
  return (
    <Table
      size="small"
      rowKey={({ line }) => line.caseId}
      columns={mayAssign ? columns : columns.slice(0, -1)}
      dataSource={lines}
      pagination={lines.length > 8 ? { pageSize: 8, showSizeChanger: false } : false}
    />
  );
}

/** "83 %, làm gấp: 10 %", or "> 95 %": as things go, and with haste. */
function Chance({ rescued }: { rescued: RescueLine }) {
  const { chance, hurried } = rescued;
  const { t } = useTranslation('board');
  const said = useChance();
  return (
    <span className="board-chance">
      <span className="board-share-bar" aria-hidden>
        <span style={{ width: `${chance * 100}%` }} data-below="true" />
      </span>
      <strong>{said(chance)}</strong>
      <div className="muted">{t('rescue.hurried', { share: said(hurried) })}</div>
      <div className="only-narrow">
        <Usual rescued={rescued} />
      </div>
    </span>
  );
}

function Why({ rescued }: { rescued: RescueLine }) {
  return (
    <>
      <LineTimeLeft line={rescued.line} />
      <Usual rescued={rescued} />
    </>
  );
}

/** What such cases usually still took, or that this one stands longer than any of them did. */
function Usual({ rescued: { line, usualMs, compared, samples, basis } }: { rescued: RescueLine }) {
  const { t } = useTranslation('board');
  const amountOf = useAmount();
  const amount = (ms: number) => (line.regime === 'URGENT' ? amountOf(ms, DAY_MS) : amountOf(ms));
  return (
    <div>
      {usualMs === null ? t('rescue.older') : t('rescue.usual', { amount: amount(usualMs) })}{' '}
      <span className="muted">{t(`rescue.from${basis}`, { samples, compared })}</span>
    </div>
  );
}
