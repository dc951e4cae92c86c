import { Button, Segmented, Table, type TableProps } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { ShareItem } from '../../../domain/quality/campaign.ts';
import { EmptyState } from '../../pieces/EmptyState.tsx';
import { formatDate } from '../../pieces/format.ts';
import { ProblemAlert } from '../../pieces/ProblemAlert.tsx';
import { AnswerShare } from './AnswerShare.tsx';
import { useShare } from './query.ts';

const STATES = ['ASKED', 'ANSWERED'] as const;

/** What one campaign asks the unit: whom it is about, which paper, and the way to answer. */
export function ShareTable({ id, name }: { id: string; name: string }) {
  const { t } = useTranslation('campaigns');
  const [search, setSearch] = useSearchParams();
  const state = search.get('state') === 'ANSWERED' ? 'ANSWERED' : 'ASKED';
  const page = Number(search.get('page') ?? 1) || 1;
  const { data, error, isPending, refetch } = useShare(id, { state, page });
  const [answering, setAnswering] = useState<ShareItem | null>(null);
  return (
    <section aria-label={name}>
      <div className="quality-head">
        <h2>{name}</h2>
        <Segmented
          aria-label={t('stateTitle')}
          value={state}
          options={STATES.map((value) => ({ value, label: t(`share.${value}`) }))}
          onChange={(value) => setSearch({ state: value }, { replace: true })}
        />
      </div>
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {answering !== null && (
        <AnswerShare id={id} item={answering} onClose={() => setAnswering(null)} />
      )}
      <Table<ShareItem>
        size="small"
        rowKey="finding"
        aria-label={name}
        loading={isPending}
        dataSource={data?.items ?? []}
        locale={{ emptyText: <EmptyState text={t(`share.none.${state}`)} /> }}
        pagination={{
          current: page,
          pageSize: 50,
          total: data?.total ?? 0,
          hideOnSinglePage: true,
          showSizeChanger: false,
          onChange: (next) => setSearch({ state, page: String(next) }, { replace: true }),
        }}
        columns={useColumns(setAnswering)}
      />
    </section>
  );
}

/** Whom it is about, what is missing, which paper, and the button that opens the answer. */
function useColumns(onAnswer: (item: ShareItem) => void): TableProps<ShareItem>['columns'] {
  const { t } = useTranslation(['campaigns', 'quality']);
  return [
    {
      title: t('quality:person'),
      key: 'person',
      render: (_, { personName, birthDate, paper }) => (
        <>
          {personName}
          <span className="cell-line muted">{formatDate(birthDate)}</span>
          <div className="only-narrow">{paper !== null && <Paper paper={paper} />}</div>
        </>
      ),
    },
    {
      title: t('asks'),
      key: 'asks',
      render: (_, { rule, answer, answeredAt }) => (
        <>
          {t(`quality:rule.${rule}`)}
          {answeredAt !== null && (
            <span className="cell-line">
              {answer === null
                ? t('hasNothing')
                : t('hasDocument', { number: answer.number, date: formatDate(answer.date) })}
            </span>
          )}
        </>
      ),
    },
    {
      title: t('paper'),
      key: 'paper',
      responsive: ['md'],
      render: (_, { paper }) => (paper === null ? '–' : <Paper paper={paper} />),
    },
    {
      title: t('quality:act'),
      key: 'act',
      render: (_, item) => (
        <Button size="small" onClick={() => onAnswer(item)}>
          {t(item.answeredAt === null ? 'answer' : 'answerAgain')}
        </Button>
      ),
    },
  ];
}

function Paper({ paper: { number, date, issuer } }: { paper: NonNullable<ShareItem['paper']> }) {
  return (
    <>
      {number} · {formatDate(date)}
      <span className="cell-line muted">{issuer}</span>
    </>
  );
}
