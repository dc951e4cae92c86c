import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Grid } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskRequest } from '../../domain/desk.ts';
import { isFinalOutcome, type VerificationOutcome } from '../../domain/flow/verification.ts';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import { useKeys } from '../pieces/useKeys.ts';
import type { useBegunAnswers } from './begunAnswers.ts';
import { DeskList } from './DeskList.tsx';
import { RequestPanel } from './RequestPanel.tsx';
import { type useOpened, useRequestBeside } from './useDesk.ts';

interface RequestsProps {
  requests: readonly DeskRequest[];
  /** Whether the list is that of the view, not the one shown until it comes. */
  settled: boolean;
  opened: ReturnType<typeof useOpened>;
  answers: ReturnType<typeof useBegunAnswers>;
  keysOn: boolean;
  /** Gives whether the request leaves the list by that. */
  onAnswered: (requestId: string, outcome: VerificationOutcome) => boolean;
  /** Fetches the next page; null on the last. */
  more: (() => void) | null;
  loadingMore: boolean;
}

const idOf = ({ verification }: DeskRequest): string => verification.requestId;

/** List and opened request side by side; on a narrow screen one after the other. */
export function Requests(props: RequestsProps) {
  const { requests, settled, answers, keysOn, onAnswered, more } = props;
  const { t } = useTranslation('liaison');
  const client = useQueryClient();
  const wide = Grid.useBreakpoint().lg;
  const { openedId, open, rest } = props.opened;
  const index = requests.findIndex((request) => idOf(request) === openedId);
  const beside = useRequestBeside(settled && index < 0 ? openedId : null);
  const current = requests[index] ?? beside.request;
  const firstId = requests.map(idOf)[0];
  useEffect(() => {
    // What somebody reads stays open, whatever comes before it in the list meanwhile.
    if (wide === true && settled && openedId === null && firstId !== undefined) rest(firstId);
  });

  const move = (to: number): void => {
    const next = requests[to];
    if (next === undefined) return;
    open(idOf(next), { replace: true });
    focusRow(idOf(next));
    if (to === requests.length - 1) more?.();
  };
  useKeys(keysOn ? { j: () => move(index + 1), k: () => move(index - 1) } : {});
  const handOver = useHandOver(openedId);
  const goTo = (next: DeskRequest | undefined): void => {
    const id = next === undefined ? null : idOf(next);
    handOver(id);
    open(wide === true ? id : null, { replace: true });
  };
  const answered = (outcome: VerificationOutcome): void => {
    if (current === null) return;
    const leaves = onAnswered(idOf(current), outcome);
    const stays = index < 0 || (isFinalOutcome(outcome) && !leaves);
    const beyond = requests[index + 1] ?? (leaves ? requests[index - 1] : current);
    goTo(stays ? current : beyond);
    void client.invalidateQueries({ queryKey: ['desk'] });
  };

  return (
    <>
      <ProblemAlert error={beside.error} />
      {beside.missing && <Alert type="info" showIcon title={t('noSuchRequest')} />}
      <div className="desk-columns">
        {(wide === true || current === null) && (
          <ListBeside
            {...props}
            currentId={current && idOf(current)}
            onOpen={(id) => open(id, { replace: false })}
          />
        )}
        {current !== null && (
          <div>
            {wide !== true && (
              <Button type="link" autoFocus onClick={() => goTo(current)}>
                ← {t('back')}
              </Button>
            )}
            <RequestPanel
              key={idOf(current)}
              request={current}
              answer={answers.of(idOf(current))}
              keysOn={keysOn}
              onAnswered={answered}
            />
          </div>
        )}
      </div>
    </>
  );
}

interface ListBesideProps extends Pick<
  RequestsProps,
  'requests' | 'answers' | 'more' | 'loadingMore'
> {
  currentId: string | null;
  onOpen: (requestId: string) => void;
}

function ListBeside(props: ListBesideProps) {
  const { requests, answers, more, loadingMore, currentId, onOpen } = props;
  const { t } = useTranslation('liaison');
  return (
    <section aria-label={t('requests')} className="desk-requests">
      <DeskList
        requests={requests}
        currentId={currentId}
        typedIds={answers.typedIds}
        onChoose={(to) => {
          const chosen = requests[to];
          if (chosen !== undefined) onOpen(idOf(chosen));
          if (to === requests.length - 1) more?.();
        }}
      />
      <p className="muted">{t('shown', { count: requests.length })}</p>
      {more !== null && (
        <Button loading={loadingMore} onClick={more}>
          {t('more')}
        </Button>
      )}
    </section>
  );
}

function focusRow(requestId: string): void {
  document.getElementById(`row-${requestId}`)?.focus();
}

/** Says which row gets the focus once another request is opened, or the list again. */
function useHandOver(openedId: string | null): (requestId: string | null) => void {
  const next = useRef<string | null>(null);
  useEffect(() => {
    if (next.current !== null) focusRow(next.current);
    next.current = null;
  }, [openedId]);
  return (requestId) => {
    next.current = requestId;
  };
}
