import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { isFinalOutcome } from '../../domain/flow/verification.ts';
import { EmptyState } from '../pieces/EmptyState.tsx';
import { Loading } from '../pieces/Loading.tsx';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import { useBegunAnswers } from './begunAnswers.ts';
import { DeskHead } from './DeskHead.tsx';
import { LiaisonNav } from './LiaisonNav.tsx';
import { Requests } from './Requests.tsx';
import { type DeskView, useDesk, useDeskView, useOpened } from './useDesk.ts';
import { useKeysWanted } from './useKeysWanted.ts';
import './liaison.css';

/** The liaison's desk: requests put to the reader's unit, soonest due first, answered in three strokes. */
export default function Desk() {
  const { t } = useTranslation('liaison');
  const [view, setView] = useDeskView();
  const { query, requests, drop } = useDesk(view);
  const opened = useOpened();
  const answers = useBegunAnswers();
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
      {query.isSuccess && requests.length === 0 && <NothingWaits whole={isWhole(view)} />}
      {query.isSuccess && (requests.length > 0 || opened.openedId !== null) && (
        <Requests
          requests={requests}
          settled={!query.isPlaceholderData}
          opened={opened}
          answers={answers}
          keysOn={keysOn}
          onAnswered={(requestId, outcome) => {
            answers.drop(requestId);
            const leaves = view.state === 'open' && isFinalOutcome(outcome);
            if (leaves) drop(requestId);
            return leaves;
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

/** Nothing is owed, or only nothing that the filter lets through: these are two things. */
function NothingWaits({ whole }: { whole: boolean }) {
  const { t } = useTranslation('liaison');
  if (!whole) return <EmptyState text={t('emptyOther')} />;
  return <EmptyState text={t('emptyOpen')} hint={t('emptyOpenHint')} />;
}
