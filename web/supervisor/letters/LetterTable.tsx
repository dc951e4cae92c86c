import { Table, type TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { LetterLine } from '../../../domain/letter.ts';
import { allows } from '../../../domain/permission.ts';
import { EmptyState } from '../../pieces/EmptyState.tsx';
import { formatDate, formatInstant, formatInstantDate } from '../../pieces/format.ts';
import { StepTag } from '../../pieces/StepTag.tsx';
import { useRoles, useSession } from '../../session.tsx';
import { caseLink } from '../../pieces/caseLink.ts';
import { LetterActions } from './LetterActions.tsx';

interface LetterTableProps {
  letters: readonly LetterLine[];
  loading: boolean;
  ticked: string[];
  onTick: (ids: string[]) => void;
  onSign: (letter: LetterLine) => void;
  pagination: TableProps<LetterLine>['pagination'];
}

/** Letters with the breach they answer and what can be done with each. */
export function LetterTable({ ticked, onTick, onSign, ...list }: LetterTableProps) {
  const { t } = useTranslation('letters');
  const maySign = useMaySign();
  const { account } = useSession();
  const columns: TableProps<LetterLine>['columns'] = [
    {
      title: t('case'),
      key: 'case',
      render: (_, { caseId, subjectName, step }) => (
        <>
          <Link to={caseLink(caseId)} className="case-number">
            {caseId}
          </Link>
          <span className="cell-line">{subjectName}</span>
          <StepTag step={step} />
        </>
      ),
    },
    { title: t('breach'), key: 'breach', render: (_, letter) => <Breach letter={letter} /> },
    { title: t('newDate'), key: 'date', render: (_, letter) => dateOf(letter) },
    { title: t('status'), key: 'status', render: (_, letter) => <Status letter={letter} /> },
    {
      title: t('action'),
      key: 'action',
      render: (_, letter) => (
        <LetterActions letter={letter} maySign={maySign(letter)} onSign={() => onSign(letter)} />
      ),
    },
  ];
  return (
    <Table<LetterLine>
      size="small"
      rowKey="id"
      aria-label={t('title')}
      columns={columns}
      dataSource={list.letters}
      loading={list.loading}
      pagination={list.pagination}
      className="wide-table"
      {...(allows(account, 'letter.sign') && {
        rowSelection: {
          selectedRowKeys: ticked,
          onChange: (keys) => onTick(keys as string[]),
          getCheckboxProps: (letter) => ({
            disabled: !maySign(letter),
            'aria-label': t('select', { caseId: letter.caseId }),
          }),
        },
      })}
      locale={{ emptyText: <EmptyState text={t('empty')} hint={t('emptyHint')} /> }}
    />
  );
}

/** Whether the reader signs a letter, as far as roles tell; the case decides. */
function useMaySign(): (letter: LetterLine) => boolean {
  const roles = useRoles();
  return ({ status, again }) => {
    const signer = again ? ['DIRECTOR'] : ['DIRECTOR', 'DIVISION_HEAD'];
    return status === 'DRAFT' && signer.some((role) => roles.includes(role as 'DIRECTOR'));
  };
}

function dateOf({ promisedDueAt, proposedOn }: LetterLine): string {
  if (promisedDueAt !== null) return formatInstantDate(promisedDueAt);
  return proposedOn === null ? '–' : `(${formatDate(proposedOn)})`;
}

function Breach({ letter: { again, clock, missedAt } }: { letter: LetterLine }) {
  const { t } = useTranslation('letters');
  const date = formatInstantDate(missedAt);
  if (!again) return <>{t('breach.first', { date })}</>;
  return (
    <>
      {t(clock === 'promise' ? 'breach.again' : 'breach.long', { date })}
      <span className="cell-line tag-again">
        <span aria-hidden>▲ </span>
        {t('director')}
      </span>
    </>
  );
}

function Status({ letter }: { letter: LetterLine }) {
  const { t } = useTranslation('letters');
  const { status, number, signerName, signedAt, way, cancelledWhy } = letter;
  return (
    <>
      <strong>{t(`status.${status}`)}</strong>
      {number !== null && <span className="cell-line">{number}</span>}
      {signerName !== null && signedAt !== null && (
        <span className="cell-line muted">
          {t('signedBy', { name: signerName, at: formatInstant(signedAt) })}
        </span>
      )}
      {way !== null && <span className="cell-line muted">{t(`way.${way}`)}</span>}
      {cancelledWhy !== null && <span className="cell-line muted">{t(`why.${cancelledWhy}`)}</span>}
    </>
  );
}
