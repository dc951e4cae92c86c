import { Table, type TableProps } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { BoardSoonest } from '../../domain/board.ts';
import type { CaseLine } from '../../domain/case.ts';
import { allows } from '../../domain/permission.ts';
import { HeldBy } from '../pieces/CaseTable.tsx';
import { EmptyState } from '../pieces/EmptyState.tsx';
import { LineTimeLeft } from '../pieces/LineTimeLeft.tsx';
import { StepTag } from '../pieces/StepTag.tsx';
import { SubjectName } from '../pieces/SubjectName.tsx';
import { useSession } from '../session.tsx';
import type { BoardFilter } from './boardFilter.ts';
import { MoveButton } from './MoveButton.tsx';
import { Reassign } from './Reassign.tsx';
import { Section } from './Section.tsx';
import { useLive } from './useBoard.ts';
import { caseLink } from '../pieces/caseLink.ts';
import { worklistLink } from './worklistLink.ts';

/** The cases due soonest that are not late yet, with the person who has each and a way to move it. */
export function Soonest({ filter }: { filter: BoardFilter }) {
  const { t } = useTranslation('supervisor');
  const [moving, setMoving] = useState<CaseLine | null>(null);
  const query = useLive('soonest', BoardSoonest, filter);
  const { unit, kind } = filter;
  return (
    <Section
      id="soonest"
      title={t('soonest.title')}
      query={query}
      rows={8}
      beside={
        <Link className="board-deed" to={worklistLink({ queue: 'due', unit, kind })}>
          {t('soonest.all')}
        </Link>
      }
    >
      {({ cases }) => (
        <>
          <SoonestTable lines={cases} onMove={setMoving} />
          {moving !== null && <Reassign line={moving} onClose={() => setMoving(null)} />}
        </>
      )}
    </Section>
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
    { title: t('soonest.case'), key: 'case', render: (_, line) => <CaseOf line={line} /> },
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
      className: 'board-deed',
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

/** Number and person of a case; on a narrow screen its time left as well. */
export function CaseOf({ line }: { line: CaseLine }) {
  return (
    <>
      <Link to={caseLink(line.caseId)} className="case-number">
        {line.caseId}
      </Link>
      <div>
        <SubjectName name={line.subjectName} />
      </div>
      <div className="only-narrow">
        <LineTimeLeft line={line} />
      </div>
    </>
  );
}
