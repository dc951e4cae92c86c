import { useQueryClient } from '@tanstack/react-query';
import { Button, Grid } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskRequest } from '../../domain/desk.ts';
import { isFinalOutcome, type VerificationOutcome } from '../../domain/flow/verification.ts';
import { EmptyState } from '../pieces/EmptyState.tsx';
import { Loading } from '../pieces/Loading.tsx';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import { useKeys } from '../pieces/useKeys.ts';
import { DeskHead } from './DeskHead.tsx';
import { DeskList } from './DeskList.tsx';
import { LiaisonNav } from './LiaisonNav.tsx';
import { RequestPanel } from './RequestPanel.tsx';
import { type DeskView, useDesk, useDeskView } from './useDesk.ts';
import { useKeysWanted } from './useKeysWanted.ts';
import './liaison.css';

/** The liaison's desk: requests put to the reader's unit, soonest due first, answered in three strokes. */
export default function Desk() {
  const { t } = useTranslation('liaison');
  const [view, setView] = useDeskView();
  const { query, requests, drop } = useDesk(view);
  const [keysOn, setKeysOn] = useKeysWanted();
  useEffect(() => {
    document.title = t('title');
  }, [t]);
  return (
    <div className="desk">
      <LiaisonNav />
      <DeskHead
        desk={query.data?.pages[0]}
        view={view}
        onView={setView}
        keysOn={keysOn}
        onKeysOn={setKeysOn}
      />
      <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />
      {query.isPending && <Loading />}
      {query.isSuccess && requests.length === 0 && (
        <EmptyState text={t(isWhole(view) ? 'emptyOpen' : 'emptyOther')} />
      )}
      {requests.length > 0 && (
        <Requests
          requests={requests}
          keysOn={keysOn}
          onAnswered={(requestId, outcome) => {
            if (view.state === 'open' && isFinalOutcome(outcome)) drop(requestId);
          }}
          more={query.hasNextPage ? () => void query.fetchNextPage() : null}
          loadingMore={query.isFetchingNextPage}
        />
      )}
    </div>
  );
}

/** Whether every open request of the unit is in view. */
function isWhole({ state, q, due, held }: DeskView): boolean {
  return state === 'open' && !q && due === undefined && held === undefined;
}

interface RequestsProps {
  requests: readonly DeskRequest[];
  keysOn: boolean;
  onAnswered: (requestId: string, outcome: VerificationOutcome) => void;
  /** Fetches the next page; null on the last. */
  more: (() => void) | null;
  loadingMore: boolean;
}

/** List and chosen request side by side; on a narrow screen one after the other. */
function Requests({ requests, keysOn, onAnswered, more, loadingMore }: RequestsProps) {
  const { t } = useTranslation('liaison');
  const client = useQueryClient();
  const wide = Grid.useBreakpoint().lg ?? false;
  const [opened, setOpened] = useState(false);
  const [chosen, setChosen] = useState({ id: '', index: 0 });
  const found = requests.findIndex(({ verification }) => verification.requestId === chosen.id);
  // A request that left the list hands over to the one that took its place.
  const index = found >= 0 ? found : Math.min(chosen.index, requests.length - 1);
  const current = requests[index];

  const choose = (to: number): void => {
    const id = requests[to]?.verification.requestId;
    if (id === undefined) return;
    setChosen({ id, index: to });
    document.getElementById(`row-${id}`)?.focus();
    if (to === requests.length - 1) more?.();
  };
  useKeys(keysOn ? { j: () => choose(index + 1), k: () => choose(index - 1) } : {});
  const handedOver = useRef(false);
  const currentId = current?.verification.requestId ?? null;
  useEffect(() => {
    if (handedOver.current) document.getElementById(`row-${currentId}`)?.focus();
    handedOver.current = false;
  }, [currentId]);
  const answered = (outcome: VerificationOutcome): void => {
    if (current === undefined) return;
    setChosen({ id: current.verification.requestId, index });
    handedOver.current = true;
    onAnswered(current.verification.requestId, outcome);
    setOpened(false);
    if (!isFinalOutcome(outcome)) choose(index + 1);
    void client.invalidateQueries({ queryKey: ['desk'] });
  };

  const panelShown = current !== undefined && (wide || opened);
  return (
    <div className="desk-columns">
      {(wide || !opened) && (
        <section aria-label={t('requests')} className="desk-requests">
          <DeskList
            requests={requests}
            currentId={currentId}
            onChoose={(to) => {
              choose(to);
              setOpened(true);
            }}
          />
          <p className="muted">{t('shown', { count: requests.length })}</p>
          {more !== null && (
            <Button loading={loadingMore} onClick={more}>
              {t('more')}
            </Button>
          )}
        </section>
      )}
      {panelShown && (
        <div>
          {!wide && (
            <Button type="link" autoFocus onClick={() => setOpened(false)}>
              ← {t('back')}
            </Button>
          )}
          <RequestPanel
            key={current.verification.requestId}
            request={current}
            keysOn={keysOn}
            onAnswered={answered}
          />
        </div>
      )}
    </div>
  );
}
