import { Button, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseHoldings } from '../../../domain/holding.ts';
import { DAY_MS } from '../../../domain/instant.ts';
import { useShareText } from '../../liaison/turnaround.ts';
import { EmptyState } from '../../pieces/EmptyState.tsx';
import { formatInstant } from '../../pieces/format.ts';
import { HolderBar, HolderKey } from '../../pieces/held/HolderBar.tsx';
import { useHeldName } from '../../pieces/held/useHeldName.ts';
import { Loading } from '../../pieces/Loading.tsx';
import { ProblemAlert } from '../../pieces/ProblemAlert.tsx';
import { useAmount } from '../../pieces/TimeLeft.tsx';
import { useLabel, useLanguage } from '../../words/index.ts';
import { HeldContestDialog } from './HeldContestDialog.tsx';
import { HeldContests } from './HeldContests.tsx';
import { useCaseHoldings } from './query.ts';

/** Who held a case's time: one bar of 100 %, the same as a table, and what is contested about it. */
export function HeldBar({ caseId }: { caseId: string }) {
  const { t } = useTranslation('officer');
  const { data, error, isPending, refetch } = useCaseHoldings(caseId);
  const [contesting, setContesting] = useState(false);
  return (
    <section aria-label={t('whoHeld')} className="clock-block">
      <div className="row-between">
        <h3>{t('whoHeld')}</h3>
        {data?.mayContest === true && (
          <Button onClick={() => setContesting(true)}>{t('contest.open')}</Button>
        )}
      </div>
      {isPending && <Loading />}
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {data !== undefined && <Held holdings={data} />}
      {data !== undefined && <HeldContests caseId={caseId} contests={data.contests} />}
      {contesting && data !== undefined && (
        <HeldContestDialog caseId={caseId} holdings={data} onClose={() => setContesting(false)} />
      )}
    </section>
  );
}

function Held({ holdings }: { holdings: CaseHoldings }) {
  const { t } = useTranslation('officer');
  const { language } = useLanguage();
  const heldName = useHeldName();
  const amountOf = useAmount();
  const shareText = useShareText();
  const { sums } = holdings;
  if (sums.length === 0) return <EmptyState text={t('nothingHeld')} />;
  const total = sums.reduce((sum, { workingMs }) => sum + workingMs, 0);
  const rows = sums.map((sum) => ({ ...sum, key: `${sum.holder} ${sum.unit}` }));
  return (
    <>
      <p className="muted">{t('heldLead')}</p>
      <HolderBar parts={rows} />
      <Table
        size="small"
        pagination={false}
        dataSource={rows}
        columns={[
          {
            title: t('heldBy'),
            key: 'holder',
            render: (_, sum) => (
              <>
                <HolderKey holder={sum.holder} /> {heldName(sum)}
              </>
            ),
          },
          {
            title: t('heldWorking'),
            key: 'workingMs',
            align: 'right',
            render: (_, { workingMs }) => amountOf(workingMs),
          },
          {
            title: t('heldMinutes'),
            key: 'minutes',
            align: 'right',
            responsive: ['sm'],
            render: (_, { workingMs }) => minutesOf(workingMs, language),
          },
          {
            title: t('heldFor'),
            key: 'wallMs',
            align: 'right',
            responsive: ['sm'],
            render: (_, { wallMs }) => amountOf(wallMs, DAY_MS),
          },
          {
            title: t('share'),
            key: 'share',
            align: 'right',
            render: (_, { share }) => shareText(share),
          },
        ]}
      />
      <p className="muted">
        {t('heldTotal', { minutes: minutesOf(total, language), amount: amountOf(total) })}
      </p>
      <HeldSpans spans={holdings.spans} />
    </>
  );
}

/** Office time as minutes with one decimal, such as `90,5`. */
function minutesOf(workingMs: number, language: string): string {
  return (workingMs / 60_000).toLocaleString(language, { maximumFractionDigits: 1 });
}

/** Every stretch in order, for who wants to know when the time changed hands. */
function HeldSpans({ spans }: Pick<CaseHoldings, 'spans'>) {
  const { t } = useTranslation('officer');
  const label = useLabel();
  const heldName = useHeldName();
  const amountOf = useAmount();
  return (
    <details className="held-spans">
      <summary>{t('heldSpans', { count: spans.length })}</summary>
      <Table
        size="small"
        pagination={false}
        rowKey="from"
        dataSource={spans}
        columns={[
          { title: t('heldFrom'), dataIndex: 'from', render: formatInstant },
          { title: t('heldTo'), dataIndex: 'to', render: formatInstant, responsive: ['sm'] },
          { title: t('heldBy'), key: 'holder', render: (_, span) => heldName(span) },
          {
            title: t('heldWorking'),
            dataIndex: 'workingMs',
            align: 'right',
            render: (ms: number) => amountOf(ms),
          },
          {
            title: t('heldBecause'),
            dataIndex: 'because',
            responsive: ['md'],
            render: (because: string) => label('heldBecause', because),
          },
        ]}
      />
    </details>
  );
}
