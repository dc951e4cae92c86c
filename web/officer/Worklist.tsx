import { ThunderboltOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseLine } from '../../domain/case.ts';
import { CaseTable } from '../pieces/CaseTable.tsx';
import { EmptyState } from '../pieces/EmptyState.tsx';
import { KeyHelp } from '../pieces/KeyHelp.tsx';
import { caseLink } from '../pieces/caseLink.ts';
import { Loading } from '../pieces/Loading.tsx';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import { useLabel } from '../words/index.ts';
import { BulkBar } from './bulk/BulkBar.tsx';
import { claimCase, useHolding } from './claims.ts';
import { useNextWork } from './nextWork.ts';
import './officer.css';
import { Filters } from './worklist/Filters.tsx';
import { useListFilter, useWorklist } from './worklist/query.ts';
import { QueueList } from './worklist/QueueList.tsx';
import { useListKeys } from './worklist/useListKeys.ts';
import { WarningList } from './worklist/WarningList.tsx';

/** `/viec`: queues, the cases of one of them most urgent first, and the next right thing one key away. */
export default function WorklistPage() {
  const { t } = useTranslation('officer');
  const label = useLabel();
  const [filter, setFilter] = useListFilter();
  const next = useNextWork();
  const name =
    filter.q === undefined ? label('queue', filter.queue) : t('resultsFor', { q: filter.q });
  return (
    <div className="worklist">
      <aside>
        <Button
          type="primary"
          block
          icon={<ThunderboltOutlined />}
          loading={next.isPending}
          onClick={() => next.mutate()}
        >
          {t('nextWork')} <kbd className="on-button">n</kbd>
        </Button>
        <QueueList current={filter.queue} />
        <WarningList />
      </aside>
      <section aria-label={name}>
        <h1>{name}</h1>
        <Filters filter={filter} onChange={setFilter} />
        <ProblemAlert error={next.error} />
        <CaseList key={JSON.stringify(filter)} filter={filter} onNext={() => next.mutate()} />
      </section>
    </div>
  );
}

interface CaseListProps {
  filter: ReturnType<typeof useListFilter>[0];
  onNext: () => void;
}

function CaseList({ filter, onNext }: CaseListProps) {
  const { t } = useTranslation('officer');
  const { message } = App.useApp();
  const list = useWorklist(filter);
  const [ticked, setTicked] = useState<string[]>([]);
  const [helping, setHelping] = useState(false);
  const claiming = useHolding(claimCase);
  const cases: CaseLine[] = list.data?.pages.flatMap((page) => page.cases) ?? [];
  const claim = (caseId: string): void =>
    claiming.mutate(caseId, { onSuccess: () => void message.success(t('claimed', { caseId })) });
  const { currentId, setCurrentId } = useListKeys(cases, {
    claim,
    nextWork: onNext,
    help: () => setHelping(true),
  });
  if (list.isPending) return <Loading rows={10} />;
  const shown = new Set(cases.map(({ caseId }) => caseId));
  const stillTicked = ticked.filter((id) => shown.has(id));
  return (
    <>
      <ProblemAlert error={list.error ?? claiming.error} onRetry={() => void list.refetch()} />
      <BulkBar caseIds={stillTicked} onClear={() => setTicked([])} />
      <CaseTable
        cases={cases}
        currentId={currentId}
        onCurrent={setCurrentId}
        selection={{ ids: stillTicked, onChange: setTicked }}
        linkOf={({ caseId }) => caseLink(caseId)}
        empty={{ emptyText: <EmptyState text={t('emptyQueue')} hint={t('emptyQueueHint')} /> }}
      />
      <div className="row-between list-foot">
        <Button type="text" onClick={() => setHelping(true)}>
          <kbd>?</kbd> {t('shortcuts')}
        </Button>
        {list.hasNextPage && (
          <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('more')}
          </Button>
        )}
      </div>
      <KeyHelp
        open={helping}
        onClose={() => setHelping(false)}
        keys={[
          ['j / k', t('keyMove')],
          ['Enter', t('keyOpen')],
          ['c', t('keyClaim')],
          ['n', t('nextWork')],
          ['a', t('keyPrimary')],
          ['Ctrl+Enter', t('keyConfirm')],
          ['?', t('shortcuts')],
        ]}
      />
    </>
  );
}
